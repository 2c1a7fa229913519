package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.junit.jupiter.api.Test;

/** What is still to be done, at once and after a start. */
class OutstandingTest {

  private static final Actor RENDERERS = Actor.part("renderers");

  private final TestHub hub = TestHub.live();

  private List<Outstanding> last() {
    return Outstanding.after(hub.state, hub.entries.getLast());
  }

  private List<Outstanding> all() {
    return Outstanding.all(hub.state);
  }

  private static List<Outstanding> sends(List<OrderPlan> plans) {
    return plans.stream().<Outstanding>map(Outstanding.Send::new).toList();
  }

  @Test
  void aHubThatHasJustBegunHasNothingToDo() {
    assertEquals(List.of(), all());
  }

  @Test
  void aReportIsToBeAssessedUntilItHasAnUrgencyAndAPlace() {
    hub.accept(ReportRulesTest.report("r1", "Water"), Actor.RESIDENT);
    assertEquals(List.of(new Outstanding.Assess("r1")), all());
    hub.accept(
        ReportRulesTest.answers("r1", ReportRulesTest.says(Duty.SUMMARY, "water")),
        Actor.part("inference-worker"));
    assertEquals(List.of(new Outstanding.Assess("r1")), all());
    hub.accept(
        ReportRulesTest.answers("r1", ReportRulesTest.says(Duty.URGENCY, "urgent")),
        Actor.part("inference-worker"));
    assertEquals(List.of(), all());
  }

  @Test
  void aCopyThatWaitsForItsNextTryIsSentAlsoAfterTheEndSoThatItsWayOutSaysItIsLate() {
    hub.released("a", Words.flood());
    List<OrderPlan> plans = DispatchPlan.release(hub.alert("a"));
    OrderPlan first = plans.getFirst();
    hub.accept(
        new Command.RecordAttempt("a", first.id(), first.way(), "all", 1), Actor.part("way-out"));
    hub.accept(delivery(first, DeliveryState.QUEUED, "its disk is full"), Actor.part("way-out"));
    hub.pass(Duration.ofDays(1));
    hub.accept(new Command.Tick(), Actor.part("clock"));
    assertEquals(AlertState.EXPIRED, hub.alert("a").state());
    assertEquals(sends(plans), all());
    hub.accept(delivery(first, DeliveryState.FAILED, "expired"), Actor.part("way-out"));
    assertEquals(List.of(), all());
  }

  private static Command delivery(OrderPlan p, DeliveryState state, String reason) {
    return new Command.RecordDelivery("a", p.id(), p.way(), "all", state, reason);
  }

  @Test
  void aSubmittedAlertIsToBeRenderedUntilItIs() {
    hub.submitted("a", Words.flood());
    assertEquals(List.of(new Outstanding.Render("a", 1)), last());
    assertEquals(List.of(new Outstanding.Render("a", 1)), all());
    hub.accept(Renderings.of(hub.state, "a"), RENDERERS);
    assertEquals(List.of(), all());
  }

  @Test
  void aRenderingForAnOlderVersionIsDropped() {
    hub.submitted("a", Words.flood());
    Command.RecordRendering slow = Renderings.of(hub.state, "a");
    hub.accept(new Command.EditAlert("a", 1, Words.flood()), hub.by("ana"));
    hub.refuse(Why.CONFLICT, "version", slow, RENDERERS);
    hub.accept(new Command.SubmitAlert("a"), hub.by("ana"));
    hub.refuse(Why.CONFLICT, "version", slow, RENDERERS);
    hub.refuse(
        Why.CONFLICT, "version", new Command.RecordRenderingFailure("a", 1, "late"), RENDERERS);
    assertEquals(List.of(new Outstanding.Render("a", 2)), all());
  }

  @Test
  void aRenderingIsTakenOnlyFromTheHubItself() {
    hub.submitted("a", Words.flood());
    hub.refuse(Why.FORBIDDEN, Renderings.of(hub.state, "a"), hub.by("ana"));
    hub.refuse(Why.FORBIDDEN, Renderings.of(hub.state, "a"), Actor.RESIDENT);
  }

  @Test
  void aRenderingMustNameItsBytesItsVersionItsRealmAndItsOwnHash() {
    hub.submitted("a", Words.flood());
    Command.RecordRendering r = Renderings.of(hub.state, "a");
    hub.refuse(Why.INVALID, "manifest", with(r, r.document() + " ", r.manifest()), RENDERERS);
    for (String[] change :
        new String[][] {
          {"release/live/", "release/exercise/"},
          {"\"version\":1,", "\"version\":2,"},
          {r.artefacts().getFirst().sha256(), "0".repeat(64)},
          {r.corrections().getLast().sha256(), "0".repeat(64)}
        }) {
      String forged = r.document().replace(change[0], change[1]);
      String hash =
          org.currawong.domain.alert.Artefact.sha256(
              forged.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      hub.refuse(Why.INVALID, "document", with(r, forged, hash), RENDERERS);
    }
    hub.accept(r, RENDERERS);
    hub.refuse(Why.CONFLICT, "version", r, RENDERERS);
  }

  private static Command.RecordRendering with(
      Command.RecordRendering r, String document, String manifest) {
    return new Command.RecordRendering(
        r.alert(),
        r.version(),
        document,
        manifest,
        r.cap(),
        r.ways(),
        r.artefacts(),
        r.corrections(),
        r.unavailable(),
        r.recipients());
  }

  @Test
  void aFailedRenderingGoesBackToDraftWithItsReason() {
    hub.submitted("a", Words.flood());
    hub.accept(new Command.RecordRenderingFailure("a", 1, null), RENDERERS);
    assertEquals(AlertState.DRAFT, hub.alert("a").state());
    assertEquals("it could not be rendered", hub.alert("a").rejection());
    hub.accept(new Command.SubmitAlert("a"), hub.by("ana"));
    assertNull(hub.alert("a").rejection());
    hub.accept(new Command.RecordRenderingFailure("a", 1, "x".repeat(9_000)), RENDERERS);
    assertEquals(1_000, hub.alert("a").rejection().length());
    assertEquals(List.of(), all());
  }

  @Test
  void aReleasedAlertIsToBeSentUntilItsEnd() {
    hub.released("a", Words.flood());
    List<Outstanding> sends = sends(DispatchPlan.release(hub.alert("a")));
    assertEquals(sends, last());
    assertEquals(sends, all());
    hub.now = hub.alert("a").draft().expires();
    hub.accept(new Command.NoteStart("1", List.of()), Actor.part("hub"));
    assertEquals(List.of(), all(), "past its end by the log's own time");
    hub.accept(new Command.Tick(), Actor.part("clock"));
    assertEquals(AlertState.EXPIRED, hub.alert("a").state());
    assertEquals(List.of(), last());
    assertEquals(List.of(), all());
  }

  @Test
  void theClockEndsEachAlertOnceAndNotBeforeItsTime() {
    hub.released("a", Words.flood());
    hub.now = hub.alert("a").draft().expires().minusMillis(1);
    assertEquals(List.of(), hub.accept(new Command.Tick(), Actor.part("clock")).facts());
    hub.pass(Duration.ofMillis(1));
    assertEquals(
        List.of(new Fact.AlertExpired("a")),
        hub.accept(new Command.Tick(), Actor.part("clock")).facts());
    assertEquals(List.of(), hub.accept(new Command.Tick(), Actor.part("clock")).facts());
  }

  @Test
  void aWithdrawnAlertIsStoppedAndDocumentedAndNotSent() {
    hub.released("a", Words.flood());
    hub.accept(new Command.WithdrawAlert("a", WithdrawalKind.WITHDRAWN, "why"), hub.by("ana"));
    assertEquals(
        List.of(new Outstanding.Stop("a"), new Outstanding.DocumentWithdrawal("a")), all());
    hub.documented("a");
    assertEquals(List.of(new Outstanding.Stop("a")), all());
  }

  private static Assessment model(Duty duty, String answer) {
    return new Assessment(duty, answer, null, "model small", "chosen by the model", 1);
  }

  private void read(String report, String urgency) {
    hub.accept(ReportRulesTest.report(report, "Water"), Actor.RESIDENT);
    hub.accept(
        ReportRulesTest.answers(
            report,
            ReportRulesTest.says(Duty.LANGUAGE, "en"),
            ReportRulesTest.says(Duty.URGENCY, urgency),
            ReportRulesTest.says(Duty.SUMMARY, "water")),
        Actor.part("inference-worker"));
  }

  private List<Outstanding> advised() {
    return Outstanding.advisable(hub.state);
  }

  @Test
  void aModelMayBeAskedOnceTheRulesHaveReadAReportAndLivesComeFirst() {
    read("r1", "ordinary");
    read("r2", "life-safety");
    assertEquals(
        List.of(new Outstanding.Advise("r1", false), new Outstanding.Advise("r2", true)),
        advised());
    hub.accept(
        ReportRulesTest.answers("r1", model(Duty.SUMMARY, "")), Actor.part("inference-worker"));
    assertEquals(List.of(new Outstanding.Advise("r2", true)), advised());
  }

  @Test
  void aModelIsNotAskedAboutReportsOfAnHourAgo() {
    read("r1", "urgent");
    hub.pass(Outstanding.FRESH);
    hub.accept(ReportRulesTest.report("r2", "Fire"), Actor.RESIDENT);
    assertEquals(List.of(), advised());
  }

  @Test
  void theUrgencyOfTheRulesAsksTheModelAndTheModelsOwnDoesNot() {
    hub.accept(ReportRulesTest.report("r1", "Water"), Actor.RESIDENT);
    hub.accept(
        ReportRulesTest.answers("r1", ReportRulesTest.says(Duty.URGENCY, "ordinary")),
        Actor.part("inference-worker"));
    List<Outstanding> asked =
        hub.entries.stream().flatMap(e -> Outstanding.after(hub.state, e).stream()).toList();
    assertEquals(
        1, asked.stream().filter(o -> o.equals(new Outstanding.Advise("r1", false))).count());
    hub.accept(
        ReportRulesTest.answers("r1", model(Duty.URGENCY, "urgent")),
        Actor.part("inference-worker"));
    assertEquals(List.of(), last());
  }
}
