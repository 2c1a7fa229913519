package org.currawong.domain;

import java.time.Instant;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.people.Account;

/**
 * The rules: {@code decide(state, command, person, now)}. Pure; run by the core's one writer
 * thread, so that two approvals can't race.
 */
public final class Decider {

  private final Rules rules;

  public Decider(Rules rules) {
    this.rules = rules;
  }

  /** Facts to log, or why not. Never throws for what a user or a message can cause. */
  public Decision decide(State s, Command c, Actor by, Instant now) {
    if (c == null || by == null || by.id() == null || by.id().isBlank()) {
      return invalid("command", "there is nothing to decide, or nobody who asks");
    }
    if (s.hub() == null) {
      return Decision.refused(Why.UNAVAILABLE, "hub", "the log is not open yet");
    }
    Account account = by.person() ? s.account(by.id()) : null;
    if (account != null && account.disabled()) {
      return forbidden("this account is not in use");
    }
    Decision fault = WellFormed.fault(c);
    return fault == null ? byRule(s, c, by, now) : fault;
  }

  private Decision byRule(State s, Command c, Actor by, Instant now) {
    return switch (c) {
      case Command.NoteStart x ->
          Decision.accepted("hub", new Fact.HubStarted(x.version(), x.parts()));
      case Command.NoteStop x -> Decision.accepted("hub", new Fact.HubStopped(x.why()));
      case Command.NoteTailCut x -> Decision.accepted("hub", new Fact.TailCut(x.file(), x.bytes()));
      case Command.Tick x -> AlertRules.tick(s, now);
      case Command.TakeReport x -> ReportRules.take(s, x, by);
      case Command.RecordAssessments x -> ReportRules.assess(s, x, by, now);
      case Command.ChangeReportStatus x -> ReportRules.status(s, x, by);
      case Command.SeeReport x -> HandlingRules.see(s, x, by);
      case Command.GiveAnswer x -> AnswerRules.give(s, x, by, now);
      case Command.PassOnAnswer x -> AnswerRules.passOn(s, x, by);
      case Command.PlaceReport x -> HandlingRules.place(s, x, by);
      case Command.HandOverReport x -> HandlingRules.handOver(s, x, by, now);
      case Command.OpenIncident x -> IncidentRules.open(s, x, by);
      case Command.FileReport x -> IncidentRules.file(s, x, by);
      case Command.ChangeIncidentStatus x -> IncidentRules.status(s, x, by);
      case Command.MergeIncidents x -> IncidentRules.merge(s, x, by);
      case Command.SplitIncident x -> IncidentRules.split(s, x, by);
      case Command.DraftAlert x -> AlertRules.draft(s, x, by);
      case Command.EditAlert x -> AlertRules.edit(s, x, by);
      case Command.SubmitAlert x -> AlertRules.submit(s, x, by, now, rules);
      case Command.RecordRendering x -> AlertRules.rendered(s, x, by);
      case Command.RecordRenderingFailure x -> AlertRules.failed(s, x);
      case Command.ApproveAlert x -> ApprovalRules.approve(s, x, by, now, rules);
      case Command.RejectAlert x -> ApprovalRules.reject(s, x, by);
      case Command.WithdrawAlert x -> WithdrawalRules.withdraw(s, x, by, now);
      case Command.RecordWithdrawal x -> WithdrawalRules.documented(s, x, by);
      case Command.RecordAttempt x -> DeliveryRules.attempt(s, x);
      case Command.RecordDelivery x -> DeliveryRules.observed(s, x);
      case Command.RecordReply x -> ReplyRules.observed(s, x);
      case Command.AcknowledgeAlarm x -> HandlingRules.acknowledge(s, x, by);
      case Command.AddAccount x -> PeopleRules.addAccount(s, x, by);
      case Command.ConfirmAccount x -> PeopleRules.confirm(s, x, by);
      case Command.DisableAccount x -> PeopleRules.disable(s, x, by);
      case Command.AddPerson x -> PeopleRules.add(s, x, by);
      case Command.ChangePerson x -> PeopleRules.change(s, x, by);
      case Command.OpenDirectory x -> PeopleRules.opened(x, by);
      case Command.WriteNote x -> PeopleRules.note(s, x, by);
      case Command.RecordPower x ->
          Decision.accepted(
              x.ups(), new Fact.PowerChanged(x.ups(), x.rung(), x.words(), x.readings()));
      case Command.RecordExport x -> PeopleRules.exported(x, by);
    };
  }

  static Decision notFound(String field, String what) {
    return Decision.refused(Why.NOT_FOUND, field, "there is no such " + what);
  }

  static Decision forbidden(String reason) {
    return Decision.refused(Why.FORBIDDEN, "user", reason);
  }

  static Decision conflict(String field, String reason) {
    return Decision.refused(Why.CONFLICT, field, reason);
  }

  static Decision invalid(String field, String reason) {
    return Decision.refused(Why.INVALID, field, reason);
  }
}
