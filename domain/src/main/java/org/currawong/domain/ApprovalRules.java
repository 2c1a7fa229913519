package org.currawong.domain;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Approval;
import org.currawong.domain.people.Account;

/** Two people who wrote none of it say yes to the same bytes (CONTRACT.md, approvals). */
final class ApprovalRules {

  /** How many people must say yes, beside whoever wrote it. */
  static final int APPROVALS = 2;

  /** An approval is given by somebody who proved within this time who they are. */
  private static final Duration FRESH_SIGN_IN = Duration.ofMinutes(5);

  /** Sign-in and approval may read a clock of different fineness. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(1);

  private ApprovalRules() {}

  static Decision approve(State s, Command.ApproveAlert c, Actor by, Instant now, Rules rules) {
    Alert a = s.alert(c.alert());
    if (a == null) {
      return Decider.notFound("alert", "alert");
    }
    boolean live = a.draft().status() == AlertStatus.ACTUAL && s.hub().realm() == Realm.LIVE;
    Decision no = mayApprove(s, a, by, now, live);
    if (no == null) {
      no = canBeApproved(s, a, c, by, now);
    }
    if (no == null && live && !sameName(a.draft().area().name(), c.confirm())) {
      no = Decider.invalid("confirm", "type the name of the area as it is shown");
    }
    if (no != null) {
      return no;
    }
    Role as = by.has(Role.COORDINATOR) ? Role.COORDINATOR : Role.RADIO;
    Fact approved =
        new Fact.AlertApproved(
            a.id(), a.version(), a.manifest(), by.id(), as, by.session(), by.device());
    if (a.approvals().size() + 1 < APPROVALS) {
      return Decision.accepted(a.id(), approved);
    }
    return Decision.accepted(
        a.id(),
        approved,
        new Fact.AlertReleased(a.id(), a.version(), a.manifest(), AlertRules.realm(s, a)));
  }

  private static Decision mayApprove(State s, Alert a, Actor by, Instant now, boolean live) {
    if (!by.has(Role.COORDINATOR) && !by.has(Role.RADIO)) {
      return Decider.forbidden("only coordinators and radio approve");
    }
    Account account = s.account(by.id());
    if (account == null || account.disabled() || !by.person()) {
      return Decider.forbidden("this account is not in use");
    }
    if (!account.roles().contains(Role.COORDINATOR) && !account.roles().contains(Role.RADIO)) {
      return Decider.forbidden("only coordinators and radio approve");
    }
    if (live && !account.confirmed()) {
      return Decider.forbidden("a second person has not confirmed this account yet");
    }
    if (a.drafters().contains(by.id())) {
      return Decider.forbidden("whoever wrote in it does not approve it");
    }
    if (!fresh(by.signedInAt(), now)) {
      return Decider.forbidden("sign in again: approvals need a sign-in of the last 5 minutes");
    }
    return null;
  }

  /** A sign-in from the future came by a clock that has been set back since: it proves nothing. */
  private static boolean fresh(Instant signedInAt, Instant now) {
    return signedInAt != null
        && !signedInAt.isBefore(now.minus(FRESH_SIGN_IN))
        && !signedInAt.isAfter(now.plus(CLOCK_SLACK));
  }

  private static Decision canBeApproved(
      State s, Alert a, Command.ApproveAlert c, Actor by, Instant now) {
    if (a.state() != AlertState.SUBMITTED && a.state() != AlertState.APPROVED) {
      return Decider.conflict("state", "it is " + a.state().word() + ", not waiting for approval");
    }
    if (!a.rendered()) {
      return Decider.conflict("state", "it is still being rendered: wait a moment");
    }
    if (!a.manifest().equals(c.manifest())) {
      return Decider.conflict("manifest", "it changed since you looked: look again");
    }
    if (a.approvals().stream().anyMatch(x -> sameHand(x, by))) {
      return Decider.conflict("user", "this person, session or device has approved it already");
    }
    if (a.approvals().stream().anyMatch(x -> gone(s, x))) {
      return Decider.conflict(
          "approvals", "an account that approved it was disabled since: reject it and ask again");
    }
    if (!a.draft().expires().isAfter(now)) {
      return Decider.conflict("expires", "its time is over: change it and submit again");
    }
    return null;
  }

  private static boolean gone(State s, Approval x) {
    Account account = s.account(x.by());
    return account == null || account.disabled();
  }

  private static boolean sameHand(Approval x, Actor by) {
    return x.by().equals(by.id())
        || Objects.equals(x.session(), by.session())
        || x.device() != null && x.device().equals(by.device());
  }

  /** Case, accents and runs of blanks don't matter; the letters do. */
  private static boolean sameName(String name, String typed) {
    return typed != null && plain(name).equals(plain(typed));
  }

  private static String plain(String s) {
    String bare = Normalizer.normalize(s, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String even = bare.replaceAll("[\\s\\p{Z}]+", " ").strip().toLowerCase(Locale.ROOT);
    // Letters with a stroke have no accent to take off, and an apostrophe has many shapes.
    return even.replace('đ', 'd').replace('ł', 'l').replace('ø', 'o').replace('’', '\'');
  }

  static Decision reject(State s, Command.RejectAlert c, Actor by) {
    Alert a = s.alert(c.alert());
    if (a == null) {
      return Decider.notFound("alert", "alert");
    }
    if (!by.has(Role.COORDINATOR) && !by.has(Role.RADIO)) {
      return Decider.forbidden("only coordinators and radio reject");
    }
    if (a.state() != AlertState.SUBMITTED && a.state() != AlertState.APPROVED) {
      return Decider.conflict("state", "it is " + a.state().word() + ", not waiting for approval");
    }
    return Decision.accepted(
        a.id(), new Fact.AlertRejected(a.id(), a.version(), by.id(), c.reason().strip()));
  }
}
