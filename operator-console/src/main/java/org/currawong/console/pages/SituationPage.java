package org.currawong.console.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.currawong.console.ConsoleParts;
import org.currawong.console.calls.Copies;
import org.currawong.console.calls.LogCalls;
import org.currawong.console.calls.NoteCalls;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Reply;
import org.currawong.domain.Note;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.power.PowerState;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportStatus;

/** How things stand, on one sheet: for the wall, the next shift, the agency that asks. */
public final class SituationPage {

  private static final int OLDEST = 10;
  private static final int INCIDENTS = 25;
  private static final int NOTES = 10;

  private final ConsoleParts parts;
  private final Layout layout;
  private final Times times;
  private final Strip strip;

  SituationPage(ConsoleParts parts, Layout layout, Times times, Strip strip) {
    this.parts = parts;
    this.layout = layout;
    this.times = times;
    this.strip = strip;
  }

  private record Seen(
      long n,
      String head,
      List<Report> reports,
      List<Incident> incidents,
      List<Alert> alerts,
      long red,
      List<PowerState> power,
      List<Note> notes) {}

  /** {@code GET /console/situation}: the page is the sheet; the button prints it. */
  public Reply situation(Ask ask) {
    Seen seen = parts.board().read(this::look);
    List<Report> waiting =
        seen.reports().stream()
            .filter(ReportRows::open)
            .sorted(ReportRows.BY_NEED)
            .limit(OLDEST)
            .toList();
    return layout.page(
        ask,
        "Situation",
        Html.of(
            """
            <div class="sheet"><h1>Situation report</h1><p><strong><bdi>{}</bdi>, {}</strong>
            <button type="button" id="print">Print the situation report</button></p>
            <ul class="figures">{}</ul>
            <section class="card"><h2>Waiting longest</h2>{}</section>
            <section class="card"><h2>Incidents</h2>{}</section>
            <section class="card"><h2>Alerts in force</h2>{}</section>
            <section class="card"><h2>Connections</h2>{}</section>
            <section class="card"><h2>Power</h2>{}</section>
            <section class="card"><h2>Latest notes</h2>{}</section>
            <section class="card"><h2>Check words</h2><p class="checkwords">{}</p>
            <p class="soft">Of the log up to entry {}. Who has these words can tell later whether
            anything before it was changed.</p></section></div>
            """,
            layout.hub(),
            times.full(times.now()),
            figures(seen),
            waiting.isEmpty()
                ? Html.of("<p>Nobody waits.</p>")
                : new ReportRows(times).list(waiting),
            incidents(seen.incidents()),
            alerts(seen),
            strip.list(),
            power(seen.power()),
            notes(seen.notes()),
            LogCalls.words(seen.head()),
            seen.n()));
  }

  private Seen look(State s) {
    List<Incident> incidents =
        s.incidents().stream()
            .filter(i -> i.status() != IncidentStatus.CLOSED && !i.reports().isEmpty())
            .sorted(
                Comparator.comparing(
                        Incident::urgency, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Incident::firstAt))
            .toList();
    List<Alert> alerts = s.released().toList();
    long red =
        s.alerts().stream()
            .flatMap(a -> Copies.of(s, a).stream())
            .filter(c -> Red.is(c, times.now()))
            .count();
    return new Seen(
        s.n(),
        s.head(),
        List.copyOf(s.reports()),
        incidents,
        alerts,
        red,
        List.copyOf(s.power()),
        NoteCalls.latestFirst(s).stream().limit(NOTES).toList());
  }

  private static Html figures(Seen seen) {
    Map<ReportStatus, Long> by =
        seen.reports().stream()
            .collect(Collectors.groupingBy(Report::status, Collectors.counting()));
    long lives = seen.reports().stream().filter(Report::clockRuns).count();
    long unread = seen.reports().stream().filter(Report::unread).count();
    return figure(lives, "lives in danger, not handed over")
        .and(figure(unread, "not read yet"))
        .and(
            Html.join(
                Arrays.stream(ReportStatus.values())
                    .map(
                        st ->
                            figure(
                                by.getOrDefault(st, 0L), Labels.of(st).toLowerCase(Locale.ROOT)))))
        .and(figure(seen.reports().size(), "reports in all"))
        .and(figure(seen.red(), "copies of alerts not confirmed"));
  }

  private static Html figure(long count, String words) {
    return Html.of("<li><b>{}</b><span>{}</span></li>", count, words);
  }

  private Html incidents(List<Incident> all) {
    return list(
            all.stream().limit(INCIDENTS).toList(),
            "No open incidents.",
            i ->
                Html.of(
                    "<li><span class=\"mark {}\">{}</span><bdi>{}</bdi> <span class=\"soft\">{} {},"
                        + " since {}</span></li>",
                    i.urgency() == null ? "" : i.urgency().word(),
                    Labels.of(i.urgency()),
                    ReportPage.title(i),
                    i.reports().size(),
                    i.reports().size() == 1 ? "report" : "reports",
                    times.brief(i.firstAt())))
        .and(
            Html.of("<p class=\"soft\">and {} more</p>", all.size() - INCIDENTS)
                .when(all.size() > INCIDENTS));
  }

  private Html alerts(Seen seen) {
    return list(
        seen.alerts().stream().filter(a -> a.state() == AlertState.RELEASED).toList(),
        "No alert is in force.",
        a ->
            Html.of(
                "<li>{} {} <bdi>{}</bdi>, <bdi>{}</bdi> <span class=\"soft\">until {}</span></li>",
                layout.tag(a.draft()),
                LevelMark.of(a.draft()),
                a.draft().headline(),
                a.draft().area().name(),
                times.brief(a.draft().expires())));
  }

  private Html power(List<PowerState> all) {
    return list(
        all,
        "No power monitor is connected: look at the lights.",
        p ->
            Html.of(
                "<li><bdi>{}</bdi>: {} <span class=\"soft\">{}, told {}</span></li>",
                p.ups(),
                Labels.sentence(p.rung().word()),
                String.join(" ", p.words()),
                times.brief(p.at())));
  }

  private Html notes(List<Note> all) {
    return list(
        all,
        "No notes.",
        n ->
            Html.of(
                "<li>{} <span class=\"words\">{}</span></li>",
                times.brief(n.writtenAt()),
                n.text().open().orElse("erased")));
  }

  private static <T> Html list(List<T> all, String none, Function<T, Html> row) {
    return all.isEmpty()
        ? Html.of("<p class=\"soft\">{}</p>", none)
        : Html.of("<ul class=\"rows\">{}</ul>", Html.join(all.stream().map(row)));
  }
}
