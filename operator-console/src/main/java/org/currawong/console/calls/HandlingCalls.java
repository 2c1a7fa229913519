package org.currawong.console.calls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import org.currawong.console.ConsoleParts;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.report.AnswerRoom;
import org.currawong.domain.report.Handover;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.text.Fit;

/** What people do about one report: answer it, hand it over, say where it is. */
public final class HandlingCalls {

  private static final int MOST_WORDS = 200;

  private final ConsoleParts parts;
  private final Core core;
  private final ReportCalls reports;
  private final ZoneId zone;

  public HandlingCalls(ConsoleParts parts, Core core, ReportCalls reports, ZoneId zone) {
    this.parts = parts;
    this.core = core;
    this.reports = reports;
    this.zone = zone;
  }

  /** {@code POST /api/reports/{id}/answers}: to its one sender, by the way it came. */
  public Reply answer(Ask ask) {
    String report = ask.param("id");
    String text = ask.fields().required("text", ReportBody.MAX_TEXT_BYTES);
    ask.fields().check();
    String id =
        RetryKey.of(ask)
            .map(key -> parts.receipts().id("answer " + report, key))
            .orElseGet(() -> Ids.random(parts.random()));
    core.hand(new Command.GiveAnswer(report, "a-" + id, text.strip()), ask.actor());
    return Saved.page(ask, "/console/reports/" + report)
        .orElseGet(() -> reports.shown(201, ask, report));
  }

  /** {@code POST /api/reports/{id}/answers/limits}: how much room a text takes on its way back. */
  public Reply limits(Ask ask) {
    Report r = parts.board().read(s -> s.report(ask.param("id")));
    if (r == null) {
      throw Fault.of(404, "there is no such report");
    }
    String text = ask.fields().text("text", ReportBody.MAX_TEXT_BYTES);
    ask.fields().check();
    Fit fit = AnswerRoom.fit(r.via(), text == null ? "" : text.strip());
    Doc doc = new Doc().put("words", fit.words()).put("used", fit.used());
    doc.put("allowed", fit.allowed()).put("unit", fit.unit().words()).put("parts", fit.parts());
    return Reply.json(200, doc.put("fits", fit.fits()).put("over", fit.over()).fields());
  }

  /** {@code POST /api/reports/{id}/answers/{answer}/passed-on}: somebody said it to the sender. */
  public Reply passedOn(Ask ask) {
    Command said = new Command.PassOnAnswer(ask.param("id"), ask.param("answer"));
    return done(ask, said);
  }

  /** {@code POST /api/reports/{id}/seen}: takes it off the unread, and its alarm goes quiet. */
  public Reply seen(Ask ask) {
    return done(ask, new Command.SeeReport(ask.param("id")));
  }

  /** {@code POST /api/reports/{id}/place}: a name, coordinates, or both. */
  public Reply place(Ask ask) {
    Fields all = ask.fields();
    Fields f = all.raw("place") instanceof ObjectNode ? all.inside("place") : all;
    String name = f.text(f == all ? "place" : "name", MOST_WORDS);
    if (name == null && f == all) {
      name = f.text("name", MOST_WORDS);
    }
    Double lat = f.number("lat", -90, 90);
    Double lon = f.number("lon", -180, 180);
    if ((lat == null) != (lon == null)) {
      f.fault(lat == null ? "lat" : "lon", "give both lat and lon, or neither");
    }
    all.check();
    return done(ask, new Command.PlaceReport(ask.param("id"), new Placed(name, lat, lon)));
  }

  /** {@code POST /api/reports/{id}/handover}. */
  public Reply handOver(Ask ask) {
    Fields f = ask.fields();
    String agency = f.required("agency", MOST_WORDS);
    String reference = f.text("reference", MOST_WORDS);
    String person = f.text("person", MOST_WORDS);
    Instant at = f.time("at", zone);
    f.check();
    Handover to = new Handover(agency.strip(), reference, person);
    return done(ask, new Command.HandOverReport(ask.param("id"), to, at));
  }

  private Reply done(Ask ask, Command command) {
    String report = ask.param("id");
    core.hand(command, ask.actor());
    return Saved.page(ask, "/console/reports/" + report)
        .orElseGet(() -> reports.shown(200, ask, report));
  }
}
