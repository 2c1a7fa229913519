package org.currawong.console.pages;

import java.util.Arrays;
import java.util.List;
import org.currawong.console.http.Ask;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.report.Handling;
import org.currawong.domain.report.Handover;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportStatus;
import org.currawong.domain.report.Urgency;

/** The forms of a report's page: hand over, say where it is, move on, file. */
final class ReportActs {

  private final Times times;
  private final TownMap map;

  ReportActs(Times times, TownMap map) {
    this.times = times;
    this.map = map;
  }

  Html handover(Ask ask, Report r, String by) {
    return Html.of(
        """
        <section class="card"><h2>Hand over</h2>{}
        <form method="post" action="/api/reports/{}/handover" data-send data-keep="handover-{}">{}
        <div class="faults" role="alert" tabindex="-1"></div><div class="pair">
        <div><label for="agency">Agency</label><input id="agency" name="agency" required
        maxlength="200" autocomplete="off" list="agencies"></div>
        <div><label for="reference">Their reference</label><input id="reference" name="reference"
        maxlength="200" autocomplete="off"></div>
        <div><label for="person">Who took it</label><input id="person" name="person" maxlength="200"
        autocomplete="off"></div>
        <div><label for="at">When <small>(empty: now; {})</small></label><input id="at" name="at"
        type="datetime-local"></div></div>
        <datalist id="agencies"><option value="Triple Zero (000)"><option value="State Emergency Service">
        <option value="Fire service"><option value="Ambulance"><option value="Police"></datalist>
        <button>Hand over</button></form></section>
        """,
        had(r, by),
        r.id(),
        r.id(),
        Layout.csrf(ask),
        times.zone());
  }

  private Html had(Report r, String by) {
    Handling.HandedOver h = r.handling().handover();
    if (h == null) {
      return Html.of("<p class=\"soft\">This stops the clock of a life in danger.</p>");
    }
    Handover to = h.to().body();
    return to == null
        ? Html.of("<p>Handed over {}; to whom was erased.</p>", times.brief(h.at()))
        : Html.of(
            "<p class=\"good\">Handed over to <bdi>{}</bdi>{}{}, {}, by {}.</p>",
            to.agency(),
            Html.of(", reference <bdi>{}</bdi>", to.reference()).when(to.reference() != null),
            Html.of(", taken by <bdi>{}</bdi>", to.person()).when(to.person() != null),
            times.brief(h.at()),
            by);
  }

  Html place(Ask ask, Report r) {
    Placed p = r.place();
    boolean located = p != null && p.located();
    return Html.of(
        """
        <section class="card"><h2>Where it is</h2>
        <form method="post" action="/api/reports/{}/place" data-send data-place
        data-keep="place-{}">{}<div class="faults" role="alert" tabindex="-1"></div>{}
        <label for="place">Place</label><input id="place" name="place" maxlength="200" value="{}"
        autocomplete="off" dir="auto"><div class="pair">
        <div><label for="lat">Latitude</label><input id="lat" name="lat" inputmode="text"
        value="{}" autocomplete="off" maxlength="20"></div>
        <div><label for="lon">Longitude</label><input id="lon" name="lon" inputmode="text"
        value="{}" autocomplete="off" maxlength="20"></div></div>
        <button class="second">It is here</button></form></section>
        """,
        r.id(),
        r.id(),
        Layout.csrf(ask),
        map(r),
        Html.value(p == null ? null : p.name()),
        located ? p.lat() : "",
        located ? p.lon() : "");
  }

  private Html map(Report r) {
    if (map == null) {
      return Html.NONE;
    }
    Placed p = r.place();
    List<TownMap.Mark> marks =
        p == null || !p.located()
            ? List.of()
            : List.of(new TownMap.Mark("#place", ReportRows.shortWords(r), p, r.urgency()));
    return Html.of(
        "<p class=\"soft\">Click where it is, or type the coordinates.</p>{}", map.draw(marks));
  }

  static Html status(Ask ask, Report r) {
    boolean life = r.urgency() == Urgency.LIFE_SAFETY;
    return Html.of(
        """
        <section class="card"><h2>Move it on</h2>{}
        <form method="post" action="/api/reports/{}/status" data-send data-keep="status-{}">{}
        <div class="faults" role="alert" tabindex="-1"></div>
        <label for="status">It is now</label><select id="status" name="status">{}</select>
        <label for="reason">Why <small>(needed for safe and closed; kept in the log)</small></label>
        <input id="reason" name="reason" maxlength="1000" autocomplete="off">
        <button>Save</button></form></section>
        """,
        Html.of(
                "<p class=\"soft\">Only handing over or <em>safe</em> stops the clock of a life in"
                    + " danger; answering and closing do not.</p>")
            .when(life),
        r.id(),
        r.id(),
        Layout.csrf(ask),
        Html.join(
            Arrays.stream(ReportStatus.values())
                // To hand over, the agency is to be named: that form stands above.
                .filter(s -> s != ReportStatus.HANDED_OVER || r.status() == s)
                .map(
                    s ->
                        Html.of(
                            "<option value=\"{}\"{}>{}</option>",
                            s.word(),
                            Html.of(" selected").when(s == r.status()),
                            Labels.of(s)))));
  }

  static Html filing(Ask ask, Report r, Incident in, List<Incident> others) {
    return Html.of(
        """
        <section class="card"><h2>Incident</h2>{}
        <form method="post" action="/api/reports/{}/incident" data-send>{}
        <div class="faults" role="alert" tabindex="-1"></div>
        <label for="incident">Put it into another</label>
        <select id="incident" name="incident"><option value="">A new incident</option>{}</select>
        <label for="title">Title <small>(of a new incident)</small></label>
        <input id="title" name="title" maxlength="200" value="{}" autocomplete="off">
        <button class="second">File it</button></form></section>
        """,
        where(r, in),
        r.id(),
        Layout.csrf(ask),
        Html.join(others.stream().map(ReportActs::choice)),
        ReportRows.shortWords(r));
  }

  private static Html where(Report r, Incident in) {
    if (in != null) {
      return Html.of(
          "<p>In <a href=\"/console/incidents/{}\"><bdi>{}</bdi></a></p>",
          in.id(),
          ReportPage.title(in));
    }
    String why = r.asideReason();
    return Html.of("<p>In no incident{}</p>", why == null ? "." : ": " + why);
  }

  static Html choice(Incident i) {
    return Html.of("<option value=\"{}\">{}</option>", i.id(), ReportPage.title(i));
  }
}
