package org.currawong.console.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.currawong.console.calls.AlertJson;
import org.currawong.console.calls.Copies;
import org.currawong.console.http.Ask;
import org.currawong.domain.Role;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.report.Report;

/** What sounds until somebody says that it was heard: lives in danger, and copies that are red. */
final class Rings {

  /** Lines on screen; a flood of them would hide the page, and the board has them all. */
  private static final int LINES = 3;

  private final Times times;

  Rings(Times times) {
    this.times = times;
  }

  /** Reports of a life in danger that nobody has read, the oldest first. */
  List<Html> lives(State s, Ask ask) {
    if (!ask.has(Role.COORDINATOR)) {
      return List.of();
    }
    List<Report> all =
        s.reports().stream()
            .filter(r -> r.clockRuns() && r.handling().seenBy() == null)
            .sorted(Comparator.comparing(Report::receivedAt))
            .toList();
    List<Html> lines = new ArrayList<>(all.stream().limit(LINES).map(r -> life(ask, r)).toList());
    if (all.size() > LINES) {
      lines.add(
          Html.of(
              "<div class=\"alarm-line\" data-ring><p><a href=\"/console?show=unread\">{} more"
                  + " reports of a life in danger that nobody has read</a></p></div>",
              all.size() - LINES));
    }
    return lines;
  }

  private Html life(Ask ask, Report r) {
    return Html.of(
        """
        <div class="alarm-line life" data-ring><p>A life in danger, not read by anybody, {}:
        <a href="/console/reports/{}"><bdi>{}</bdi></a></p>{}</div>
        """,
        times.ago(r.receivedAt()),
        r.id(),
        ReportRows.shortWords(r),
        act(ask, "/api/reports/" + r.id() + "/seen", Html.NONE, "I have it"));
  }

  /** Ways on which a copy failed or stayed unconfirmed; heard, they stay on screen in silence. */
  void red(List<Html> all, State s, Ask ask, Alert a) {
    boolean mine = ask.has(Role.COORDINATOR) || ask.has(Role.RADIO);
    if (!mine || a.releasedAt() == null) {
      return;
    }
    List<Copies.Copy> red = Copies.of(s, a).stream().filter(c -> Red.is(c, times.now())).toList();
    for (boolean correction : new boolean[] {false, true}) {
      Map<String, List<Copies.Copy>> ways =
          red.stream()
              .filter(c -> c.correction() == correction)
              .collect(Collectors.groupingBy(Copies.Copy::way, TreeMap::new, Collectors.toList()));
      if (!ways.isEmpty()) {
        all.add(red(s, ask, a, correction, ways));
      }
    }
  }

  /** What failed rings again where it was heard as late before. */
  private static String key(Alert a, boolean correction, String way, List<Copies.Copy> copies) {
    boolean failed = copies.stream().anyMatch(c -> c.state() == DeliveryState.FAILED);
    return (failed ? "failed" : "red") + (correction ? "-back:" : ":") + a.id() + ":" + way;
  }

  private static Html red(
      State s, Ask ask, Alert a, boolean correction, Map<String, List<Copies.Copy>> ways) {
    List<String> keys =
        ways.entrySet().stream().map(e -> key(a, correction, e.getKey(), e.getValue())).toList();
    List<String> rings = keys.stream().filter(k -> s.heard(k) == null).toList();
    String hearers =
        keys.stream()
            .map(s::heard)
            .filter(Objects::nonNull)
            .map(h -> AlertJson.name(s, h.by()))
            .distinct()
            .collect(Collectors.joining(", "));
    String copies =
        ways.entrySet().stream()
            .map(e -> e.getValue().size() + " " + Labels.way(e.getKey()))
            .collect(Collectors.joining(", "));
    return Alarms.line(
        a,
        true,
        rings.isEmpty() ? "red heard" : "red",
        !rings.isEmpty(),
        Html.of(
            "copies{} not confirmed: {}{}",
            correction ? " of what was taken back" : "",
            copies,
            hearers.isEmpty() ? "" : "; heard by " + hearers),
        rings.isEmpty() ? Html.NONE : heard(ask, rings));
  }

  /** One line that rings until a coordinator or the radio has heard it; others only see it. */
  static Html once(State s, Ask ask, Alert a, boolean link, String key, Html what) {
    boolean mine = ask.has(Role.COORDINATOR) || ask.has(Role.RADIO);
    State.Heard heard = s.heard(key);
    Html words =
        heard == null ? what : Html.of("{}; heard by {}", what, AlertJson.name(s, heard.by()));
    boolean ring = mine && heard == null;
    Html act = ring ? heard(ask, List.of(key)) : Html.NONE;
    return Alarms.line(a, link, heard == null ? "" : "heard", ring, words, act);
  }

  private static Html heard(Ask ask, List<String> alarms) {
    Html fields =
        Html.join(
            alarms.stream()
                .map(k -> Html.of("<input type=\"hidden\" name=\"alarm\" value=\"{}\">", k)));
    return act(ask, "/api/alarms/heard", fields, "I heard it");
  }

  private static Html act(Ask ask, String action, Html fields, String words) {
    return Html.of(
        "<form method=\"post\" action=\"{}\">{}{}<button>{}</button></form>",
        action,
        Layout.csrf(ask),
        fields,
        words);
  }
}
