package org.currawong.console.pages;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.currawong.console.ConsoleParts;
import org.currawong.console.calls.LogCalls;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Reply;
import org.currawong.domain.Role;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.Urgency;

/** First pages of radio and council, and the check of the log. */
public final class RolePages {

  private static final int ROWS = 200;

  private final ConsoleParts parts;
  private final Layout layout;
  private final Times times;
  private final LogCalls log;

  RolePages(ConsoleParts parts, Layout layout, Times times, LogCalls log) {
    this.parts = parts;
    this.layout = layout;
    this.times = times;
    this.log = log;
  }

  /** {@code GET /radio}: what waits for a yes, and what is to be read out. */
  public Reply radio(Ask ask) {
    List<Alert> waiting = alerts(AlertState.SUBMITTED, AlertState.APPROVED);
    List<Alert> inForce =
        alerts(AlertState.RELEASED).stream().filter(a -> a.begun(times.now())).toList();
    AlertRows rows = new AlertRows(layout, times);
    return layout.page(
        ask,
        "On air",
        Html.of(
            """
            <h1>On air</h1><div class="columns even">
            <section class="card" aria-labelledby="w"><h2 id="w">Waiting for your yes or no</h2>
            <div id="waiting" data-live="Alert">{}</div></section>
            <section class="card" aria-labelledby="f"><h2 id="f">In force: to be read out</h2>
            <div id="force" data-live="Alert Withdrawal">{}</div></section></div>
            """,
            rows.list(waiting),
            inForce.isEmpty()
                ? Html.of("<p class=\"soft\">Nothing is in force.</p>")
                : Html.join(inForce.stream().map(this::onAir))));
  }

  private List<Alert> alerts(AlertState... states) {
    List<AlertState> wanted = List.of(states);
    return parts
        .board()
        .read(
            s ->
                s.alerts().stream()
                    .filter(a -> wanted.contains(a.state()))
                    .sorted(Comparator.comparing(Alert::changedAt).reversed())
                    .limit(ROWS)
                    .toList());
  }

  private Html onAir(Alert a) {
    return Html.of(
        "<article>{}<p>{} {}</p><h3><a href=\"/console/alerts/{}\"><bdi>{}</bdi></a></h3>"
            + "<p>Until {}.</p>{}</article>",
        LevelMark.banner(a.draft()),
        layout.tag(a.draft()),
        LevelMark.of(a.draft()),
        a.id(),
        a.draft().headline(),
        times.full(a.draft().expires()),
        Html.join(
            a.artefacts().stream()
                .filter(r -> r.type().startsWith("audio/"))
                .map(
                    r ->
                        Html.of(
                            "<p>{}</p><audio controls preload=\"none\" aria-label=\"{}\""
                                + " src=\"/api/alerts/{}/artefacts/{}\"></audio>",
                            OutgoingView.title(r),
                            OutgoingView.title(r),
                            a.id(),
                            r.name()))));
  }

  private record Council(List<Report> reports, long all, long lives, List<Alert> alerts) {}

  /** {@code GET /council}: what came in and what went out, without names, numbers or places. */
  public Reply council(Ask ask) {
    Council seen = parts.board().read(RolePages::council);
    return layout.page(
        ask,
        "Council",
        Html.of(
            """
            <h1>Council</h1><ul class="figures" id="figures" data-live="Report Alert">
            <li><b>{}</b><span>reports so far</span></li>
            <li><b>{}</b><span>of a life in danger</span></li>
            <li><b>{}</b><span>alerts so far</span></li></ul>
            <div class="columns"><section class="card" aria-labelledby="r"><h2 id="r">Reports</h2>
            <p class="soft">Without names, numbers and exact places. The latest first.</p>
            <ul class="rows" id="reports" data-live="Report">{}</ul></section>
            <div><section class="card" aria-labelledby="a"><h2 id="a">Alerts</h2>
            <div id="alerts" data-live="Alert Withdrawal">{}</div></section>{}</div></div>
            """,
            seen.all(),
            seen.lives(),
            seen.alerts().size(),
            Html.join(seen.reports().stream().map(this::report)),
            new AlertRows(layout, times).list(seen.alerts()),
            export(ask)));
  }

  private static Council council(State s) {
    return new Council(
        s.reports().stream()
            .sorted(Comparator.comparing(Report::n).reversed())
            .limit(ROWS)
            .toList(),
        s.reports().size(),
        s.reports().stream().filter(r -> r.urgency() == Urgency.LIFE_SAFETY).count(),
        s.alerts().stream()
            .sorted(Comparator.comparing(Alert::changedAt).reversed())
            .limit(ROWS)
            .toList());
  }

  private Html report(Report r) {
    return Html.of(
        "<li>{}<bdi>{}</bdi><div class=\"soft\">{} · {} · {}</div></li>",
        ReportRows.urgency(r),
        StaffPages.blotted(r),
        times.brief(r.receivedAt()),
        Labels.of(r.via()),
        Labels.of(r.status()));
  }

  private Html export(Ask ask) {
    return Html.of(
        """
        <section class="card"><h2>Take it with you</h2><p>A file with the log of a time, everything
        that went out, and what is needed to check it without this hub.</p>
        <form method="post" action="/api/log/export">{}
        <div class="pair"><div><label for="from">From <small>({})</small></label>
        <input id="from" name="from" type="datetime-local" required></div>
        <div><label for="to">To <small>({})</small></label>
        <input id="to" name="to" type="datetime-local" required></div></div>
        <button>Make the file</button></form></section>
        """,
        Layout.csrf(ask),
        times.zone(),
        times.zone());
  }

  private record Head(long n, String hash) {}

  /** {@code GET /console/log}. */
  public Reply log(Ask ask) throws IOException {
    Head head = parts.board().read(s -> new Head(s.n(), s.head()));
    Optional<String> checkpoint = parts.log().checkpoint();
    return layout.page(
        ask,
        "Log check",
        Html.of(
            """
            <h1>Log check</h1><div class="columns even"><section class="card"><h2>Where it stands</h2>
            <p>{} entries. The check words of the last one:</p><p class="checkwords">{}</p>
            <p class="soft">They stand on every printed sheet and in the feed. Words on paper that this
            log once had, and has no more, show that it was changed.</p></section>
            <section class="card"><h2>Check all of it</h2><p>Reads every line again and compares it with
            its neighbours and with the signed checkpoints.</p>
            <form method="post" action="/api/log/check" data-send>{}
            <div class="faults" role="alert" tabindex="-1"></div><button>Check it now</button></form>
            <div id="checked" role="status">{}</div></section></div>
            <section class="card"><h2>The last signed checkpoint</h2>{}</section>{}
            """,
            head.n(),
            LogCalls.words(head.hash()),
            Layout.csrf(ask),
            log.last().map(this::checked).orElse(Html.NONE),
            checkpoint
                .map(c -> Html.of("<pre>{}</pre>", c))
                .orElse(
                    Html.of(
                        "<p class=\"soft\">None yet; one is signed each minute with news.</p>")),
            lines(head.n()).when(ask.has(Role.COUNCIL))));
  }

  private Html checked(LogCalls.Checked c) {
    return Html.of(
        "<p class=\"{}\">{}</p><p>{} entries, checked {}; {} of them after the last checkpoint.</p>"
            + "<ul>{}</ul>",
        c.found().faults().isEmpty() ? "good" : "bad",
        c.found().faults().isEmpty() ? "✔ All lines fit together." : "✘ Something is wrong.",
        c.found().entries(),
        times.full(c.at()),
        c.found().uncovered(),
        Html.join(c.found().faults().stream().map(f -> Html.of("<li>{}</li>", f))));
  }

  /** The last lines as they stand on disk; people's words in them are enciphered. */
  private Html lines(long n) throws IOException {
    int shown = 20;
    long from = Math.max(1, n - shown + 1);
    return Html.of(
        "<section class=\"card\"><h2>The last lines</h2>{}<p><a href=\"/api/log?from=1\">From the"
            + " beginning</a></p></section>",
        Html.join(parts.log().lines(from, shown).stream().map(l -> Html.of("<pre>{}</pre>", l))));
  }
}
