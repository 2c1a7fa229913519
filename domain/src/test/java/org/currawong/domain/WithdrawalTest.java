package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;
import org.junit.jupiter.api.Test;

/** CONTRACT.md, withdrawal; SAFETY.md, section 1. */
class WithdrawalTest {

  private final TestHub hub = TestHub.live();

  private static Command.WithdrawAlert take(String alert, WithdrawalKind kind) {
    return new Command.WithdrawAlert(alert, kind, "a caller doubts it");
  }

  private String order(String alert, String stem) {
    return DispatchPlan.release(hub.alert(alert)).stream()
        .map(OrderPlan::id)
        .filter(id -> id.endsWith("-" + stem))
        .findFirst()
        .orElseThrow();
  }

  private List<OrderPlan> corrections() {
    return Outstanding.all(hub.state).stream()
        .filter(o -> o instanceof Outstanding.Send)
        .map(o -> ((Outstanding.Send) o).plan())
        .toList();
  }

  private void observed(String order, String recipient, DeliveryState state) {
    hub.accept(
        new Command.RecordDelivery("a", order, "sms", recipient, state, "fixed words"),
        Actor.part("way-out"));
  }

  @Test
  void onePersonStopsAnAlertWithNeutralWords() {
    hub.released("a", Words.flood());
    Decision.Accepted d = hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    assertEquals(AlertState.WITHDRAWN, hub.alert("a").state());
    assertEquals(Wording.WITHDRAWN, hub.alert("a").withdrawal().kind().wording());
    assertNull(hub.alert("a").withdrawal().seconder());
    assertEquals(
        List.of(new Outstanding.Stop("a"), new Outstanding.DocumentWithdrawal("a")),
        Outstanding.after(hub.state, hub.entries.getLast()));
    Fact.AlertWithdrawn f = assertInstanceOf(Fact.AlertWithdrawn.class, d.facts().getFirst());
    assertEquals("a caller doubts it", f.reason());
  }

  @Test
  void theTypedReasonNeverGoesOut() {
    hub.released("a", Words.flood());
    hub.accept(
        new Command.WithdrawAlert("a", WithdrawalKind.WITHDRAWN, "SECRETWORD"), hub.by("ana"));
    hub.attempted("a", order("a", "audio.en"), "all");
    hub.documented("a");
    assertFalse(hub.alert("a").withdrawal().document().contains("SECRETWORD"));
    assertFalse(corrections().toString().contains("SECRETWORD"));
  }

  @Test
  void aSecondWithdrawalBySamePersonWithinHalfAnHourTakesTwo() {
    hub.released("a", Words.flood());
    hub.released("b", Words.flood());
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.pass(Duration.ofMinutes(29));
    hub.pending(take("b", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    assertEquals(AlertState.RELEASED, hub.alert("b").state());
    hub.pending(take("b", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.accept(take("b", WithdrawalKind.WITHDRAWN), hub.by("ben"));
    assertEquals(AlertState.WITHDRAWN, hub.alert("b").state());
  }

  @Test
  void afterHalfAnHourOnePersonMayStopAnother() {
    hub.released("a", Words.flood());
    hub.released("b", Words.flood());
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.pass(Duration.ofMinutes(30));
    hub.accept(take("b", WithdrawalKind.WITHDRAWN), hub.by("ana"));
  }

  @Test
  void explainingTheFirstWithdrawalDoesNotFreeTheSamePersonForASecond() {
    hub.released("a", Words.flood());
    hub.released("b", Words.flood());
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.pending(take("a", WithdrawalKind.ERROR), hub.by("ben"));
    hub.accept(take("a", WithdrawalKind.ERROR), hub.by("cleo"));
    hub.pending(take("b", WithdrawalKind.WITHDRAWN), hub.by("ana"));
  }

  @Test
  void thatItWasAnErrorOrReplacedTakesTwoPeople() {
    for (WithdrawalKind kind : List.of(WithdrawalKind.ERROR, WithdrawalKind.REPLACED)) {
      String id = kind.word();
      hub.released(id, Words.flood());
      hub.pending(take(id, kind), hub.by("ana"));
      assertEquals(AlertState.RELEASED, hub.alert(id).state());
      hub.pending(take(id, kind), hub.by("ana"));
      assertEquals(AlertState.RELEASED, hub.alert(id).state());
      hub.accept(take(id, kind), hub.by("ben"));
      assertEquals(kind, hub.alert(id).withdrawal().kind());
      assertEquals("ana", hub.alert(id).withdrawal().by());
      assertEquals("ben", hub.alert(id).withdrawal().seconder());
    }
  }

  @Test
  void theSecondPersonMustMeanTheSameKind() {
    hub.released("a", Words.flood());
    hub.pending(take("a", WithdrawalKind.ERROR), hub.by("ana"));
    hub.pending(take("a", WithdrawalKind.REPLACED), hub.by("ben"));
    assertEquals(AlertState.RELEASED, hub.alert("a").state());
    hub.accept(take("a", WithdrawalKind.REPLACED), hub.by("cleo"));
  }

  @Test
  void anAskingLapsesAfterThirtyMinutes() {
    hub.released("a", Words.flood());
    hub.pending(take("a", WithdrawalKind.ERROR), hub.by("ana"));
    hub.pass(Duration.ofMinutes(30));
    hub.pending(take("a", WithdrawalKind.ERROR), hub.by("ben"));
    assertEquals(AlertState.RELEASED, hub.alert("a").state());
    hub.pass(Duration.ofMinutes(29));
    hub.accept(take("a", WithdrawalKind.ERROR), hub.by("ana"));
  }

  @Test
  void anAlertCanBeTakenBackUntilADayAfterItsEnd() {
    hub.released("a", Words.flood());
    hub.released("b", Words.flood());
    hub.now = hub.alert("a").draft().expires();
    hub.accept(new Command.Tick(), Actor.part("clock"));
    assertEquals(AlertState.EXPIRED, hub.alert("a").state());
    hub.pass(Duration.ofHours(24));
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.pass(Duration.ofMillis(1));
    hub.refuse(Why.CONFLICT, "expires", take("b", WithdrawalKind.WITHDRAWN), hub.by("ben"));
  }

  @Test
  void whatWasNeverReleasedOrIsTakenBackAlreadyIsNotTakenBack() {
    hub.waiting("a", Words.flood());
    hub.refuse(Why.CONFLICT, "state", take("a", WithdrawalKind.WITHDRAWN), hub.by("ben"));
    hub.accept(hub.approval("a"), hub.by("ben"));
    hub.refuse(Why.CONFLICT, "state", take("a", WithdrawalKind.WITHDRAWN), hub.by("ben"));
    hub.accept(hub.approval("a"), hub.by("cleo"));
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ben"));
    hub.refuse(Why.CONFLICT, "state", take("a", WithdrawalKind.WITHDRAWN), hub.by("cleo"));
    hub.refuse(Why.NOT_FOUND, take("x", WithdrawalKind.WITHDRAWN), hub.by("ben"));
  }

  @Test
  void onlyCoordinatorsTakeBackAndOnlyWithAReason() {
    hub.released("a", Words.flood());
    hub.refuse(Why.FORBIDDEN, take("a", WithdrawalKind.WITHDRAWN), hub.by("rita"));
    hub.refuse(Why.FORBIDDEN, take("a", WithdrawalKind.WITHDRAWN), Actor.RESIDENT);
    Command mute = new Command.WithdrawAlert("a", WithdrawalKind.WITHDRAWN, " ");
    hub.refuse(Why.INVALID, "reason", mute, hub.by("ben"));
    hub.refuse(Why.INVALID, "kind", new Command.WithdrawAlert("a", null, "why"), hub.by("ben"));
  }

  @Test
  void correctionsGoToExactlyThoseWhoWereAttempted() {
    hub.released("a", Words.flood());
    String sms = order("a", "sms.en");
    hub.attempted("a", sms, "p1");
    hub.attempted("a", sms, "p2");
    observed(sms, "p2", DeliveryState.DELIVERED);
    hub.attempted("a", sms, "p3");
    observed(sms, "p3", DeliveryState.FAILED);
    observed(sms, "p4", DeliveryState.SENT);
    observed(sms, "p5", DeliveryState.WITHDRAWN);
    observed(sms, "p6", DeliveryState.QUEUED);
    observed(sms, "p7", DeliveryState.FAILED);
    hub.attempted("a", order("a", "audio.en"), "all");
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.documented("a");
    List<OrderPlan> plans = corrections();
    assertEquals(
        Set.of("p1", "p2", "p3", "p4", "all"),
        plans.stream().flatMap(p -> p.recipients().stream()).collect(Collectors.toSet()));
    assertEquals(
        new TreeSet<>(Set.of("withdrawn.audio.en.wav", "withdrawn.sms.en.txt")),
        plans.stream().map(OrderPlan::artefact).collect(Collectors.toCollection(TreeSet::new)));
    assertTrue(plans.stream().allMatch(OrderPlan::correction));
    assertEquals(plans.size(), plans.stream().map(OrderPlan::id).distinct().count());
  }

  @Test
  void whoWasAttemptedAndThenTakenBackInTimeGetsTheCorrectionAllTheSame() {
    hub.released("a", Words.flood());
    String sms = order("a", "sms.en");
    hub.attempted("a", sms, "p1");
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    observed(sms, "p1", DeliveryState.WITHDRAWN);
    hub.documented("a");
    assertEquals(List.of("p1"), corrections().getFirst().recipients());
  }

  @Test
  void anAttemptThatIsToldAfterTheWithdrawalGetsItsCorrection() {
    hub.released("a", Words.flood());
    String sms = order("a", "sms.en");
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.documented("a");
    assertEquals(List.of(), corrections());
    hub.attempted("a", sms, "late");
    List<Outstanding> now = Outstanding.after(hub.state, hub.entries.getLast());
    Outstanding.Send send = assertInstanceOf(Outstanding.Send.class, now.getFirst());
    assertEquals(List.of("late"), send.plan().recipients());
    assertEquals("withdrawn.sms.en.txt", send.plan().artefact());
    assertEquals(List.of(send.plan()), corrections());
  }

  @Test
  void whereThereWasCapTheCorrectionIsTheCancel() {
    hub.released("a", Words.flood());
    hub.accept(
        new Command.RecordAttempt("a", order("a", "cap"), "cap", "all", 1), Actor.part("cap"));
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.documented("a");
    assertEquals("withdrawn.cap.xml", corrections().getFirst().artefact());
    assertEquals("Cancel", hub.alert("a").withdrawal().cancel().msgType());
  }

  @Test
  void aNeutralWithdrawalIsLaterExplainedByTwoAndSaidAgainInTheNewWords() {
    hub.released("a", Words.flood());
    hub.attempted("a", order("a", "audio.en"), "all");
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.documented("a");
    String first = corrections().getFirst().id();
    hub.pending(take("a", WithdrawalKind.ERROR), hub.by("ana"));
    hub.accept(take("a", WithdrawalKind.ERROR), hub.by("ben"));
    assertEquals(
        List.of(new Outstanding.Stop("a"), new Outstanding.DocumentWithdrawal("a")),
        Outstanding.all(hub.state));
    hub.documented("a");
    OrderPlan again = corrections().getFirst();
    assertEquals("error.audio.en.wav", again.artefact());
    assertNotEquals(first, again.id());
    hub.refuse(Why.CONFLICT, "state", take("a", WithdrawalKind.REPLACED), hub.by("ben"));
  }

  @Test
  void aDocumentOfTheWithdrawalBeforeIsNotTakenForTheOneAtHand() {
    hub.released("a", Words.flood());
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    Command.RecordWithdrawal slow = Renderings.withdrawal(hub.state, "a");
    hub.pending(take("a", WithdrawalKind.ERROR), hub.by("ben"));
    hub.accept(take("a", WithdrawalKind.ERROR), hub.by("cleo"));
    hub.refuse(Why.CONFLICT, "document", slow, Actor.part("renderers"));
    hub.documented("a");
    assertEquals(List.of(), hub.accept(slow, Actor.part("renderers")).facts());
    hub.refuse(Why.FORBIDDEN, slow, hub.by("ana"));
  }

  @Test
  void aCorrectionThatCouldNotBeMadeInALanguageGoesInTheDraftersLanguage() {
    hub.submitted("a", Words.with(w -> w.languages = List.of("en", "vi")));
    Command.RecordRendering all = Renderings.of(hub.state, "a");
    hub.accept(
        new Command.RecordRendering(
            all.alert(),
            all.version(),
            all.document(),
            all.manifest(),
            all.cap(),
            all.ways(),
            all.artefacts(),
            all.corrections().stream().filter(c -> !c.name().contains(".vi.")).toList(),
            all.unavailable(),
            all.recipients()),
        Actor.part("renderers"));
    hub.accept(hub.approval("a"), hub.by("ben"));
    hub.accept(hub.approval("a"), hub.by("cleo"));
    hub.attempted("a", order("a", "sms.vi"), "p1");
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.documented("a");
    assertEquals("withdrawn.sms.en.txt", corrections().getFirst().artefact());
    assertEquals(List.of("p1"), corrections().getFirst().recipients());
  }

  @Test
  void correctionsEndADayAfterTheAlertsEnd() {
    hub.released("a", Words.flood());
    hub.attempted("a", order("a", "audio.en"), "all");
    hub.accept(take("a", WithdrawalKind.WITHDRAWN), hub.by("ana"));
    hub.documented("a");
    assertEquals(
        hub.alert("a").draft().expires().plus(Duration.ofHours(24)),
        corrections().getFirst().expires());
    hub.now = corrections().getFirst().expires();
    hub.accept(new Command.NoteStart("1", List.of()), Actor.part("hub"));
    assertEquals(List.of(), Outstanding.all(hub.state));
  }
}
