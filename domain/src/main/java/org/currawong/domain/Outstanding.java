package org.currawong.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;
import org.currawong.domain.delivery.ReplyPlan;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.Urgency;

/**
 * What is still to be done, derived from the log alone: after each entry what that entry brought,
 * at start everything. All of it may be done twice without harm.
 */
public sealed interface Outstanding {

  /** A model's advice about a report older than this comes too late to be read with it. */
  Duration FRESH = Duration.ofMinutes(10);

  /** A report that inference has not answered. */
  record Assess(String report) implements Outstanding {}

  /**
   * A report that the rules have read and a model may be asked about; nobody waits for it.
   *
   * @param first whether a life may be in danger: it is asked before the others
   */
  record Advise(String report, boolean first) implements Outstanding {}

  /** A submitted alert of this version to be rendered. */
  record Render(String alert, int version) implements Outstanding {}

  /** A withdrawn alert whose withdrawal document and CAP Cancel are to be made. */
  record DocumentWithdrawal(String alert) implements Outstanding {}

  /** One order to be signed and sent. */
  record Send(OrderPlan plan) implements Outstanding {}

  /** A receipt or an answer to be sent back by the way its report came. */
  record SendReply(ReplyPlan plan) implements Outstanding {}

  /** Nothing more of this alert may leave. */
  record Stop(String alert) implements Outstanding {}

  /** What {@code e}, just applied to {@code s}, asks for. */
  static List<Outstanding> after(State s, Entry e) {
    return switch (e.fact()) {
      case Fact.ReportReceived f -> List.of(new Assess(f.report()));
      case Fact.AlertSubmitted f -> List.of(new Render(f.alert(), f.version()));
      case Fact.AlertReleased f -> sends(DispatchPlan.release(s.alert(f.alert())));
      case Fact.AlertWithdrawn f -> List.of(new Stop(f.alert()), new DocumentWithdrawal(f.alert()));
      case Fact.WithdrawalDocumented f -> sends(corrections(s, f.alert()));
      case Fact.DeliveryAttempted f -> sends(late(s, f.alert(), f.order(), f.recipient()));
      case Fact.DeliveryObserved f -> sends(late(s, f.alert(), f.order(), f.recipient()));
      case Fact.LogOpened f -> List.of();
      case Fact.TailCut f -> List.of();
      case Fact.HubStarted f -> List.of();
      case Fact.HubStopped f -> List.of();
      case Fact.ReportAssessed f -> assessed(s, f);
      case Fact.ReportFiled f -> List.of();
      case Fact.ReportSetAside f -> List.of();
      case Fact.ReportStatusChanged f -> List.of();
      case Fact.ReportSeen f -> List.of();
      case Fact.AnswerGiven f -> replies(s, f.report());
      case Fact.AnswerPassedOn f -> List.of();
      case Fact.ReportPlaced f -> List.of();
      case Fact.ReportHandedOver f -> List.of();
      case Fact.IncidentsMerged f -> List.of();
      case Fact.IncidentSplit f -> List.of();
      case Fact.AlarmAcknowledged f -> List.of();
      case Fact.IncidentOpened f -> List.of();
      case Fact.IncidentStatusChanged f -> List.of();
      case Fact.AlertDrafted f -> List.of();
      case Fact.AlertEdited f -> List.of();
      case Fact.AlertRendered f -> List.of();
      case Fact.AlertRenderingFailed f -> List.of();
      case Fact.AlertApproved f -> List.of();
      case Fact.AlertRejected f -> List.of();
      case Fact.AlertExpired f -> List.of();
      case Fact.WithdrawalAsked f -> List.of();
      case Fact.ReplyObserved f -> List.of();
      case Fact.AccountAdded f -> List.of();
      case Fact.AccountConfirmed f -> List.of();
      case Fact.AccountDisabled f -> List.of();
      case Fact.PersonAdded f -> List.of();
      case Fact.PersonChanged f -> List.of();
      case Fact.DirectoryOpened f -> List.of();
      case Fact.NoteWritten f -> List.of();
      case Fact.PowerChanged f -> List.of();
      case Fact.LogExported f -> List.of();
    };
  }

  /**
   * Everything that is still to be done, as at a start. Settled, and so left out, is:
   *
   * <ul>
   *   <li>{@link Assess} once the report has an urgency and a place: an incident, or aside;
   *   <li>{@link Render} once that version is rendered, changed or no longer submitted;
   *   <li>{@link DocumentWithdrawal} once the withdrawal at hand has its document;
   *   <li>{@link Send} of a release once the alert is no longer released, or the log has passed its
   *       end and no copy waits for another try; of a correction once the withdrawal was explained
   *       by another, or 24 h after that end;
   *   <li>{@link SendReply} once the log says what became of it, or a day after its report;
   *   <li>{@link Stop} 24 h after the alert's end.
   * </ul>
   *
   * What a way out has done is not left out: its own ledger knows better. {@link Advise} is left
   * out: see {@link #advisable}.
   */
  static List<Outstanding> all(State s) {
    List<Outstanding> all = new ArrayList<>();
    for (Alert a : s.alerts()) {
      if (a.state() == AlertState.WITHDRAWN) {
        withdrawn(all, s, a);
      } else if (a.state() == AlertState.RELEASED && a.draft().expires().isAfter(s.at())
          || ended(a) && waits(s, a)) {
        all.addAll(sends(DispatchPlan.release(a)));
      } else if (a.state() == AlertState.SUBMITTED && !a.rendered()) {
        all.add(new Render(a.id(), a.version()));
      }
    }
    for (Report r : s.reports()) {
      if (unassessed(r)) {
        all.add(new Assess(r.id()));
      }
      ReplyRules.due(s, r).forEach(plan -> all.add(new SendReply(plan)));
    }
    return all;
  }

  private static boolean ended(Alert a) {
    return a.state() == AlertState.RELEASED || a.state() == AlertState.EXPIRED;
  }

  /** A copy that waited for its next try when the alert ended: its way out says that it is late. */
  private static boolean waits(State s, Alert a) {
    return a.draft().expires().plus(WithdrawalRules.AFTER_END).isAfter(s.at())
        && s.deliveries(a.id()).stream().anyMatch(d -> d.state() == DeliveryState.QUEUED);
  }

  /** Whether the rules have yet to read it: it lacks an urgency, or a place among the incidents. */
  static boolean unassessed(Report r) {
    return r.urgency() == null || r.incident() == null && r.asideReason() == null;
  }

  private static List<Outstanding> assessed(State s, Fact.ReportAssessed f) {
    List<Outstanding> next = new ArrayList<>(advice(s.report(f.report())));
    if (f.language() != null) {
      next.addAll(replies(s, f.report()));
    }
    return next;
  }

  /** A receipt once its language is known, for it speaks it: else the sweep finds it. */
  private static List<Outstanding> replies(State s, String report) {
    return ReplyRules.due(s, s.report(report)).stream().<Outstanding>map(SendReply::new).toList();
  }

  /**
   * What a model may still be asked about at a start: reports of the last {@link #FRESH} that no
   * model has spoken of. A hub that was down for a day does not ask about yesterday.
   */
  static List<Outstanding> advisable(State s) {
    return s.reports().stream()
        .filter(r -> r.urgency() != null && !r.advised())
        .filter(r -> r.receivedAt().plus(FRESH).isAfter(s.at()))
        .<Outstanding>map(Outstanding::advise)
        .toList();
  }

  /** Once, when the rules have said how urgent it is, so that lives come first. */
  private static List<Outstanding> advice(Report r) {
    long said = r.answers().stream().filter(a -> a.duty() == Duty.URGENCY).count();
    Assessment newest = said == 1 ? r.answers().get(r.answers().size() - 1) : null;
    return newest != null && newest.duty() == Duty.URGENCY ? List.of(advise(r)) : List.of();
  }

  private static Advise advise(Report r) {
    return new Advise(r.id(), r.urgency() == Urgency.LIFE_SAFETY);
  }

  private static void withdrawn(List<Outstanding> all, State s, Alert a) {
    boolean matters = a.draft().expires().plus(WithdrawalRules.AFTER_END).isAfter(s.at());
    if (matters) {
      all.add(new Stop(a.id()));
    }
    if (a.withdrawal().document() == null) {
      all.add(new DocumentWithdrawal(a.id()));
    } else if (matters) {
      all.addAll(sends(corrections(s, a.id())));
    }
  }

  private static List<OrderPlan> corrections(State s, String alert) {
    return DispatchPlan.corrections(s.alert(alert), s.deliveries(alert));
  }

  /** A copy that was under way when the alert was withdrawn gets its correction too. */
  private static List<OrderPlan> late(State s, String alert, String order, String recipient) {
    Alert a = s.alert(alert);
    if (a.withdrawal() == null || a.withdrawal().document() == null) {
      return List.of();
    }
    return DispatchPlan.corrections(a, List.of(s.delivery(alert, order, recipient)));
  }

  private static List<Outstanding> sends(List<OrderPlan> plans) {
    return plans.stream().<Outstanding>map(Send::new).toList();
  }
}
