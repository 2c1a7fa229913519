package org.currawong.domain;

import java.time.Instant;
import org.currawong.domain.report.Handover;
import org.currawong.domain.report.Report;

/** What people on duty do about a report beside answering it. */
final class HandlingRules {

  private HandlingRules() {}

  static Decision see(State s, Command.SeeReport c, Actor by) {
    Decision no = mayHandle(s, c.report(), by);
    if (no != null) {
      return no;
    }
    return s.report(c.report()).handling().seenBy() != null
        ? Decision.accepted(c.report())
        : Decision.accepted(c.report(), new Fact.ReportSeen(c.report(), by.id()));
  }

  static Decision place(State s, Command.PlaceReport c, Actor by) {
    Decision no = mayHandle(s, c.report(), by);
    if (no != null) {
      return no;
    }
    Report r = s.report(c.report());
    return c.place().equals(r.place())
        ? Decision.accepted(c.report())
        : Decision.accepted(
            c.report(),
            new Fact.ReportPlaced(c.report(), by.id(), new Sealed<>(r.secret().key(), c.place())));
  }

  static Decision handOver(State s, Command.HandOverReport c, Actor by, Instant now) {
    Decision no = mayHandle(s, c.report(), by);
    if (no != null) {
      return no;
    }
    Instant at = c.at() == null ? now : c.at();
    if (at.isAfter(now.plus(AnswerRules.CLOCKS_APART))) {
      return Decider.invalid("at", "this time is still to come");
    }
    Report r = s.report(c.report());
    Handover to = c.to();
    return Decision.accepted(
        c.report(),
        new Fact.ReportHandedOver(c.report(), at, by.id(), new Sealed<>(r.secret().key(), to)));
  }

  static Decision acknowledge(State s, Command.AcknowledgeAlarm c, Actor by) {
    if (!by.has(Role.COORDINATOR) && !by.has(Role.RADIO)) {
      return Decider.forbidden("only coordinators and radio say that an alarm was heard");
    }
    return s.heard(c.alarm()) != null
        ? Decision.accepted(c.alarm())
        : Decision.accepted(c.alarm(), new Fact.AlarmAcknowledged(c.alarm(), by.id()));
  }

  /** A refusal, or {@code null} where the report is there and this person may handle it. */
  static Decision mayHandle(State s, String report, Actor by) {
    if (!by.has(Role.COORDINATOR)) {
      return Decider.forbidden("only a coordinator handles a report");
    }
    return s.report(report) == null ? Decider.notFound("report", "report") : null;
  }
}
