package org.currawong.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.Approval;
import org.currawong.domain.alert.Rendered;

/** What the facts about alerts do to the state. */
final class AlertsApplied {

  private AlertsApplied() {}

  static void drafted(State s, Entry e, Fact.AlertDrafted f) {
    put(s, Alert.drafted(f.alert(), e.n(), f.version(), f.draft(), f.by(), e.at()));
  }

  static void edited(State s, Entry e, Fact.AlertEdited f) {
    Alert a = s.alert(f.alert());
    Set<String> drafters = new HashSet<>(a.drafters());
    drafters.add(f.by());
    put(s, a.rewritten(f.version(), f.draft(), drafters, e.at()));
  }

  static void submitted(State s, Entry e, Fact.AlertSubmitted f) {
    put(s, s.alert(f.alert()).inState(AlertState.SUBMITTED, e.at()).withoutRejection());
  }

  static void rendered(State s, Entry e, Fact.AlertRendered f) {
    Rendered all =
        new Rendered(
            f.document(),
            f.manifest(),
            f.cap(),
            f.ways(),
            f.artefacts(),
            f.corrections(),
            f.unavailable(),
            f.recipients());
    put(s, s.alert(f.alert()).rendered(all));
  }

  static void back(State s, Entry e, String alert, String reason) {
    put(s, s.alert(alert).backToDraft(reason, e.at()));
  }

  static void approved(State s, Entry e, Fact.AlertApproved f) {
    Alert a = s.alert(f.alert());
    List<Approval> all = new ArrayList<>(a.approvals());
    all.add(new Approval(f.by(), f.session(), f.device(), e.at(), e.n(), e.hash()));
    put(s, a.withApprovals(all).inState(AlertState.APPROVED, e.at()));
  }

  static void released(State s, Entry e, Fact.AlertReleased f) {
    put(s, s.alert(f.alert()).releasedAs(f.realm(), e.at()));
  }

  static void expired(State s, Entry e, Fact.AlertExpired f) {
    put(s, s.alert(f.alert()).inState(AlertState.EXPIRED, e.at()));
  }

  static void asked(State s, Entry e, Fact.WithdrawalAsked f) {
    Alert.WithdrawalAsk ask = new Alert.WithdrawalAsk(f.kind(), f.by(), e.at(), f.reason());
    put(s, s.alert(f.alert()).withAsked(ask));
  }

  static void withdrawn(State s, Entry e, Fact.AlertWithdrawn f) {
    Alert a = s.alert(f.alert());
    Alert.Withdrawal w =
        new Alert.Withdrawal(
            f.kind(),
            f.by(),
            f.seconder(),
            e.at(),
            e.n(),
            e.hash(),
            null,
            null,
            List.of(),
            a.withdrawal());
    put(s, a.inState(AlertState.WITHDRAWN, e.at()).withWithdrawal(w));
  }

  static void documented(State s, Entry e, Fact.WithdrawalDocumented f) {
    Alert a = s.alert(f.alert());
    Alert.Withdrawal w = a.withdrawal();
    put(
        s,
        a.withWithdrawal(
            new Alert.Withdrawal(
                w.kind(),
                w.by(),
                w.seconder(),
                w.at(),
                w.n(),
                w.hash(),
                f.document(),
                f.cancel(),
                f.artefacts(),
                w.previous())));
  }

  private static void put(State s, Alert a) {
    s.alerts.put(a.id(), a);
  }
}
