package org.currawong.console.pages;

import java.util.Comparator;
import java.util.List;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.ReportStatus;

/** Reports as rows of a list. */
final class ReportRows {

  /** Running clocks first, the oldest on top; then what nobody has read; then what is open. */
  static final Comparator<Report> BY_NEED =
      Comparator.comparingInt(ReportRows::need).thenComparing(r -> open(r) ? r.n() : -r.n());

  private static final int DONE = 10;

  private final Times times;

  ReportRows(Times times) {
    this.times = times;
  }

  /** True while somebody waits for the hub: unanswered, or a life in danger not handed over. */
  static boolean open(Report r) {
    return r.clockRuns()
        || r.status() == ReportStatus.RECEIVED
        || r.status() == ReportStatus.CHECKING;
  }

  private static int need(Report r) {
    if (r.clockRuns()) {
      return r.unread() ? 0 : 1;
    }
    if (!open(r)) {
      return DONE;
    }
    int urgency =
        switch (r.urgency()) {
          case null -> 0;
          case LIFE_SAFETY, URGENT -> 1;
          case ORDINARY -> 2;
          case NONE -> 3;
        };
    return (r.unread() ? 2 : 6) + urgency;
  }

  Html list(List<Report> reports) {
    return Html.of("<ul class=\"rows\">{}</ul>", Html.join(reports.stream().map(this::row)));
  }

  private Html row(Report r) {
    return Html.of(
        """
        <li{}>{}{}<a href="/console/reports/{}"><bdi lang="{}">{}</bdi></a>
        <div class="soft">{} · {}{}{}{}</div></li>
        """,
        Html.of(" class=\"unread\"").when(r.unread()),
        Html.of("<span class=\"mark new\">New</span>").when(r.unread()),
        urgency(r),
        r.id(),
        r.language(),
        shortWords(r),
        clock(r),
        Labels.of(r.via()),
        Html.of(" · {}", r.place() == null ? "" : r.place().name()).when(named(r)),
        Html.of(" · {}", Labels.of(r.status())).when(r.status() != ReportStatus.RECEIVED),
        Html.of(" · {}", Labels.language(r.language())).when(foreign(r)));
  }

  private Html clock(Report r) {
    return open(r)
        ? Html.of("<strong class=\"clock\">waiting {}</strong>", times.since(r.receivedAt()))
        : times.ago(r.receivedAt());
  }

  private static boolean foreign(Report r) {
    return r.language() != null && !r.language().equals("en");
  }

  private static boolean named(Report r) {
    return r.place() != null && r.place().name() != null;
  }

  static Html urgency(Report r) {
    return Html.of(
        "<span class=\"mark {}\">{}</span>",
        r.urgency() == null ? "" : r.urgency().word(),
        Labels.of(r.urgency()));
  }

  /** The summary, else the beginning of the text. */
  static String shortWords(Report r) {
    Assessment summary = r.answer(Duty.SUMMARY);
    if (summary != null && !summary.answer().isBlank()) {
      return summary.answer();
    }
    ReportBody body = r.secret().body();
    if (body == null) {
      return "erased";
    }
    return body.text().length() <= 140 ? body.text() : body.text().substring(0, 140) + "…";
  }
}
