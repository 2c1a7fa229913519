package org.currawong.console.pages;

import java.util.List;
import org.currawong.domain.alert.Alert;

/** Alerts as rows of a list. */
final class AlertRows {

  private final Layout layout;
  private final Times times;

  AlertRows(Layout layout, Times times) {
    this.layout = layout;
    this.times = times;
  }

  Html list(List<Alert> alerts) {
    return alerts.isEmpty()
        ? Html.of("<p class=\"soft\">No alerts.</p>")
        : Html.of("<ul class=\"rows\">{}</ul>", Html.join(alerts.stream().map(this::row)));
  }

  private Html row(Alert a) {
    String headline = a.draft().headline();
    return Html.of(
        """
        <li>{} {} <a href="/console/alerts/{}"><bdi>{}</bdi></a>
        <div class="soft"><strong>{}</strong> · changed {}</div></li>
        """,
        layout.tag(a.draft()),
        LevelMark.of(a.draft()),
        a.id(),
        headline == null ? "without a headline" : headline,
        Labels.of(a.state()),
        times.ago(a.changedAt()));
  }
}
