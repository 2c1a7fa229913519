package org.currawong.console.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.currawong.console.calls.AlertJson;
import org.currawong.console.http.Ask;
import org.currawong.domain.State;
import org.currawong.domain.report.AnswerRoom;
import org.currawong.domain.report.Handling.GivenAnswer;
import org.currawong.domain.report.Report;

/** What one sender wrote and what was answered, in order, and the box for the next answer. */
final class ThreadView {

  /** The latest of a long thread. */
  private static final int ROWS = 30;

  private final Times times;

  ThreadView(Times times) {
    this.times = times;
  }

  private record Turn(java.time.Instant at, Html words) {}

  /** The thread of a report; call while the state may be read. */
  Html of(State s, Ask ask, Report r) {
    List<Report> thread = s.thread(r);
    List<Turn> turns = new ArrayList<>();
    for (Report t : thread.subList(Math.max(0, thread.size() - ROWS), thread.size())) {
      if (thread.size() > 1) {
        turns.add(new Turn(t.receivedAt(), said(t, t.id().equals(r.id()))));
      }
      for (GivenAnswer a : t.handling().answers()) {
        turns.add(new Turn(a.at(), answered(ask, t, a, AlertJson.name(s, a.by()))));
      }
    }
    turns.sort(Comparator.comparing(Turn::at));
    Html shared =
        Html.of(
                "<p class=\"soft\">From the same internet address: that may be one person or a"
                    + " whole household.</p>")
            .when(thread.size() > 1 && AnswerRoom.bearer(r.via()) == AnswerRoom.Bearer.PAGE);
    return turns.isEmpty()
        ? Html.of("<p class=\"soft\">Nothing was answered yet.</p>")
        : Html.of(
            "{}<ol class=\"thread\">{}</ol>", shared, Html.join(turns.stream().map(Turn::words)));
  }

  private Html said(Report t, boolean here) {
    return Html.of(
        """
        <li><p class="soft">They, {} {}{}</p><p class="words" dir="auto">{}</p></li>
        """,
        times.ago(t.receivedAt()),
        ReportRows.urgency(t),
        here
            ? Html.of("<strong>this report</strong>")
            : Html.of("<a href=\"/console/reports/{}\">open it</a>", t.id()),
        t.secret().open().map(b -> b.text()).orElse("erased"));
  }

  private Html answered(Ask ask, Report t, GivenAnswer a, String by) {
    return Html.of(
        """
        <li class="ours"><p class="soft">We ({}), {}. {}</p><p class="words" dir="auto">{}</p>{}</li>
        """,
        by,
        times.ago(a.at()),
        reached(t, a),
        a.text().open().orElse("erased"),
        ToSay.said(ask, t, a)
            .when(
                a.passedOnAt() == null && AnswerRoom.bearer(t.via()) == AnswerRoom.Bearer.PERSON));
  }

  private Html reached(Report t, GivenAnswer a) {
    if (a.passedOnAt() != null) {
      return Html.of("<span class=\"good\">Reached them {}.</span>", times.brief(a.passedOnAt()));
    }
    return switch (AnswerRoom.bearer(t.via())) {
      case PAGE -> Html.of("Stands on the page of their receipt.");
      case PERSON -> Html.of("<span class=\"bad\">Still to be said to them.</span>");
      case WAY ->
          Html.of("<span class=\"bad\">Not confirmed as sent {}.</span>", Labels.of(t.via()));
    };
  }

  /** The box for an answer: to one person, by the way the report came. */
  static Html box(Ask ask, Report r) {
    return Html.of(
        """
        <form method="post" action="/api/reports/{}/answers" data-send data-answer
        data-keep="answer-{}">{}<input type="hidden" name="key" value="{}">
        <div class="faults" role="alert" tabindex="-1"></div>
        <label for="answer">Answer <small>(to this one sender; {})</small></label>
        <textarea id="answer" name="text" rows="3" required dir="auto"
        aria-describedby="room"></textarea>
        <p id="room" class="room-words soft" role="status">{}</p>
        <button>Answer</button></form>
        """,
        r.id(),
        r.id(),
        Layout.csrf(ask),
        UUID.randomUUID(),
        how(r),
        AnswerRoom.fit(r.via(), "").words());
  }

  private static String how(Report r) {
    return switch (AnswerRoom.bearer(r.via())) {
      case PAGE -> "it stands on the page of their receipt";
      case PERSON -> "somebody must say it to them";
      case WAY -> "it goes back " + Labels.of(r.via());
    };
  }
}
