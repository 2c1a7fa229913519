package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.people.Account;
import org.currawong.domain.phrase.PhraseBank;

/** The rules and a state that obeys them, with a clock that the test turns. */
final class TestHub {

  static final Instant START = Instant.parse("2026-11-23T05:00:00Z");
  static final Rules RULES =
      new Rules(Set.of("radio", "print", "cap", "sms"), PhraseBank.shipped(), d -> List.of());

  final Decider decider = new Decider(RULES);
  final List<Entry> entries = new ArrayList<>();
  State state = new State();
  Instant now = START;

  /** A hub of this realm that has begun to serve, with five founding people. */
  static TestHub serving(Realm realm) {
    TestHub h = opened(realm);
    for (String id : List.of("ana", "ben", "cleo", "dan")) {
      h.founding(id, Role.COORDINATOR);
    }
    h.founding("rita", Role.RADIO);
    h.founding("carl", Role.COUNCIL);
    h.founding("adam", Role.ADMIN);
    h.accept(new Command.NoteStart("1", List.of("core")), Actor.part("hub"));
    return h;
  }

  static TestHub live() {
    return serving(Realm.LIVE);
  }

  /** Only the log is open: nobody has an account yet. */
  static TestHub opened(Realm realm) {
    TestHub h = new TestHub();
    h.append(new Fact.LogOpened(1, "hub", 1, realm, List.of()));
    return h;
  }

  private void founding(String id, Role role) {
    accept(addAccount(id, role), Actor.part("command-line"));
  }

  static Command.AddAccount addAccount(String id, Role... roles) {
    return new Command.AddAccount(id, Set.of(roles), new Account.Login(id, "hash"));
  }

  /** Somebody signed in this very moment, with the roles of the account. */
  Actor by(String id) {
    return new Actor(id, state.account(id).roles(), "session-of-" + id, now, null);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Decision run(Command c, Actor by) {
    Decision d = decider.decide(state, c, by, now);
    d.toLog().forEach(this::append);
    return d;
  }

  Entry append(Fact f) {
    long n = state.n() + 1;
    String hash = Artefact.sha256((state.head() + n).getBytes(StandardCharsets.UTF_8));
    Entry e = new Entry(n, now, hash, f);
    state.apply(e);
    entries.add(e);
    return e;
  }

  Decision.Accepted accept(Command c, Actor by) {
    return assertInstanceOf(Decision.Accepted.class, run(c, by));
  }

  Decision.Pending pending(Command c, Actor by) {
    return assertInstanceOf(Decision.Pending.class, run(c, by));
  }

  Decision.Refused refuse(Decision.Why why, Command c, Actor by) {
    Decision.Refused r = assertInstanceOf(Decision.Refused.class, run(c, by));
    assertEquals(why, r.why(), r.toString());
    return r;
  }

  /** Refused with exactly one reason, about this field. */
  void refuse(Decision.Why why, String field, Command c, Actor by) {
    Decision.Refused r = refuse(why, c, by);
    assertEquals(List.of(field), r.reasons().stream().map(Decision.Reason::field).toList());
  }

  Alert alert(String id) {
    return state.alert(id);
  }

  // An alert's way.

  void drafted(String alert, Draft draft) {
    accept(new Command.DraftAlert(alert, draft), by("ana"));
  }

  void submitted(String alert, Draft draft) {
    drafted(alert, draft);
    accept(new Command.SubmitAlert(alert), by("ana"));
  }

  /** Written by Ana, submitted and rendered: waits for two others. */
  void waiting(String alert, Draft draft) {
    submitted(alert, draft);
    accept(Renderings.of(state, alert), Actor.part("renderers"));
  }

  Command.ApproveAlert approval(String alert) {
    Alert a = alert(alert);
    return new Command.ApproveAlert(alert, a.manifest(), a.draft().area().name());
  }

  /** Approved by Ben and Cleo. */
  void released(String alert, Draft draft) {
    waiting(alert, draft);
    accept(approval(alert), by("ben"));
    accept(approval(alert), by("cleo"));
  }

  void attempted(String alert, String order, String recipient) {
    String way = order.contains("sms") ? "sms" : "radio";
    accept(new Command.RecordAttempt(alert, order, way, recipient, 1), Actor.part("way-out"));
  }

  void documented(String alert) {
    accept(Renderings.withdrawal(state, alert), Actor.part("renderers"));
  }
}
