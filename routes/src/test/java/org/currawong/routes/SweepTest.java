package org.currawong.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.currawong.domain.DispatchPlan;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Outstanding;
import org.currawong.domain.Realm;
import org.currawong.domain.Role;
import org.currawong.domain.State;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.ReleaseDocument;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is handed in again: two papers for all, and texts to three people in two languages. */
class SweepTest {

  private static final String EN = "sms.en.txt";
  private static final String VI = "sms.vi.txt";
  private static final String SHEET = "sheet.en.pdf";
  private static final String TREE = "phonetree.pdf";
  private static final String TAKEN_BACK = "withdrawn.sms.en.txt";

  private final State state = new State();
  private Instant now = Instant.parse("2026-11-23T05:00:00Z");
  private Instant effective;

  @BeforeEach
  void anAlertIsReleased() {
    happened(new Fact.LogOpened(1, "hub", 1, Realm.LIVE, List.of()));
    happened(new Fact.AlertDrafted("a", 1, draft(), "ana"));
    happened(new Fact.AlertSubmitted("a", 1, "ana"));
    happened(
        new Fact.AlertRendered(
            "a",
            1,
            "the document",
            "its hash",
            new CapMessage("hub.a", "Alert", now, "cap.xml"),
            List.of(way("print", 1), way("sms", 3)),
            List.of(ref(SHEET), ref(TREE), ref(EN), ref(VI)),
            List.of(ref(TAKEN_BACK)),
            List.of(),
            null));
    happened(new Fact.AlertApproved("a", 1, "its hash", "ben", Role.COORDINATOR, "s", null));
    happened(new Fact.AlertReleased("a", 1, "its hash", Realm.LIVE));
  }

  private Draft draft() {
    return new Draft(
        AlertStatus.ACTUAL,
        null,
        null,
        null,
        null,
        null,
        "Flood",
        null,
        "Move up.",
        new Area("Mill Flat", null, null, null),
        effective,
        now.plus(Duration.ofHours(6)),
        null,
        List.of("en", "vi"),
        null,
        null,
        null,
        null,
        null);
  }

  private static ReleaseDocument.WayOut way(String name, int recipients) {
    return new ReleaseDocument.WayOut(name, 1, recipients, "digest");
  }

  private static ArtefactRef ref(String name) {
    return new ArtefactRef(name, "text/plain", 1, "0".repeat(64), false);
  }

  private void happened(Fact fact) {
    state.apply(new Entry(state.n() + 1, now, "0".repeat(64), fact));
  }

  private OrderPlan plan(String artefact) {
    return DispatchPlan.release(state.alert("a")).stream()
        .filter(p -> p.artefact().equals(artefact))
        .findFirst()
        .orElseThrow();
  }

  private void tried(String artefact, String recipient, int attempt) {
    OrderPlan p = plan(artefact);
    happened(new Fact.DeliveryAttempted("a", p.id(), p.way(), recipient, attempt));
  }

  private void told(String artefact, String recipient, DeliveryState is, String reason) {
    OrderPlan p = plan(artefact);
    happened(new Fact.DeliveryObserved("a", p.id(), p.way(), recipient, is, reason));
  }

  private void papersWerePrinted() {
    tried(SHEET, "all", 1);
    tried(TREE, "all", 1);
  }

  private void everyoneWasTried() {
    papersWerePrinted();
    tried(EN, "p-1", 1);
    tried(EN, "p-2", 1);
    tried(VI, "p-3", 1);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  /** The artefacts whose orders are handed in again, and the words of what else is. */
  private List<String> overdue() {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Sweep(clock)
        .overdue(state).stream()
            .map(o -> o instanceof Outstanding.Send s ? s.plan().artefact() : o.toString())
            .toList();
  }

  @Test
  void ordersOfWhichNothingWasHeardAreHandedInAgainAfterAWhile() {
    pass(Sweep.PATIENCE);
    assertEquals(List.of(), overdue());
    pass(Duration.ofMillis(1));
    assertEquals(List.of(SHEET, TREE, EN, VI), overdue());
    tried(SHEET, "all", 1);
    assertEquals(List.of(TREE, EN, VI), overdue());
    everyoneWasTried();
    assertEquals(List.of(), overdue());
  }

  @Test
  void anAlertForLaterIsNotHandedInBeforeItBegins() {
    effective = now.plus(Duration.ofHours(1));
    anAlertIsReleased();
    pass(Duration.ofMinutes(59));
    assertEquals(List.of(), overdue());
    pass(Duration.ofMinutes(1));
    assertEquals(List.of(SHEET, TREE, EN, VI), overdue());
  }

  @Test
  void aListIsHandedInAgainUntilEachOfItsPeopleWasTriedInWhateverLanguage() {
    pass(Duration.ofMinutes(1));
    papersWerePrinted();
    tried(EN, "p-1", 1);
    assertEquals(List.of(EN, VI), overdue());
    tried(VI, "p-3", 1);
    assertEquals(List.of(EN, VI), overdue());
    tried(EN, "p-2", 1);
    assertEquals(List.of(), overdue());
  }

  @Test
  void aLanguageThatNobodyReadsStandsForNobodyOfAnother() {
    pass(Duration.ofMinutes(1));
    papersWerePrinted();
    told(VI, "all", DeliveryState.NO_RECIPIENTS, null);
    tried(EN, "p-1", 1);
    tried(EN, "p-2", 1);
    assertEquals(List.of(EN, VI), overdue());
    tried(EN, "p-3", 1);
    assertEquals(List.of(), overdue());
  }

  @Test
  void aCopyThatWaitsForItsNextTryIsSentAgainAfterAMinute() {
    everyoneWasTried();
    told(EN, "p-2", DeliveryState.QUEUED, "its disk is full");
    pass(Duration.ofSeconds(60));
    assertEquals(List.of(), overdue());
    pass(Duration.ofMillis(1));
    assertEquals(List.of(EN), overdue());
    tried(EN, "p-2", 2);
    assertEquals(List.of(), overdue());
  }

  @Test
  void aStopIsHandedInAgainWhileCopiesAreUnderWay() {
    tried(EN, "p-1", 1);
    withdrawn();
    pass(Sweep.PATIENCE);
    assertEquals(List.of(), overdue());
    pass(Duration.ofMillis(1));
    assertEquals(List.of("Stop[alert=a]", TAKEN_BACK), overdue());
    told(EN, "p-1", DeliveryState.SENT, null);
    assertEquals(List.of(TAKEN_BACK), overdue());
  }

  @Test
  void aCorrectionIsHandedInAgainUntilEverybodyWhoWasToldIsToldAgain() {
    everyoneWasTried();
    for (String who : List.of("p-1", "p-2")) {
      told(EN, who, DeliveryState.SENT, null);
    }
    told(VI, "p-3", DeliveryState.SENT, null);
    told(SHEET, "all", DeliveryState.SENT, null);
    told(TREE, "all", DeliveryState.SENT, null);
    withdrawn();
    pass(Duration.ofMinutes(1));
    corrected("p-1");
    assertEquals(List.of(TAKEN_BACK, TAKEN_BACK), overdue(), "in two languages");
    corrected("p-2");
    assertEquals(List.of(TAKEN_BACK), overdue());
    corrected("p-3");
    assertEquals(List.of(), overdue());
  }

  private void withdrawn() {
    happened(new Fact.AlertWithdrawn("a", WithdrawalKind.WITHDRAWN, "ana", null, "why"));
    happened(new Fact.WithdrawalDocumented("a", "its document", null, List.of()));
  }

  private void corrected(String who) {
    OrderPlan p =
        DispatchPlan.corrections(state.alert("a"), state.deliveries("a")).stream()
            .filter(c -> c.recipients().contains(who))
            .findFirst()
            .orElseThrow();
    happened(new Fact.DeliveryObserved("a", p.id(), p.way(), who, DeliveryState.SENT, null));
  }
}
