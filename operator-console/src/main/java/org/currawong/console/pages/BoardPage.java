package org.currawong.console.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.currawong.console.ConsoleParts;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Reply;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.report.Report;

/** The live board: what needs somebody now. */
public final class BoardPage {

  /** More rows than anybody reads; the search finds the rest. */
  private static final int ROWS = 60;

  /** More marks hide each other. */
  private static final int MARKS = 200;

  private final ConsoleParts parts;
  private final Layout layout;
  private final Times times;
  private final ReportRows rows;
  private final ToSay toSay;
  private final Strip strip;
  private final TownMap map;

  BoardPage(ConsoleParts parts, Layout layout, Times times, Strip strip, TownMap map) {
    this.parts = parts;
    this.layout = layout;
    this.times = times;
    this.rows = new ReportRows(times);
    this.toSay = new ToSay(times);
    this.strip = strip;
    this.map = map;
  }

  private record Seen(
      Report oldest,
      long unread,
      List<Report> reports,
      long found,
      List<Incident> incidents,
      List<Alert> alerts,
      List<Report> placed,
      List<ToSay.Waiting> toSay) {}

  /** {@code GET /console}. */
  public Reply board(Ask ask) {
    BoardFilter filter = BoardFilter.of(ask);
    Seen seen = parts.board().read(s -> look(s, filter));
    return layout.page(
        ask,
        "Board",
        Html.of(
            """
            <h1 class="soft">Board</h1>
            <ul class="figures" id="figures" data-live="Report Alert Withdrawal Delivery Answer">{}</ul>
            <div class="columns"><div>
            <section class="card" aria-labelledby="rh"><h2 id="rh">Reports</h2>
            {}<div id="reports" data-live="Report Answer">{}</div></section>
            </div><div>
            <section class="card" aria-labelledby="th"><h2 id="th">To be said to somebody</h2>
            <div id="tosay" data-live="Answer">{}</div></section>
            <section class="card" aria-labelledby="ah"><h2 id="ah">Alerts</h2>
            <div id="alerts" data-live="Alert Withdrawal">{}</div>
            <a class="button" href="/console/alerts/new">Write an alert</a></section>
            {}
            <section class="card" aria-labelledby="ih"><h2 id="ih">Incidents</h2>
            <div id="incidents" data-live="Incident Report">{}</div></section>
            <section class="card" aria-labelledby="ch"><h2 id="ch">Connections</h2>
            <div id="carriers" data-live="Carriers Delivery HubStarted Power">{}</div></section>
            </div></div>
            """,
            figures(seen),
            filter.form(),
            reports(seen),
            toSay.list(ask, seen.toSay()),
            new AlertRows(layout, times).list(seen.alerts()),
            town(seen),
            incidents(seen),
            strip.list()));
  }

  private static Seen look(State s, BoardFilter filter) {
    List<Report> open = s.reports().stream().filter(Report::clockRuns).toList();
    Report oldest = open.stream().min(Comparator.comparing(Report::receivedAt)).orElse(null);
    long unread = s.reports().stream().filter(Report::unread).count();
    List<Report> found =
        s.reports().stream().filter(filter::takes).sorted(ReportRows.BY_NEED).toList();
    List<Incident> incidents =
        s.incidents().stream()
            .filter(i -> i.status() != IncidentStatus.CLOSED && !i.reports().isEmpty())
            .sorted(
                Comparator.comparing(
                        Incident::urgency, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Incident::lastAt, Comparator.reverseOrder()))
            .limit(ROWS)
            .toList();
    List<Alert> alerts =
        s.alerts().stream()
            .filter(a -> a.state() != AlertState.EXPIRED && a.state() != AlertState.WITHDRAWN)
            .sorted(Comparator.comparing(Alert::changedAt).reversed())
            .limit(ROWS)
            .toList();
    List<Report> placed =
        found.stream().filter(r -> r.place() != null && r.place().located()).limit(MARKS).toList();
    return new Seen(
        oldest,
        unread,
        found.stream().limit(ROWS).toList(),
        found.size(),
        incidents,
        alerts,
        placed,
        ToSay.of(s));
  }

  private Html figures(Seen seen) {
    long waiting =
        seen.alerts().stream()
            .filter(a -> a.state() == AlertState.SUBMITTED || a.state() == AlertState.APPROVED)
            .count();
    long inForce = seen.alerts().stream().filter(a -> a.state() == AlertState.RELEASED).count();
    return oldest(seen)
        .and(figure(Long.toString(seen.unread()), "reports that nobody has read yet"))
        .and(figure(Long.toString(waiting), "alerts waiting for approval"))
        .and(figure(Long.toString(inForce), "alerts in force"));
  }

  private Html oldest(Seen seen) {
    return Optional.ofNullable(seen.oldest())
        .map(
            r ->
                Html.of(
                    """
                    <li class="first alarm"><b>{}</b><span>oldest report of a life in danger that
                    is not handed over: <a href="/console/reports/{}">{}</a></span></li>
                    """,
                    times.ago(r.receivedAt()),
                    r.id(),
                    ReportRows.shortWords(r)))
        .orElseGet(
            () ->
                Html.of(
                    "<li class=\"first\"><b>None</b><span>No report of a life in danger is waiting"
                        + " to be handed over.</span></li>"));
  }

  private static Html figure(String value, String words) {
    return Html.of("<li><b>{}</b><span>{}</span></li>", value, words);
  }

  private Html reports(Seen seen) {
    if (seen.reports().isEmpty()) {
      return Html.of("<p class=\"soft\">No reports.</p>");
    }
    return rows.list(seen.reports())
        .and(
            Html.of(
                    "<p class=\"soft\">{} of {}; find the others by their words.</p>",
                    seen.reports().size(),
                    seen.found())
                .when(seen.found() > seen.reports().size()));
  }

  private Html town(Seen seen) {
    if (map == null) {
      return Html.NONE;
    }
    List<TownMap.Mark> marks =
        seen.placed().stream()
            .map(
                r ->
                    new TownMap.Mark(
                        "/console/reports/" + r.id(),
                        ReportRows.shortWords(r),
                        r.place(),
                        r.urgency()))
            .toList();
    return Html.of(
        "<section class=\"card\" aria-labelledby=\"mh\"><h2 id=\"mh\">Map</h2>"
            + "<div id=\"map\" data-live=\"Report\">{}</div></section>",
        map.draw(marks));
  }

  private Html incidents(Seen seen) {
    return seen.incidents().isEmpty()
        ? Html.of("<p class=\"soft\">No open incidents.</p>")
        : Html.of(
            "<ul class=\"rows\">{}</ul>", Html.join(seen.incidents().stream().map(this::incident)));
  }

  private Html incident(Incident i) {
    Incident.About about = i.about().body();
    return Html.of(
        """
        <li><span class="mark {}">{}</span><a href="/console/incidents/{}"><bdi>{}</bdi></a>
        <div class="soft">{} {} · last {}</div></li>
        """,
        i.urgency() == null ? "" : i.urgency().word(),
        Labels.of(i.urgency()),
        i.id(),
        about == null ? "erased" : about.title(),
        i.reports().size(),
        i.reports().size() == 1 ? "report" : "reports",
        times.ago(i.lastAt()));
  }
}
