package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.report.AnswerRoom;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Handover;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportStatus;
import org.currawong.domain.report.Via;
import org.junit.jupiter.api.Test;

/** What people on duty do at night: answer, hand over, correct, merge, split, acknowledge. */
class HandlingTest {

  private static final Actor WORKER = Actor.part("inference-worker");

  private final TestHub hub = TestHub.live();

  private Report taken(String id, Via via, String sender, String urgency) {
    Actor by = AnswerRoom.bearer(via) == AnswerRoom.Bearer.PERSON ? hub.by("ana") : Actor.RESIDENT;
    hub.accept(
        new Command.TakeReport(id, via, sender, id, ReportRulesTest.body("Water at " + id)), by);
    hub.accept(
        ReportRulesTest.answers(
            id,
            ReportRulesTest.says(Duty.URGENCY, urgency),
            ReportRulesTest.says(Duty.CATEGORY, "flood")),
        WORKER);
    return hub.state.report(id);
  }

  private Command answer(String report, String id, String text) {
    return new Command.GiveAnswer(report, id, text);
  }

  private static Command handover(String report) {
    return new Command.HandOverReport(report, new Handover("SES", "S-77", "Kim"), null);
  }

  @Test
  void anAnswerIsSealedUnderItsReportsKeyAndStopsNoClock() {
    taken("r1", Via.SMS, "s1", "life-safety");
    Decision.Accepted d = hub.accept(answer("r1", "a1", "Help is coming"), hub.by("ana"));
    Fact.AnswerGiven f = (Fact.AnswerGiven) d.facts().getFirst();
    assertEquals("report:r1", f.secret().key());
    Report r = hub.state.report("r1");
    assertEquals(ReportStatus.ANSWERED, r.status());
    assertTrue(r.clockRuns(), "an answer rescues nobody");
    assertEquals(
        List.of(), hub.accept(answer("r1", "a1", "Help is coming"), hub.by("ana")).facts());
    hub.refuse(Why.INVALID, "Idempotency-Key", answer("r1", "a1", "No"), hub.by("ana"));
    hub.refuse(Why.FORBIDDEN, answer("r1", "a2", "x"), hub.by("rita"));
    hub.refuse(Why.NOT_FOUND, "report", answer("r9", "a2", "x"), hub.by("ana"));
  }

  @Test
  void theSameWordsToASixthPersonInTenMinutesAreAnAlert() {
    for (int i = 1; i <= 7; i++) {
      taken("r" + i, Via.SMS, i == 6 ? "s1" : "s" + i, "ordinary");
    }
    for (int i = 1; i <= 6; i++) {
      // The sixth report is by the first person again.
      hub.accept(
          answer("r" + i, "a" + i, i % 2 == 0 ? "The road is open" : "the  ROAD is open!"),
          hub.by("ana"));
    }
    Decision.Refused no =
        hub.refuse(Why.CONFLICT, answer("r7", "a7", "The road is open."), hub.by("ben"));
    assertTrue(no.reasons().getFirst().reason().startsWith("this is an alert"), no.toString());
    hub.accept(answer("r7", "a7", "The bridge is open"), hub.by("ben"));
    hub.pass(Duration.ofMinutes(11));
    hub.accept(answer("r7", "a8", "The road is open."), hub.by("ben"));
  }

  @Test
  void anAnswerIsAsLongAsItsWayBackCarries() {
    for (Via via : Via.values()) {
      String id = "r-" + via.word();
      taken(id, via, null, "ordinary");
      hub.accept(answer(id, "short", "Stay where you are, " + id), hub.by("ana"));
      hub.refuse(Why.INVALID, "text", answer(id, "long", "word ".repeat(400)), hub.by("ana"));
    }
    assertTrue(AnswerRoom.fit(Via.SMS, "a".repeat(3 * 149)).fits());
    assertFalse(AnswerRoom.fit(Via.SMS, "a".repeat(3 * 153 + 1)).fits());
    assertFalse(AnswerRoom.fit(Via.SMS, "ạ".repeat(3 * 67 + 1)).fits());
    assertEquals(160, AnswerRoom.fit(Via.SMS, "a").allowed());
    hub.refuse(Why.INVALID, "text", answer("r-web", "x", "\u0000"), hub.by("ana"));
  }

  @Test
  void anAnswerIsPassedOnOnceByAPersonOrByTheWay() {
    taken("r1", Via.PHONE, "s1", "ordinary");
    taken("r2", Via.SMS, "s2", "ordinary");
    hub.accept(answer("r1", "a1", "Ring the hall"), hub.by("ana"));
    hub.accept(answer("r2", "a2", "Ring the school"), hub.by("ana"));
    hub.refuse(Why.FORBIDDEN, new Command.PassOnAnswer("r1", "a1"), Actor.RESIDENT);
    hub.refuse(Why.NOT_FOUND, "answer", new Command.PassOnAnswer("r1", "a2"), hub.by("ana"));
    hub.accept(new Command.PassOnAnswer("r1", "a1"), hub.by("ben"));
    assertEquals(
        List.of(), hub.accept(new Command.PassOnAnswer("r1", "a1"), hub.by("ana")).facts());
    hub.accept(new Command.PassOnAnswer("r2", "a2"), Actor.part("sms"));
    assertEquals("ben", hub.state.report("r1").handling().answer("a1").passedOnBy());
    assertEquals("sms", hub.state.report("r2").handling().answer("a2").passedOnBy());
  }

  @Test
  void aLifeSafetyClockStopsOnlyOnHandoverOrSafeAndRunsAgainWhenTakenUp() {
    taken("r1", Via.WEB, null, "life-safety");
    hub.accept(
        new Command.ChangeReportStatus("r1", ReportStatus.CLOSED, "told twice"), hub.by("ana"));
    assertTrue(hub.state.report("r1").clockRuns(), "closing rescues nobody");
    hub.refuse(
        Why.INVALID,
        "reason",
        new Command.ChangeReportStatus("r1", ReportStatus.HANDED_OVER, " "),
        hub.by("ana"));
    Decision.Accepted d = hub.accept(handover("r1"), hub.by("ana"));
    Fact.ReportHandedOver f = (Fact.ReportHandedOver) d.facts().getFirst();
    assertEquals("report:r1", f.secret().key(), "a reference leads to a person");
    assertEquals(hub.now, f.handedAt());
    assertFalse(hub.state.report("r1").clockRuns());
    hub.accept(new Command.ChangeReportStatus("r1", ReportStatus.CLOSED, "done"), hub.by("ana"));
    assertFalse(hub.state.report("r1").clockRuns());
    hub.accept(new Command.ChangeReportStatus("r1", ReportStatus.CHECKING, null), hub.by("ana"));
    assertTrue(hub.state.report("r1").clockRuns());
    hub.accept(new Command.ChangeReportStatus("r1", ReportStatus.SAFE, "rang them"), hub.by("ana"));
    assertFalse(hub.state.report("r1").clockRuns());
  }

  @Test
  void aHandoverNamesItsAgencyAndATimeThatHasCome() {
    taken("r1", Via.WEB, null, "urgent");
    Handover nobody = new Handover(" ", null, null);
    hub.refuse(
        Why.INVALID, "agency", new Command.HandOverReport("r1", nobody, null), hub.by("ana"));
    hub.refuse(
        Why.INVALID,
        "at",
        new Command.HandOverReport(
            "r1", new Handover("SES", null, null), hub.now.plus(Duration.ofHours(1))),
        hub.by("ana"));
    hub.refuse(Why.FORBIDDEN, handover("r1"), hub.by("carl"));
  }

  @Test
  void aReplyJoinsTheThreadIsJudgedByItselfAndStopsNoClock() {
    Report first = taken("r1", Via.SMS, "s1", "life-safety");
    hub.pass(Duration.ofHours(2));
    Report reply = taken("r2", Via.SMS, "s1", "none");
    assertEquals("r1", reply.thread());
    assertEquals(List.of("r1", "r2"), hub.state.thread(reply).stream().map(Report::id).toList());
    assertEquals(first.incident(), reply.incident(), "what says nothing alone goes beside it");
    assertTrue(hub.state.report("r1").clockRuns());
    Report worse = taken("r3", Via.SMS, "s1", "life-safety");
    assertEquals("r1", worse.thread());
    assertTrue(worse.clockRuns(), "judged again");
    hub.pass(Duration.ofHours(7));
    assertNull(taken("r4", Via.SMS, "s1", "ordinary").thread(), "another night");
    assertNull(taken("r5", Via.SMS, "s2", "ordinary").thread(), "somebody else");
    assertNull(taken("r6", Via.SMS, null, "ordinary").thread(), "nobody known");
    new Invariants(hub).sameFromScratch();
  }

  @Test
  void anAddressOfManyPeopleMakesThreadsOfBoundedLengthAndFilesNothing() {
    taken("w0", Via.WEB, "address", "life-safety");
    for (int i = 1; i <= Threads.MOST; i++) {
      taken("w" + i, Via.WEB, "address", "none");
    }
    Report beside = hub.state.report("w1");
    assertEquals("w0", beside.thread());
    assertNull(beside.incident(), "an address is no person");
    assertEquals(Threads.MOST, hub.state.thread(beside).size());
    assertNull(hub.state.report("w" + Threads.MOST).thread());
  }

  @Test
  void aPlaceSetByAPersonHoldsAgainstSenderAndMachine() {
    taken("r1", Via.WEB, null, "urgent");
    Placed here = new Placed("Mill Road 3", -35.1, 149.1);
    Decision.Accepted d = hub.accept(new Command.PlaceReport("r1", here), hub.by("ana"));
    assertEquals("report:r1", ((Fact.ReportPlaced) d.facts().getFirst()).secret().key());
    assertEquals(here, hub.state.report("r1").place());
    assertEquals(List.of(), hub.accept(new Command.PlaceReport("r1", here), hub.by("ana")).facts());
    for (Placed bad :
        new Placed[] {null, new Placed(" ", null, null), new Placed("x", 1.0, null)}) {
      hub.refuse(Why.INVALID, "place", new Command.PlaceReport("r1", bad), hub.by("ana"));
    }
    hub.refuse(Why.FORBIDDEN, new Command.PlaceReport("r1", here), hub.by("rita"));
  }

  @Test
  void whoeverOpensAReportFirstTakesItOffTheUnreadOnceForTheWholeHub() {
    assertTrue(taken("r1", Via.WEB, null, "urgent").unread());
    hub.accept(new Command.SeeReport("r1"), hub.by("ana"));
    assertFalse(hub.state.report("r1").unread());
    assertEquals(List.of(), hub.accept(new Command.SeeReport("r1"), hub.by("ben")).facts());
    assertEquals("ana", hub.state.report("r1").handling().seenBy());
  }

  @Test
  void mergedIncidentsKeepEveryReportAndTheHigherUrgency() {
    String one = taken("r1", Via.WEB, null, "life-safety").incident();
    String two = taken("r2", Via.SMS, "s2", "urgent").incident();
    hub.accept(new Command.MergeIncidents(two, one), hub.by("ana"));
    assertEquals(List.of("r2", "r1"), hub.state.incident(two).reports());
    assertEquals("life-safety", hub.state.incident(two).urgency().word());
    assertEquals(two, hub.state.report("r1").incident());
    assertEquals(IncidentStatus.CLOSED, hub.state.incident(one).status());
    assertEquals(two, hub.state.incident(one).mergedInto());
    assertEquals(
        List.of(), hub.accept(new Command.MergeIncidents(two, one), hub.by("ben")).facts());
    hub.refuse(Why.INVALID, "other", new Command.MergeIncidents(two, two), hub.by("ana"));
    hub.refuse(Why.CONFLICT, "incident", new Command.MergeIncidents(one, two), hub.by("ana"));
    hub.refuse(Why.NOT_FOUND, "other", new Command.MergeIncidents(two, "i-x"), hub.by("ana"));
    hub.refuse(Why.FORBIDDEN, new Command.MergeIncidents(two, one), hub.by("rita"));
  }

  @Test
  void aSplitTakesSomeReportsIntoAnIncidentOfTheirOwn() {
    String i = taken("r1", Via.WEB, null, "life-safety").incident();
    taken("r2", Via.SMS, "s2", "urgent");
    hub.accept(new Command.FileReport(i, "r2"), hub.by("ana"));
    hub.accept(new Command.SplitIncident(i, "i-2", null, List.of("r2")), hub.by("ana"));
    assertEquals(List.of("r1"), hub.state.incident(i).reports());
    assertEquals(List.of("r2"), hub.state.incident("i-2").reports());
    assertEquals("i-2", hub.state.report("r2").incident());
    assertEquals("urgent", hub.state.incident("i-2").urgency().word());
    assertTrue(hub.state.incident("i-2").about().body().title().startsWith("Split from: "));
    hub.refuse(
        Why.CONFLICT,
        "reports",
        new Command.SplitIncident(i, "i-3", null, List.of("r1")),
        hub.by("ana"));
    hub.refuse(
        Why.CONFLICT,
        "reports",
        new Command.SplitIncident(i, "i-3", null, List.of("r2")),
        hub.by("ana"));
    new Invariants(hub).sameFromScratch();
  }

  @Test
  void anAlarmIsHeardOnce() {
    hub.accept(new Command.AcknowledgeAlarm("red:a:sms"), hub.by("rita"));
    assertEquals(
        List.of(), hub.accept(new Command.AcknowledgeAlarm("red:a:sms"), hub.by("ana")).facts());
    assertEquals("rita", hub.state.heard("red:a:sms").by());
    hub.refuse(Why.FORBIDDEN, new Command.AcknowledgeAlarm("x"), hub.by("carl"));
  }

  @Test
  void aNoteIsPutRightOnlyByANewOne() {
    hub.accept(new Command.WriteNote("n1", null, null, "Bridge open", null), hub.by("ana"));
    hub.accept(new Command.WriteNote("n2", null, null, "Bridge shut", "n1"), hub.by("rita"));
    assertEquals("Bridge open", hub.state.note("n1").text().body());
    assertEquals("n1", hub.state.note("n2").corrects());
    hub.refuse(
        Why.NOT_FOUND,
        "corrects",
        new Command.WriteNote("n3", null, null, "x", "n9"),
        hub.by("ana"));
  }
}
