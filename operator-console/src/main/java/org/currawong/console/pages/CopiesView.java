package org.currawong.console.pages;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.currawong.console.calls.Copies;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.Recipient;

/** How far each copy has come; what nobody has confirmed for a minute is red. */
final class CopiesView {

  /** Single copies shown; more are summed up above them. */
  private static final int ROWS = 200;

  private final Times times;

  CopiesView(Times times) {
    this.times = times;
  }

  Html of(Alert a, List<Copies.Copy> copies) {
    if (a.releasedAt() == null) {
      return Html.of("<p class=\"soft\">Nothing has left.</p>");
    }
    return Html.of("<h3>The alert</h3>{}", part(copies, false))
        .and(
            Html.of("<h3>Taken back</h3>{}", part(copies, true))
                .when(copies.stream().anyMatch(Copies.Copy::correction)));
  }

  private Html part(List<Copies.Copy> all, boolean correction) {
    List<Copies.Copy> copies = all.stream().filter(c -> c.correction() == correction).toList();
    Map<String, List<Copies.Copy>> ways =
        copies.stream()
            .collect(Collectors.groupingBy(Copies.Copy::way, TreeMap::new, Collectors.toList()));
    return Html.of(
        "<ul class=\"rows\">{}</ul>",
        Html.join(
            ways.entrySet().stream()
                .map(e -> way(e.getKey(), e.getValue(), correction ? "c-" : "a-"))));
  }

  private Html way(String way, List<Copies.Copy> copies, String prefix) {
    Map<DeliveryState, Long> counts =
        copies.stream()
            .collect(
                Collectors.groupingBy(Copies.Copy::state, TreeMap::new, Collectors.counting()));
    boolean late = copies.stream().anyMatch(c -> Red.late(c, times.now()));
    Html sums =
        Html.join(
            counts.entrySet().stream()
                .map(
                    e ->
                        Html.of(
                            "<span class=\"mark {}\">{} {}</span>",
                            css(e.getKey()),
                            e.getValue(),
                            Labels.of(e.getKey()))));
    return Html.of(
        "<li><strong>{}</strong> {}{}<details id=\"{}{}\"><summary>Each copy</summary><ul>{}</ul>"
            + "</details></li>",
        Labels.sentence(Labels.way(way)),
        sums,
        Html.of("<p class=\"bad\">Not confirmed for over a minute: look at it.</p>").when(late),
        prefix,
        way,
        Html.join(copies.stream().limit(ROWS).map(this::copy)));
  }

  private Html copy(Copies.Copy c) {
    return Html.of(
        "<li{}>{}: {}{}, {}</li>",
        Html.of(" class=\"bad\"").when(Red.is(c, times.now())),
        c.recipient().equals(Recipient.ALL) ? "To everyone" : c.recipient(),
        Labels.of(c.state()),
        c.reason() == null || c.reason().isBlank() ? "" : " (" + c.reason() + ")",
        times.brief(c.at()));
  }

  private static String css(DeliveryState s) {
    return switch (s) {
      case SENT, DELIVERED, ACKNOWLEDGED, HEARD -> "done";
      case FAILED -> "failed";
      case QUEUED, ATTEMPTED, WITHDRAWN, NO_RECIPIENTS -> "";
    };
  }
}
