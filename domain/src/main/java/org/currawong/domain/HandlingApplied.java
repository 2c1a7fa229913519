package org.currawong.domain;

import java.util.HashSet;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.report.Handling;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportStatus;

/** What the facts about handling reports and incidents do to the state. */
final class HandlingApplied {

  private HandlingApplied() {}

  static void seen(State s, Entry e, Fact.ReportSeen f) {
    Report r = s.report(f.report());
    s.putReport(r.handled(r.handling().seen(f.by(), e.at())));
  }

  static void answered(State s, Entry e, Fact.AnswerGiven f) {
    Report r = s.report(f.report());
    Handling.GivenAnswer a =
        new Handling.GivenAnswer(f.answer(), f.by(), e.at(), f.secret(), null, null);
    Report now = r.handled(r.handling().seen(f.by(), e.at()).answered(a));
    boolean open = r.status() == ReportStatus.RECEIVED || r.status() == ReportStatus.CHECKING;
    s.putReport(open ? now.withStatus(ReportStatus.ANSWERED) : now);
  }

  static void passedOn(State s, Entry e, Fact.AnswerPassedOn f) {
    Report r = s.report(f.report());
    s.putReport(r.handled(r.handling().passedOn(f.answer(), f.by(), e.at())));
  }

  static void placed(State s, Fact.ReportPlaced f) {
    Report r = s.report(f.report());
    s.putReport(r.handled(r.handling().placed(f.secret())));
  }

  static void handedOver(State s, Fact.ReportHandedOver f) {
    Report r = s.report(f.report());
    Handling.HandedOver to = new Handling.HandedOver(f.by(), f.handedAt(), f.secret());
    s.putReport(r.handled(r.handling().handedOver(to)).withStatus(ReportStatus.HANDED_OVER));
  }

  static void merged(State s, Fact.IncidentsMerged f) {
    Incident other = s.incident(f.other());
    Incident into = s.incident(f.incident());
    for (String id : other.reports()) {
      s.putReport(s.report(id).inIncident(into.id()));
    }
    s.incidents.put(into.id(), into.withAllOf(other));
    s.incidents.put(other.id(), other.mergedInto(into.id()));
  }

  static void split(State s, Entry e, Fact.IncidentSplit f) {
    Incident from = s.incident(f.incident());
    s.incidents.put(from.id(), from.withoutReports(new HashSet<>(f.reports())));
    Incident fresh = Applied.fresh(f.fresh(), e, f.secret(), from.category());
    for (String id : f.reports()) {
      Report r = s.report(id);
      fresh = fresh.withReport(id, r.urgency(), r.receivedAt());
      s.putReport(r.inIncident(fresh.id()));
    }
    s.incidents.put(fresh.id(), fresh);
  }
}
