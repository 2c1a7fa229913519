package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.delivery.Delivery;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;
import org.junit.jupiter.api.Test;

/** Which orders a release and a withdrawal lead to, and what ways out tell of them. */
class DispatchPlanTest {

  private static final Actor WAY_OUT = Actor.part("way-out");

  private final TestHub hub = TestHub.live();

  private List<OrderPlan> release(String alert) {
    return DispatchPlan.release(hub.alert(alert));
  }

  private Command.RecordDelivery told(String order, DeliveryState state) {
    return new Command.RecordDelivery("a", order, "radio", "all", state, null);
  }

  private Command.RecordAttempt tried(String order, int attempt) {
    return new Command.RecordAttempt("a", order, "radio", "all", attempt);
  }

  private Delivery delivery(String order) {
    return hub.state.delivery("a", order, "all");
  }

  @Test
  void everyArtefactThatAWayOutSendsHasOneOrderAndTheOthersNone() {
    hub.released("a", Words.with(w -> w.languages = List.of("en", "vi")));
    assertEquals(
        new TreeSet<>(
            List.of(
                "audio.en.wav",
                "audio.vi.wav",
                "cap.xml",
                "phonetree.pdf",
                "sheet.en.pdf",
                "sheet.vi.pdf",
                "sms.en.txt",
                "sms.vi.txt")),
        release("a").stream()
            .map(OrderPlan::artefact)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void anOrderCarriesTheDocumentItsRealmItsTimesAndItsRepeats() {
    hub.released("a", Words.flood());
    Alert a = hub.alert("a");
    for (OrderPlan p : release("a")) {
      assertEquals(a.document(), p.document());
      assertEquals(Realm.LIVE, p.realm());
      assertEquals(a.cap().sent(), p.notBefore());
      assertEquals(a.draft().expires(), p.expires());
      assertEquals(p.way().equals("radio") ? 2 : 1, p.repeats());
      assertEquals(List.of(), p.recipients());
    }
  }

  @Test
  void nothingLeavesBeforeItsBeginning() {
    hub.released("a", Words.with(w -> w.effective = TestHub.START.plus(Duration.ofHours(1))));
    assertTrue(
        release("a").stream()
            .allMatch(p -> p.notBefore().equals(TestHub.START.plus(Duration.ofHours(1)))));
  }

  @Test
  void ordersAreTheSameEachTimeAndAfterTheLogIsReadAgain() {
    hub.released("a", Words.flood());
    List<OrderPlan> first = release("a");
    State again = new State();
    hub.entries.forEach(again::apply);
    assertEquals(first, DispatchPlan.release(again.alert("a")));
  }

  @Test
  void orderIdsAreUniqueOverAlertsAndAreFileNames() {
    List<String> ids = new ArrayList<>();
    for (String alert : List.of("a", "b", "c")) {
      hub.released(alert, Words.with(w -> w.languages = List.of("en", "vi", "es")));
      release(alert).forEach(p -> ids.add(p.id()));
      for (OrderPlan p : release(alert)) {
        for (String person : List.of("p1", "p2", "p-1")) {
          hub.attempted(alert, p.id(), person);
        }
      }
    }
    for (String alert : List.of("a", "b", "c")) {
      Actor by = hub.by(alert.equals("a") ? "ana" : alert.equals("b") ? "ben" : "cleo");
      hub.accept(new Command.WithdrawAlert(alert, WithdrawalKind.WITHDRAWN, "why"), by);
      hub.documented(alert);
      List<OrderPlan> corrections =
          DispatchPlan.corrections(hub.alert(alert), hub.state.deliveries(alert));
      assertTrue(!corrections.isEmpty());
      for (OrderPlan p : corrections) {
        assertEquals(List.of("p1", "p2", "p-1"), p.recipients());
        ids.add(p.id());
      }
    }
    assertEquals(ids.size(), ids.stream().distinct().count());
    for (String id : ids) {
      assertTrue(id.matches("[A-Za-z0-9.-]+"), id);
    }
  }

  @Test
  void artefactsThatWouldShareAnOrderAreRefusedWhenRendered() {
    hub.submitted("a", Words.flood());
    Command.RecordRendering r = Renderings.of(hub.state, "a");
    List<org.currawong.domain.alert.ArtefactRef> twice = new ArrayList<>(r.artefacts());
    twice.add(
        new org.currawong.domain.alert.ArtefactRef(
            "sheet.en.txt", "text/plain", 1, r.artefacts().getFirst().sha256(), false));
    hub.refuse(
        Why.INVALID,
        "artefacts",
        new Command.RecordRendering(
            "a",
            1,
            r.document(),
            r.manifest(),
            r.cap(),
            r.ways(),
            twice,
            r.corrections(),
            r.unavailable(),
            r.recipients()),
        Actor.part("renderers"));
  }

  @Test
  void anAttemptIsCountedOnceHoweverOftenItIsTold() {
    hub.released("a", Words.flood());
    String order = release("a").getFirst().id();
    hub.accept(tried(order, 1), WAY_OUT);
    assertEquals(List.of(), hub.accept(tried(order, 1), WAY_OUT).facts());
    hub.accept(told(order, DeliveryState.FAILED), WAY_OUT);
    assertEquals(List.of(), hub.accept(tried(order, 1), WAY_OUT).facts());
    hub.accept(tried(order, 2), WAY_OUT);
    assertEquals(DeliveryState.ATTEMPTED, delivery(order).state());
    assertEquals(2, delivery(order).attempts());
    hub.refuse(Why.INVALID, "attempt", tried(order, 0), WAY_OUT);
  }

  @Test
  void newsThatWasOvertakenDoesNotUndoWhatCameLater() {
    hub.released("a", Words.flood());
    String order = release("a").getFirst().id();
    hub.accept(told(order, DeliveryState.DELIVERED), WAY_OUT);
    for (DeliveryState old :
        List.of(
            DeliveryState.QUEUED,
            DeliveryState.ATTEMPTED,
            DeliveryState.SENT,
            DeliveryState.NO_RECIPIENTS,
            DeliveryState.DELIVERED)) {
      assertEquals(List.of(), hub.accept(told(order, old), WAY_OUT).facts(), old.word());
    }
    assertEquals(List.of(), hub.accept(tried(order, 1), WAY_OUT).facts());
    hub.accept(tried(order, 2), WAY_OUT);
    assertEquals(DeliveryState.DELIVERED, delivery(order).state());
    hub.accept(told(order, DeliveryState.HEARD), WAY_OUT);
    assertEquals(DeliveryState.HEARD, delivery(order).state());
  }

  @Test
  void whatNobodyOrderedIsNotTakenDown() {
    hub.refuse(Why.NOT_FOUND, tried("o1-audio.en", 1), WAY_OUT);
    hub.waiting("a", Words.flood());
    hub.refuse(Why.CONFLICT, "order", tried("o1-audio.en", 1), WAY_OUT);
    hub.accept(hub.approval("a"), hub.by("ben"));
    hub.accept(hub.approval("a"), hub.by("cleo"));
    hub.refuse(Why.CONFLICT, "order", tried("o1-audio.en", 1), WAY_OUT);
    hub.refuse(Why.CONFLICT, "order", told("forged", DeliveryState.SENT), WAY_OUT);
    for (String bad : new String[] {null, "", "../../etc", "a|b", "x".repeat(221)}) {
      hub.refuse(Why.INVALID, "order", told(bad, DeliveryState.SENT), WAY_OUT);
    }
    assertEquals(List.of(), hub.state.deliveries("a"));
  }

  @Test
  void aPeersLongReasonIsCutAndTheNewsIsKept() {
    hub.released("a", Words.flood());
    String order = release("a").getFirst().id();
    hub.accept(
        new Command.RecordDelivery(
            "a", order, "radio", "all", DeliveryState.FAILED, "x".repeat(5_000)),
        WAY_OUT);
    assertEquals(300, delivery(order).reason().length());
  }

  @Test
  void aThousandRecipientsAreTakenDownOneByOneInShortTime() {
    hub.released("a", Words.flood());
    String order = release("a").getLast().id();
    for (int i = 0; i < 1_200; i++) {
      hub.accept(new Command.RecordAttempt("a", order, "sms", "p" + i, 1), WAY_OUT);
      hub.accept(
          new Command.RecordDelivery("a", order, "sms", "p" + i, DeliveryState.SENT, null),
          WAY_OUT);
    }
    assertEquals(1_200, hub.state.deliveries("a").size());
    assertTrue(hub.state.deliveries("a").stream().allMatch(Delivery::attempted));
  }
}
