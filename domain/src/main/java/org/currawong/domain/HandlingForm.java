package org.currawong.domain;

import java.util.List;
import org.currawong.domain.report.Handover;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.ReportBody;

/** Whether what people do about reports and incidents has its fields, in bearable sizes. */
final class HandlingForm {

  private HandlingForm() {}

  static Decision answer(Command.GiveAnswer x) {
    return fields(x.report())
        .id("answer", x.answer())
        .someWords("text", x.text(), ReportBody.MAX_TEXT_BYTES)
        .refusal();
  }

  static Decision place(Command.PlaceReport x) {
    Placed p = x.place();
    boolean empty = p != null && !p.located() && (p.name() == null || p.name().isBlank());
    return fields(x.report())
        .need("place", p)
        .fault(empty, "place", "give a name, or latitude and longitude")
        .place("place", p, WellFormed.MAX_LINE)
        .refusal();
  }

  static Decision handover(Command.HandOverReport x) {
    Fields f = fields(x.report()).need("agency", x.to()).time("at", x.at());
    Handover to = x.to();
    return to == null
        ? f.refusal()
        : f.someWords("agency", to.agency(), WellFormed.MAX_LINE)
            .words("reference", to.reference(), WellFormed.MAX_LINE)
            .words("person", to.person(), WellFormed.MAX_LINE)
            .refusal();
  }

  static Decision split(Command.SplitIncident x) {
    List<String> reports = x.reports();
    return new Fields()
        .id("incident", x.incident())
        .id("fresh", x.fresh())
        .words("title", x.title(), WellFormed.MAX_LINE)
        .someList("reports", reports)
        .fault(reports != null && reports.isEmpty(), "reports", "name at least one")
        .refusal();
  }

  private static Fields fields(String report) {
    return new Fields().id("report", report);
  }
}
