package org.currawong.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.WithdrawalDocument;
import org.currawong.domain.alert.WithdrawalKind;

/** One person can stop an alert; that it was an error takes two (SAFETY.md, section 1). */
public final class WithdrawalRules {

  /** A second person answers within this time, or the asking lapses (CONTRACT.md). */
  private static final Duration SECOND_PERSON = Duration.ofMinutes(30);

  /** One person stops one alert in this time; a second one takes two people. */
  private static final Duration ONE_ALONE = Duration.ofMinutes(30);

  /** How long after its end an alert can be taken back. */
  public static final Duration AFTER_END = Duration.ofHours(24);

  private WithdrawalRules() {}

  static Decision withdraw(State s, Command.WithdrawAlert c, Actor by, Instant now) {
    if (!by.has(Role.COORDINATOR)) {
      return Decider.forbidden("only a coordinator withdraws an alert");
    }
    Alert a = s.alert(c.alert());
    if (a == null) {
      return Decider.notFound("alert", "alert");
    }
    Decision no = canBeWithdrawn(a, c.kind(), now);
    if (no != null) {
      return no;
    }
    if (!c.kind().needsTwo() && !withdrewLately(s, by, now)) {
      return withdrawn(a, c, by.id(), null);
    }
    Alert.WithdrawalAsk ask = a.asked();
    boolean asked =
        ask != null && ask.kind() == c.kind() && ask.at().plus(SECOND_PERSON).isAfter(now);
    if (asked && !ask.by().equals(by.id())) {
      return withdrawn(a, c, ask.by(), by.id());
    }
    return asked
        ? new Decision.Pending(java.util.List.of(), a.id())
        : new Decision.Pending(
            java.util.List.of(
                new Fact.WithdrawalAsked(a.id(), c.kind(), by.id(), c.reason().strip())),
            a.id());
  }

  private static Decision canBeWithdrawn(Alert a, WithdrawalKind kind, Instant now) {
    boolean out = a.state() == AlertState.RELEASED || a.state() == AlertState.EXPIRED;
    // Withdrawn "being checked" by one person, it may then be told to have been an error.
    boolean explained =
        a.state() == AlertState.WITHDRAWN
            && a.withdrawal().kind() == WithdrawalKind.WITHDRAWN
            && kind.needsTwo();
    if (!out && !explained) {
      return Decider.conflict("state", "it is " + a.state().word() + ": nothing to take back");
    }
    if (a.draft().expires().plus(AFTER_END).isBefore(now)) {
      return Decider.conflict("expires", "it ended more than 24 hours ago");
    }
    return null;
  }

  private static boolean withdrewLately(State s, Actor by, Instant now) {
    return s.alerts().stream()
        .map(Alert::withdrawal)
        .flatMap(w -> Stream.iterate(w, x -> x != null, Alert.Withdrawal::previous))
        .filter(w -> w.seconder() == null && w.by().equals(by.id()))
        .anyMatch(w -> w.at().plus(ONE_ALONE).isAfter(now));
  }

  private static Decision withdrawn(Alert a, Command.WithdrawAlert c, String by, String seconder) {
    return Decision.accepted(
        a.id(), new Fact.AlertWithdrawn(a.id(), c.kind(), by, seconder, c.reason().strip()));
  }

  static Decision documented(State s, Command.RecordWithdrawal c, Actor by) {
    Alert a = s.alert(c.alert());
    if (a == null || a.withdrawal() == null) {
      return Decider.notFound("alert", "withdrawn alert");
    }
    if (by.person() || by.equals(Actor.RESIDENT)) {
      return Decider.forbidden("the hub itself writes a withdrawal's document");
    }
    if (a.withdrawal().document() != null) {
      return Decision.accepted(a.id());
    }
    if (!speaksOf(c.document(), a)) {
      return Decider.conflict("document", "it is of another withdrawal, or says too little");
    }
    return Decision.accepted(
        a.id(), new Fact.WithdrawalDocumented(a.id(), c.document(), c.cancel(), c.artefacts()));
  }

  /** The document was made for an earlier withdrawal where two people explained it meanwhile. */
  private static boolean speaksOf(String document, Alert a) {
    Alert.Withdrawal w = a.withdrawal();
    return document.startsWith("{\"context\":\"" + WithdrawalDocument.context(a.realm()) + "\",")
        && document.contains("\"alert\":\"" + a.id() + "\",\"manifest\":\"" + a.manifest() + "\"")
        && document.contains(
            "\"kind\":\"" + w.kind().word() + "\",\"at\":\"" + w.at() + "\",\"until\":\"");
  }
}
