package org.currawong.console.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.currawong.console.ConsoleParts;
import org.currawong.console.calls.IncidentCalls;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.State;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.report.Report;

/** One incident: how many people say so and by how many ways, and what each said. */
public final class IncidentPage {

  private final ConsoleParts parts;
  private final Layout layout;
  private final Times times;

  IncidentPage(ConsoleParts parts, Layout layout, Times times) {
    this.parts = parts;
    this.layout = layout;
    this.times = times;
  }

  /** Incidents to choose from; the newest are the likely ones. */
  private static final int MOST_CHOICES = 100;

  private record Seen(Incident incident, List<Report> reports, List<Incident> others) {}

  /** {@code GET /console/incidents/{id}}. */
  public Reply incident(Ask ask) {
    Seen seen =
        parts
            .board()
            .read(
                s -> {
                  Incident i = s.incident(ask.param("id"));
                  return i == null
                      ? null
                      : new Seen(
                          i,
                          i.reports().stream().map(s::report).filter(Objects::nonNull).toList(),
                          others(s, i));
                });
    if (seen == null) {
      throw Fault.of(404, "there is no such incident");
    }
    Incident i = seen.incident();
    long people = IncidentCalls.people(seen.reports());
    return layout.page(
        ask,
        "Incident",
        Html.of(
            """
            <p><a href="/console">Board</a></p>
            <p><span class="mark {}">{}</span><span class="mark">{}</span></p>{}
            <h1><bdi>{}</bdi></h1><div class="columns"><div>
            <section class="card" id="said" data-live="Report Incident"><h2>Reports</h2>
            <p>{} in {}, by {} {}. {}</p>{}</section></div><div>
            <section class="card"><h2>About it</h2><dl class="facts">{}
            <dt>First</dt><dd>{}</dd><dt>Last</dt><dd>{}</dd></dl>
            <a class="button" href="/console/alerts/new?incident={}">Write an alert about it</a>
            </section>{}{}{}</div></div>
            """,
            i.urgency() == null ? "" : i.urgency().word(),
            Labels.of(i.urgency()),
            Labels.sentence(i.status().word()),
            gone(i),
            ReportPage.title(i),
            counted(seen.reports().size(), "report"),
            counted(IncidentCalls.bearers(seen.reports()), "way"),
            people,
            people == 1 ? "sender" : "senders",
            doubt(people, IncidentCalls.bearers(seen.reports())),
            new ReportRows(times).list(seen.reports()),
            place(i),
            times.full(i.firstAt()),
            times.full(i.lastAt()),
            i.id(),
            status(ask, i),
            merge(ask, i, seen.others()),
            split(ask, i, seen.reports())));
  }

  /** Independent are other people by another way in; many phones may have one voice. */
  private static String doubt(long people, long ways) {
    if (people <= 1) {
      return "One sender is not yet a fact.";
    }
    return ways <= 1 ? "All came the same way in: they may have one source." : "";
  }

  private static List<Incident> others(State s, Incident i) {
    return s.incidents().stream()
        .filter(o -> o.status() != IncidentStatus.CLOSED && !o.id().equals(i.id()))
        .sorted(Comparator.comparing(Incident::lastAt).reversed())
        .limit(MOST_CHOICES)
        .toList();
  }

  private static Html gone(Incident i) {
    return Html.of(
            "<p>Its reports are in <a href=\"/console/incidents/{}\">the incident that took them"
                + " over</a>.</p>",
            i.mergedInto())
        .when(i.mergedInto() != null);
  }

  private static Html merge(Ask ask, Incident i, List<Incident> others) {
    return Html.of(
            """
            <section class="card"><h2>The same as another?</h2>
            <form method="post" action="/api/incidents/{}/merge" data-send>{}
            <div class="faults" role="alert" tabindex="-1"></div>
            <label for="other">Take over all reports of</label>
            <select id="other" name="other" required><option value="">Choose</option>{}</select>
            <button class="second">Merge</button></form></section>
            """,
            i.id(),
            Layout.csrf(ask),
            Html.join(others.stream().map(ReportActs::choice)))
        .when(i.status() != IncidentStatus.CLOSED && !others.isEmpty());
  }

  private static Html split(Ask ask, Incident i, List<Report> reports) {
    return Html.of(
            """
            <section class="card"><h2>Two matters in one?</h2>
            <form method="post" action="/api/incidents/{}/split" data-send>{}
            <input type="hidden" name="key" value="{}">
            <div class="faults" role="alert" tabindex="-1"></div>
            <fieldset><legend>Reports that leave</legend>{}</fieldset>
            <label for="fresh">Title of the new incident <small>(may be empty)</small></label>
            <input id="fresh" name="title" maxlength="200" autocomplete="off">
            <button class="second">Split</button></form></section>
            """,
            i.id(),
            Layout.csrf(ask),
            UUID.randomUUID(),
            Html.join(
                reports.stream()
                    .limit(MOST_CHOICES)
                    .map(
                        r ->
                            Html.of(
                                "<label><input type=\"checkbox\" name=\"reports\" value=\"{}\">"
                                    + " <bdi>{}</bdi></label>",
                                r.id(),
                                ReportRows.shortWords(r)))))
        .when(reports.size() > 1);
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static Html place(Incident i) {
    return i.about()
        .open()
        .filter(a -> a.place() != null && a.place().name() != null)
        .map(a -> Html.of("<dt>Place</dt><dd><bdi>{}</bdi></dd>", a.place().name()))
        .orElse(Html.NONE);
  }

  private static Html status(Ask ask, Incident i) {
    return Html.of(
        """
        <section class="card"><h2>Move it on</h2>
        <form method="post" action="/api/incidents/{}/status" data-send>{}
        <div class="faults" role="alert" tabindex="-1"></div>
        <label for="status">It is now</label><select id="status" name="status">{}</select>
        <label for="reason">Why <small>(needed to close it)</small></label>
        <input id="reason" name="reason" maxlength="1000" autocomplete="off">
        <button>Save</button></form></section>
        """,
        i.id(),
        Layout.csrf(ask),
        Html.join(
            Arrays.stream(IncidentStatus.values())
                .map(
                    s ->
                        Html.of(
                            "<option value=\"{}\"{}>{}</option>",
                            s.word(),
                            Html.of(" selected").when(s == i.status()),
                            Labels.sentence(s.word())))));
  }
}
