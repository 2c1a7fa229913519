package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.Urgency;

/**
 * What must hold whatever anybody does. Keeps books of its own from the facts alone, so that it
 * does not believe the state that it judges.
 */
final class Invariants {

  private final TestHub hub;
  private final Map<String, Book> books = new HashMap<>();
  private final Set<Outstanding> given = new HashSet<>();
  private final Map<String, OrderPlan> orders = new HashMap<>();
  private final Map<String, Urgency> urgencies = new HashMap<>();
  private final Set<String> confirmed = new HashSet<>();
  private final Set<String> disabled = new HashSet<>();
  private final Set<String> stopped = new HashSet<>();
  private final List<Told> answers = new ArrayList<>();
  int releases;
  int corrections;

  /** What the facts say of one alert. */
  private static final class Book {
    final Set<String> drafters = new HashSet<>();
    final List<Fact.AlertApproved> approvals = new ArrayList<>();
    int version;
    String manifest;
    Draft draft;
    Draft releasedDraft;
    final Set<String> attempted = new HashSet<>();
  }

  private record Told(String words, String who, Instant at) {}

  Invariants(TestHub hub) {
    this.hub = hub;
    hub.state.accounts().stream().filter(a -> a.confirmed()).forEach(a -> confirmed.add(a.id()));
  }

  /** Looks at one entry that was just applied. */
  void after(Entry e) {
    book(e);
    for (Outstanding o : Outstanding.after(hub.state, e)) {
      given.add(o);
      if (o instanceof Outstanding.Send send) {
        sent(send.plan());
      }
    }
  }

  private void book(Entry e) {
    switch (e.fact()) {
      case Fact.AccountAdded f -> {
        if (f.founding()) {
          confirmed.add(f.account());
        }
      }
      case Fact.AccountConfirmed f -> {
        assertNotEquals(f.account(), f.by());
        assertTrue(confirmed.contains(f.by()), "confirmed by a confirmed one: " + f);
        confirmed.add(f.account());
      }
      case Fact.AccountDisabled f -> disabled.add(f.account());
      case Fact.AlertDrafted f -> written(f.alert(), f.version(), f.draft(), f.by());
      case Fact.AlertEdited f -> {
        written(f.alert(), f.version(), f.draft(), f.by());
        Alert a = hub.alert(f.alert());
        assertEquals(List.of(), a.approvals(), "an edit voids approvals");
        assertNull(a.manifest(), "an edit voids the rendering");
      }
      case Fact.AlertRendered f -> books.get(f.alert()).manifest = f.manifest();
      case Fact.AlertRenderingFailed f -> emptied(f.alert());
      case Fact.AlertRejected f -> emptied(f.alert());
      case Fact.AlertApproved f -> books.get(f.alert()).approvals.add(f);
      case Fact.AlertReleased f -> released(f);
      case Fact.ReportHandedOver f -> stopped.add(f.report());
      case Fact.ReportStatusChanged f -> {
        switch (f.status()) {
          case HANDED_OVER, SAFE -> stopped.add(f.report());
          case RECEIVED, CHECKING -> stopped.remove(f.report());
          case ANSWERED, CLOSED -> {}
        }
      }
      case Fact.AnswerGiven f -> told(f, e);
      case Fact.DeliveryAttempted f ->
          books.get(f.alert()).attempted.add(f.order() + " " + f.recipient());
      case Fact.DeliveryObserved f -> {
        if (f.state().left()
            || f.state() == org.currawong.domain.delivery.DeliveryState.ATTEMPTED) {
          books.get(f.alert()).attempted.add(f.order() + " " + f.recipient());
        }
      }
      default -> {}
    }
  }

  /** The same words never reach a sixth person within ten minutes. */
  private void told(Fact.AnswerGiven f, Entry e) {
    Report to = hub.state.report(f.report());
    String who = to.sender() == null ? to.id() : to.sender();
    answers.add(new Told(f.secret().body(), who, e.at()));
    answers.removeIf(a -> !a.at().isAfter(e.at().minus(Duration.ofMinutes(10))));
    long people =
        answers.stream()
            .filter(a -> a.words().equals(f.secret().body()))
            .map(Told::who)
            .distinct()
            .count();
    assertTrue(people <= 5, "an alert in disguise: " + f);
  }

  private void written(String alert, int version, Draft draft, String by) {
    Book b = books.computeIfAbsent(alert, k -> new Book());
    assertNull(b.releasedDraft, "a released alert is not written in: " + alert);
    assertEquals(b.version + 1, version);
    b.version = version;
    b.draft = draft;
    b.drafters.add(by);
    b.manifest = null;
    b.approvals.clear();
  }

  private void emptied(String alert) {
    books.get(alert).manifest = null;
    books.get(alert).approvals.clear();
    assertEquals(AlertState.DRAFT, hub.alert(alert).state());
  }

  private void released(Fact.AlertReleased f) {
    releases++;
    Book b = books.get(f.alert());
    assertNull(b.releasedDraft, "released once: " + f);
    b.releasedDraft = b.draft;
    assertEquals(b.version, f.version(), "the last version");
    assertEquals(b.manifest, f.manifest(), "the manifest of the last version");
    assertEquals(2, b.approvals.size());
    Fact.AlertApproved one = b.approvals.get(0);
    Fact.AlertApproved two = b.approvals.get(1);
    assertNotEquals(one.by(), two.by());
    assertNotEquals(one.session(), two.session());
    assertTrue(one.device() == null || !one.device().equals(two.device()));
    boolean live = f.realm() == Realm.LIVE;
    for (Fact.AlertApproved a : b.approvals) {
      assertEquals(f.manifest(), a.manifest());
      assertEquals(f.version(), a.version());
      assertFalse(b.drafters.contains(a.by()), "no drafter: " + a);
      assertFalse(disabled.contains(a.by()), "nobody disabled: " + a);
      assertTrue(!live || confirmed.contains(a.by()), "confirmed for live: " + a);
    }
    boolean actual = b.draft.status() == AlertStatus.ACTUAL;
    assertEquals(actual ? hub.state.hub().realm() : Realm.EXERCISE, f.realm());
    assertTrue(b.draft.expires().isAfter(hub.now), "nothing that has run out");
    assertNotNull(b.draft.area().name());
    assertFalse(b.draft.instruction().isBlank());
    assertTrue(!b.draft.level().needsAuthority() || b.draft.authority().reference() != null);
  }

  private void sent(OrderPlan p) {
    Alert a = hub.alert(p.alert());
    Book b = books.get(p.alert());
    assertNotNull(b.releasedDraft, "nothing is sent that is not released");
    assertEquals(a.realm(), p.realm());
    assertTrue(p.realm() != Realm.LIVE || b.draft.status() == AlertStatus.ACTUAL);
    OrderPlan same = orders.putIfAbsent(p.id(), p);
    assertTrue(same == null || to(same, List.of()).equals(to(p, List.of())), "one order to one id");
    if (p.correction()) {
      corrections++;
      assertEquals(AlertState.WITHDRAWN, a.state());
      assertEquals(a.withdrawal().document(), p.document());
      assertFalse(p.recipients().isEmpty(), "a correction never goes to everybody by default");
      for (String to : p.recipients()) {
        assertTrue(b.attempted.stream().anyMatch(x -> x.endsWith(" " + to)), "only who was tried");
      }
    } else {
      assertEquals(AlertState.RELEASED, a.state());
      assertTrue(p.expires().isAfter(hub.now), "nothing is sent that has run out");
      assertEquals(a.document(), p.document());
    }
  }

  /** What holds of the state as a whole; dearer, so not after every step. */
  void whole() {
    List<Outstanding> all = Outstanding.all(hub.state);
    Set<Outstanding> now = new HashSet<>(all);
    assertEquals(all.size(), now.size(), "nothing twice");
    Predicate<Outstanding> settled = o -> settled(hub.state, o);
    given.removeIf(settled);
    for (Outstanding o : given) {
      assertTrue(now.contains(o) || now.stream().anyMatch(x -> covers(x, o)), "forgotten: " + o);
    }
    assertTrue(all.stream().noneMatch(settled), "settled and yet outstanding");
    for (Alert a : hub.state.alerts()) {
      Book b = books.get(a.id());
      assertEquals(b.draft, a.draft());
      assertTrue(b.releasedDraft == null || b.releasedDraft.equals(a.draft()));
      assertTrue(a.realm() != Realm.LIVE || a.draft().status() == AlertStatus.ACTUAL);
      assertEquals(b.drafters, a.drafters());
      if (a.state() == AlertState.WITHDRAWN && a.withdrawal().document() != null) {
        correctedExactly(a, b);
      }
    }
    long filed = hub.state.reports().stream().filter(r -> r.incident() != null).count();
    long held = hub.state.incidents().stream().mapToLong(i -> i.reports().size()).sum();
    assertEquals(filed, held, "each report is in one incident at most");
    for (Report r : hub.state.reports()) {
      Urgency before = urgencies.put(r.id(), r.urgency());
      assertTrue(atLeast(r.urgency(), before), "never lowered: " + r.id());
      assertTrue(
          r.incident() == null || atLeast(hub.state.incident(r.incident()).urgency(), r.urgency()),
          "an incident is as urgent as its reports: " + r.id());
      assertTrue(
          r.incident() == null || hub.state.incident(r.incident()).reports().contains(r.id()));
      assertEquals(
          r.urgency() == Urgency.LIFE_SAFETY && !stopped.contains(r.id()),
          r.clockRuns(),
          "the clock of a life stops only on handover or safe: " + r.id());
      assertTrue(hub.state.thread(r).contains(r), "in its own thread: " + r.id());
    }
  }

  /** A correction that has gained recipients since is still the same order. */
  private static boolean covers(Outstanding now, Outstanding given) {
    return now instanceof Outstanding.Send n
        && given instanceof Outstanding.Send g
        && to(n.plan(), List.of()).equals(to(g.plan(), List.of()))
        && n.plan().recipients().containsAll(g.plan().recipients());
  }

  private static OrderPlan to(OrderPlan p, List<String> recipients) {
    return new OrderPlan(
        p.id(),
        p.alert(),
        p.realm(),
        p.way(),
        p.correction(),
        p.artefact(),
        recipients,
        p.repeats(),
        p.document(),
        p.notBefore(),
        p.expires());
  }

  private void correctedExactly(Alert a, Book b) {
    Set<String> due = new HashSet<>();
    for (OrderPlan p : DispatchPlan.release(a)) {
      for (String copy : b.attempted) {
        if (copy.startsWith(p.id() + " ")) {
          due.add(copy);
        }
      }
    }
    Set<String> corrected = new HashSet<>();
    List<OrderPlan> corrections = DispatchPlan.corrections(a, hub.state.deliveries(a.id()));
    for (OrderPlan p : DispatchPlan.release(a)) {
      for (OrderPlan c : corrections) {
        if (c.id().endsWith("." + stem(p)) || c.id().endsWith("-" + stem(p))) {
          c.recipients().forEach(to -> corrected.add(p.id() + " " + to));
        }
      }
    }
    assertEquals(due, corrected, a.id());
  }

  /** Not by the rule's own comparison: the first of the words is the most urgent. */
  private static boolean atLeast(Urgency is, Urgency than) {
    return than == null || is != null && is.compareTo(than) <= 0;
  }

  private static String stem(OrderPlan p) {
    return p.id().substring(p.id().indexOf('-') + 1);
  }

  /** What {@link Outstanding#all} says of itself, said again in other words. */
  private static boolean settled(State s, Outstanding o) {
    return switch (o) {
      case Outstanding.Assess x -> {
        Report r = s.report(x.report());
        yield r.urgency() != null && (r.incident() != null || r.asideReason() != null);
      }
      // Nobody waits for advice: a start asks Outstanding.advisable for it.
      case Outstanding.Advise x -> true;
      case Outstanding.Render x -> {
        Alert a = s.alert(x.alert());
        yield a.version() != x.version() || a.state() != AlertState.SUBMITTED || a.rendered();
      }
      case Outstanding.DocumentWithdrawal x -> s.alert(x.alert()).withdrawal().document() != null;
      case Outstanding.SendReply x ->
          s.reply(x.plan().id()) != null
              || s.report(x.plan().report()).receivedAt().plus(ReplyRules.LIFE).isBefore(s.at());
      case Outstanding.Stop x -> overForGood(s, s.alert(x.alert()));
      case Outstanding.Send x -> settled(s, x.plan());
    };
  }

  private static boolean settled(State s, OrderPlan p) {
    Alert a = s.alert(p.alert());
    return p.correction()
        ? overForGood(s, a) || !p.document().equals(a.withdrawal().document())
        : !valid(s, a) && (overForGood(s, a) || !waits(s, a));
  }

  private static boolean valid(State s, Alert a) {
    return a.state() == AlertState.RELEASED && a.draft().expires().isAfter(s.at());
  }

  /** A copy that was to be tried again when the alert ended: somebody must say that it is late. */
  private static boolean waits(State s, Alert a) {
    return a.state() != AlertState.WITHDRAWN
        && s.deliveries(a.id()).stream().anyMatch(d -> d.state() == DeliveryState.QUEUED);
  }

  private static boolean overForGood(State s, Alert a) {
    return !a.draft().expires().plus(WithdrawalRules.AFTER_END).isAfter(s.at());
  }

  /** Read from scratch, the log gives the very same state. */
  void sameFromScratch() {
    State again = new State();
    hub.entries.forEach(again::apply);
    assertEquals(hub.state.n(), again.n());
    assertEquals(hub.state.head(), again.head());
    for (int i = 0; i < again.tables().size(); i++) {
      Table<?> was = hub.state.tables().get(i);
      Table<?> is = again.tables().get(i);
      assertEquals(was.rows(), is.rows(), was.name());
      assertEquals(List.copyOf(was.rows().keySet()), List.copyOf(is.rows().keySet()), was.name());
    }
    assertEquals(Outstanding.all(hub.state), Outstanding.all(again));
  }
}
