package org.currawong.console.pages;

import java.util.Comparator;
import java.util.List;
import org.currawong.console.ConsoleParts;
import org.currawong.console.calls.AlertJson;
import org.currawong.console.calls.Core;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.State;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;

/** One report: its words, everything worked out about it with the reasons, and what to do. */
public final class ReportPage {

  /** Incidents to choose from; the newest are the likely ones. */
  private static final int MOST_CHOICES = 100;

  private final ConsoleParts parts;
  private final Core core;
  private final Layout layout;
  private final Times times;
  private final ThreadView threads;
  private final ReportActs acts;

  ReportPage(ConsoleParts parts, Core core, Layout layout, Times times, TownMap map) {
    this.parts = parts;
    this.core = core;
    this.layout = layout;
    this.times = times;
    this.threads = new ThreadView(times);
    this.acts = new ReportActs(times, map);
  }

  private record Seen(
      Report report, Incident incident, List<Incident> others, Html thread, String handedBy) {}

  /** {@code GET /console/reports/{id}}: whoever opens it first takes it off the unread. */
  public Reply report(Ask ask) {
    String id = ask.param("id");
    Report before = parts.board().read(s -> s.report(id));
    if (before == null) {
      throw Fault.of(404, "there is no such report");
    }
    if (before.handling().seenBy() == null) {
      core.hand(new Command.SeeReport(id), ask.actor());
    }
    Seen seen = parts.board().read(s -> look(s, ask, id));
    Report r = seen.report();
    ReportBody body = r.secret().body();
    return layout.page(
        ask,
        "Report",
        Html.of(
            """
            <p><a href="/console">Board</a></p><div id="head" data-live="Report Answer"><p>{} {} {}
            </p><h1><bdi lang="{}">{}</bdi></h1></div>
            <div class="columns"><div>
            <section class="card"><h2>In the sender's words</h2>
            <p class="words" dir="auto" lang="{}">{}</p>{}</section>
            <section class="card"><h2>Answers</h2><div id="thread" data-live="Report Answer">{}</div>{}
            </section>{}
            <section class="card" id="answers" data-live="ReportAssessed"><h2>What was worked out</h2>
            <p class="soft">Evidence, not a decision: read the words themselves.</p>{}</section>
            </div><div>{}{}{}{}</div></div>
            """,
            ReportRows.urgency(r),
            Html.of("<span class=\"mark\">{}</span>", Labels.of(r.status())),
            clock(r),
            r.language(),
            ReportRows.shortWords(r),
            r.language(),
            body == null ? "These words were erased." : body.text(),
            translation(r),
            seen.thread(),
            ThreadView.box(ask, r).when(body != null),
            acts.handover(ask, r, seen.handedBy()),
            answers(r),
            facts(r, body),
            acts.place(ask, r),
            ReportActs.status(ask, r),
            ReportActs.filing(ask, r, seen.incident(), seen.others())));
  }

  private Html clock(Report r) {
    return ReportRows.open(r)
        ? Html.of("<strong class=\"clock\">waiting {}</strong>", times.since(r.receivedAt()))
        : Html.NONE;
  }

  private Seen look(State s, Ask ask, String id) {
    Report r = s.report(id);
    List<Incident> others =
        s.incidents().stream()
            .filter(i -> i.status() != IncidentStatus.CLOSED)
            .sorted(Comparator.comparing(Incident::lastAt).reversed())
            .limit(MOST_CHOICES)
            .toList();
    String by =
        r.handling().handover() == null ? "" : AlertJson.name(s, r.handling().handover().by());
    return new Seen(r, s.incident(r.incident()), others, threads.of(s, ask, r), by);
  }

  private static Html translation(Report r) {
    Assessment t = r.answer(Duty.TRANSLATION);
    return t == null || t.answer().isBlank()
        ? Html.NONE
        : Html.of(
            "<h3>Translation by machine</h3><p class=\"words\" dir=\"auto\">{}</p>"
                + "<p class=\"soft\">{}: {}</p>",
            t.answer(),
            t.by(),
            t.why());
  }

  private static Html answers(Report r) {
    if (r.answers().isEmpty()) {
      return Html.of("<p>Nothing yet: it was just received.</p>");
    }
    return Html.of(
        "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"What was worked out\">"
            + "<table><thead><tr><th scope=\"col\">What</th>"
            + "<th scope=\"col\">Answer</th><th scope=\"col\">How it was worked out</th>"
            + "<th scope=\"col\">Why</th></tr></thead><tbody>{}</tbody></table></div>",
        Html.join(r.answers().stream().map(ReportPage::answer)));
  }

  private static Html answer(Assessment a) {
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td><bdi>{}</bdi></td><td>{} <small>({} ms)</small></td>"
            + "<td><bdi>{}</bdi></td></tr>",
        Labels.of(a.duty()),
        shown(a),
        a.by(),
        a.ms(),
        a.why());
  }

  private static Object shown(Assessment a) {
    if (a.answer().isEmpty()) {
      return "no answer";
    }
    return switch (a.duty()) {
      case LANGUAGE -> Labels.language(a.answer());
      case NEAR_COPY ->
          Html.of("<a href=\"/console/reports/{}\">an earlier report</a>", a.answer());
      case URGENCY, CATEGORY -> Labels.sentence(a.answer());
      case PLACE, SUMMARY, TRANSLATION -> a.answer();
    };
  }

  private Html facts(Report r, ReportBody body) {
    Placed p = r.place();
    return Html.of(
        """
        <section class="card"><h2>About it</h2><dl class="facts">
        <dt>Came</dt><dd>{} ({})</dd><dt>How</dt><dd>{}</dd>{}{}{}{}{}{}</dl></section>
        """,
        times.full(r.receivedAt()),
        times.ago(r.receivedAt()),
        Labels.of(r.via()),
        fact("Language", Labels.language(r.language())),
        fact("Place", p == null ? null : p.name()),
        fact("Name", body == null ? null : body.name()),
        fact("Answer to", body == null ? null : body.contact()),
        fact("Caller", body == null ? null : body.caller()),
        fact("Receipt", body == null ? null : body.receipt()));
  }

  private static Html fact(String name, String value) {
    return Html.of("<dt>{}</dt><dd><bdi>{}</bdi></dd>", name, value)
        .when(value != null && !value.isBlank());
  }

  static String title(Incident i) {
    return i.about().open().map(Incident.About::title).orElse("erased");
  }
}
