package org.currawong.console.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.currawong.console.http.Ask;
import org.currawong.domain.State;
import org.currawong.domain.report.AnswerRoom;
import org.currawong.domain.report.Handling.GivenAnswer;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;

/** Answers that somebody must say: by telephone, at the counter, by two-way radio. */
final class ToSay {

  private static final int ROWS = 30;

  private final Times times;

  ToSay(Times times) {
    this.times = times;
  }

  /** One answer that its sender has not heard. */
  record Waiting(Report report, GivenAnswer answer) {}

  static List<Waiting> of(State s) {
    return s.reports().stream()
        .filter(r -> AnswerRoom.bearer(r.via()) == AnswerRoom.Bearer.PERSON)
        .flatMap(
            r ->
                r.handling().answers().stream()
                    .filter(a -> a.passedOnAt() == null)
                    .map(a -> new Waiting(r, a)))
        .sorted(Comparator.comparing((Waiting w) -> w.answer().at()))
        .limit(ROWS)
        .toList();
  }

  Html list(Ask ask, List<Waiting> all) {
    return all.isEmpty()
        ? Html.of("<p class=\"soft\">Nobody waits to be rung back.</p>")
        : Html.of("<ul class=\"rows\">{}</ul>", Html.join(all.stream().map(w -> row(ask, w))));
  }

  private Html row(Ask ask, Waiting w) {
    return Html.of(
        """
        <li><a href="/console/reports/{}"><bdi>{}</bdi></a> <strong class="clock">waiting {}</strong>
        <p class="words" dir="auto">{}</p>{}</li>
        """,
        w.report().id(),
        who(w.report()),
        times.since(w.answer().at()),
        w.answer().text().body(),
        said(ask, w.report(), w.answer()));
  }

  private static String who(Report r) {
    Optional<ReportBody> body = r.secret().open();
    String caller = body.map(b -> b.caller() == null ? b.name() : b.caller()).orElse(null);
    String contact = body.map(ReportBody::contact).orElse(null);
    String who = caller == null ? "Sender not named" : caller;
    return (contact == null ? who : who + ", " + contact) + ", came " + Labels.of(r.via());
  }

  /** The button that says so. */
  static Html said(Ask ask, Report r, GivenAnswer a) {
    return Html.of(
        """
        <form method="post" action="/api/reports/{}/answers/{}/passed-on" data-send>{}
        <div class="faults" role="alert" tabindex="-1"></div>
        <button class="second">It was said to them</button></form>
        """,
        r.id(),
        a.id(),
        Layout.csrf(ask));
  }
}
