package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.report.Category;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Urgency;
import org.junit.jupiter.api.Test;

/** What a coordinator may do with incidents. */
class IncidentRulesTest {

  private final TestHub hub = TestHub.live();

  private void report(String id, String urgency) {
    hub.accept(ReportRulesTest.report(id, "text of " + id), Actor.RESIDENT);
    hub.accept(
        ReportRulesTest.answers(
            id,
            ReportRulesTest.says(Duty.CATEGORY, "flood"),
            ReportRulesTest.says(Duty.URGENCY, urgency)),
        Actor.part("inference-worker"));
  }

  private static Command.OpenIncident open(String id, String... reports) {
    return new Command.OpenIncident(id, "Mill Road", null, List.of(reports));
  }

  @Test
  void aCoordinatorOpensAnIncidentWithReportsThatLeaveTheirOld() {
    report("r1", "urgent");
    report("r2", "life-safety");
    String old = hub.state.report("r1").incident();
    hub.accept(open("i1", "r1", "r2"), hub.by("ana"));
    Incident i = hub.state.incident("i1");
    assertEquals(List.of("r1", "r2"), i.reports());
    assertEquals(Category.FLOOD, i.category());
    assertEquals(Urgency.LIFE_SAFETY, i.urgency());
    assertEquals(List.of(), hub.state.incident(old).reports());
    assertEquals("i1", hub.state.report("r1").incident());
  }

  @Test
  void openingTheSameAgainChangesNothing() {
    hub.accept(open("i1"), hub.by("ana"));
    assertEquals(List.of(), hub.accept(open("i1"), hub.by("ana")).facts());
  }

  @Test
  void aTitleIsNeededAndBoundedAndReportsMustExist() {
    hub.refuse(
        Why.INVALID, "title", new Command.OpenIncident("i1", " ", null, null), hub.by("ana"));
    hub.refuse(
        Why.INVALID,
        "title",
        new Command.OpenIncident("i1", "x".repeat(201), null, null),
        hub.by("ana"));
    hub.refuse(Why.NOT_FOUND, open("i1", "r9"), hub.by("ana"));
    hub.refuse(
        Why.INVALID,
        "reports",
        new Command.OpenIncident("i1", "t", null, Arrays.asList("r1", null)),
        hub.by("ana"));
    hub.refuse(
        Why.INVALID,
        "place",
        new Command.OpenIncident("i1", "t", new Placed("x", 100.0, 0.0), null),
        hub.by("ana"));
    assertNull(hub.state.incident("i1"));
    hub.accept(new Command.OpenIncident("i1", " t ", null, null), hub.by("ana"));
    assertEquals("t", hub.state.incident("i1").about().body().title());
  }

  @Test
  void onlyCoordinatorsTouchIncidents() {
    report("r1", "urgent");
    String i = hub.state.report("r1").incident();
    hub.refuse(Why.FORBIDDEN, open("i1"), hub.by("carl"));
    hub.refuse(Why.FORBIDDEN, new Command.FileReport(i, "r1"), hub.by("rita"));
    hub.refuse(
        Why.FORBIDDEN,
        new Command.ChangeIncidentStatus(i, IncidentStatus.CLOSED, "over"),
        hub.by("adam"));
  }

  @Test
  void filingByHandMovesAReportOnce() {
    report("r1", "urgent");
    hub.accept(open("i1"), hub.by("ana"));
    hub.accept(new Command.FileReport("i1", "r1"), hub.by("ben"));
    assertEquals("i1", hub.state.report("r1").incident());
    assertEquals(List.of(), hub.accept(new Command.FileReport("i1", "r1"), hub.by("ben")).facts());
    hub.refuse(Why.NOT_FOUND, new Command.FileReport("i9", "r1"), hub.by("ben"));
    hub.refuse(Why.NOT_FOUND, new Command.FileReport("i1", "r9"), hub.by("ben"));
  }

  @Test
  void whatAPersonFiledInferenceDoesNotMove() {
    hub.accept(ReportRulesTest.report("r1", "text"), Actor.RESIDENT);
    hub.accept(open("i1", "r1"), hub.by("ana"));
    hub.accept(
        ReportRulesTest.answers("r1", ReportRulesTest.says(Duty.URGENCY, "life-safety")),
        Actor.part("inference-worker"));
    assertEquals("i1", hub.state.report("r1").incident());
    assertEquals(Urgency.LIFE_SAFETY, hub.state.incident("i1").urgency());
  }

  @Test
  void closingAnIncidentNeedsAReason() {
    hub.accept(open("i1"), hub.by("ana"));
    hub.refuse(
        Why.INVALID,
        "reason",
        new Command.ChangeIncidentStatus("i1", IncidentStatus.CLOSED, null),
        hub.by("ana"));
    hub.accept(
        new Command.ChangeIncidentStatus("i1", IncidentStatus.CONTAINED, null), hub.by("ana"));
    hub.accept(
        new Command.ChangeIncidentStatus("i1", IncidentStatus.CLOSED, "water is gone"),
        hub.by("ana"));
    assertEquals(IncidentStatus.CLOSED, hub.state.incident("i1").status());
    hub.refuse(
        Why.INVALID, "status", new Command.ChangeIncidentStatus("i1", null, "x"), hub.by("ana"));
    hub.refuse(
        Why.NOT_FOUND,
        new Command.ChangeIncidentStatus("i9", IncidentStatus.OPEN, null),
        hub.by("ana"));
  }
}
