package org.currawong.domain;

import org.currawong.domain.people.Person;

/**
 * Whether a command has the fields that the rules look at, in bearable sizes. The rules behind it
 * need no second look for what is missing; what the fields mean is theirs alone.
 */
final class WellFormed {

  /** A reason typed by a person. */
  static final int MAX_REASON = 2_000;

  /** A name, a place, a contact: 250 characters of any script, in bytes of UTF-8. */
  static final int MAX_LINE = 1_000;

  static final int MAX_NOTE = 8 * 1024;

  private WellFormed() {}

  /** A refusal that names each field that is missing or too long, or {@code null}. */
  static Decision fault(Command c) {
    return switch (c) {
      case Command.NoteStart x ->
          fields()
              .someWords("version", x.version(), MAX_LINE)
              .someList("parts", x.parts())
              .refusal();
      case Command.NoteStop x -> fields().words("why", x.why(), MAX_REASON).refusal();
      case Command.NoteTailCut x -> fields().someWords("file", x.file(), MAX_LINE).refusal();
      case Command.Tick x -> null;
      case Command.TakeReport x -> ProposalForm.report(x);
      case Command.RecordAssessments x -> ProposalForm.answers(x);
      case Command.ChangeReportStatus x ->
          fields()
              .id("report", x.report())
              .need("status", x.status())
              .words("reason", x.reason(), MAX_REASON)
              .refusal();
      case Command.SeeReport x -> fields().id("report", x.report()).refusal();
      case Command.GiveAnswer x -> HandlingForm.answer(x);
      case Command.PassOnAnswer x ->
          fields().id("report", x.report()).id("answer", x.answer()).refusal();
      case Command.PlaceReport x -> HandlingForm.place(x);
      case Command.HandOverReport x -> HandlingForm.handover(x);
      case Command.MergeIncidents x ->
          fields().id("incident", x.incident()).id("other", x.other()).refusal();
      case Command.SplitIncident x -> HandlingForm.split(x);
      case Command.AcknowledgeAlarm x -> fields().id("alarm", x.alarm()).refusal();
      case Command.OpenIncident x ->
          fields()
              .id("incident", x.incident())
              .someWords("title", x.title(), MAX_LINE)
              .place("place", x.place(), MAX_LINE)
              .list("reports", x.reports())
              .refusal();
      case Command.FileReport x ->
          fields().id("incident", x.incident()).id("report", x.report()).refusal();
      case Command.ChangeIncidentStatus x ->
          fields()
              .id("incident", x.incident())
              .need("status", x.status())
              .words("reason", x.reason(), MAX_REASON)
              .refusal();
      case Command.DraftAlert x -> DraftForm.fault(fields().name("alert", x.alert()), x.draft());
      case Command.EditAlert x -> DraftForm.fault(fields().name("alert", x.alert()), x.draft());
      case Command.SubmitAlert x -> fields().name("alert", x.alert()).refusal();
      case Command.RecordRendering x -> ProposalForm.rendering(x);
      case Command.RecordRenderingFailure x -> fields().name("alert", x.alert()).refusal();
      case Command.ApproveAlert x ->
          fields()
              .name("alert", x.alert())
              .words("manifest", x.manifest(), MAX_LINE)
              .words("confirm", x.confirm(), MAX_LINE)
              .refusal();
      case Command.RejectAlert x ->
          fields().name("alert", x.alert()).someWords("reason", x.reason(), MAX_REASON).refusal();
      case Command.WithdrawAlert x ->
          fields()
              .name("alert", x.alert())
              .need("kind", x.kind())
              .someWords("reason", x.reason(), MAX_REASON)
              .refusal();
      case Command.RecordWithdrawal x -> ProposalForm.withdrawal(x);
      case Command.RecordAttempt x ->
          copy(x.alert(), x.order(), x.way(), x.recipient())
              .fault(x.attempt() < 1, "attempt", "attempts are counted from 1")
              .refusal();
      case Command.RecordDelivery x ->
          copy(x.alert(), x.order(), x.way(), x.recipient()).need("state", x.state()).refusal();
      case Command.RecordReply x ->
          fields()
              .id("reply", x.reply())
              .id("report", x.report())
              .name("way", x.way())
              .need("state", x.state())
              .refusal();
      case Command.AddAccount x -> account(x);
      case Command.ConfirmAccount x -> fields().name("account", x.account()).refusal();
      case Command.DisableAccount x -> fields().name("account", x.account()).refusal();
      case Command.AddPerson x -> person(x.person());
      case Command.ChangePerson x -> person(x.person());
      case Command.OpenDirectory x -> fields().someWords("what", x.what(), MAX_LINE).refusal();
      case Command.WriteNote x ->
          fields()
              .id("note", x.note())
              .words("about", x.about(), Fields.MAX_ID)
              .time("happened_at", x.happenedAt())
              .someWords("text", x.text(), MAX_NOTE)
              .words("corrects", x.corrects(), Fields.MAX_ID)
              .refusal();
      case Command.RecordPower x -> ProposalForm.power(x);
      case Command.RecordExport x ->
          fields()
              .need("from", x.from())
              .need("to", x.to())
              .someWords("sha256", x.sha256(), MAX_LINE)
              .list("disclosed", x.disclosed())
              .refusal();
    };
  }

  private static Fields fields() {
    return new Fields();
  }

  private static Fields copy(String alert, String order, String way, String recipient) {
    return fields()
        .name("alert", alert)
        .order("order", order)
        .name("way", way)
        .name("recipient", recipient);
  }

  private static Decision account(Command.AddAccount x) {
    Fields f =
        fields()
            .name("account", x.account())
            .fault(
                x.roles() == null
                    || x.roles().isEmpty()
                    || x.roles().stream().anyMatch(r -> r == null),
                "role",
                "name at least one of coordinator, radio, council, admin")
            .need("name", x.login());
    return x.login() == null
        ? f.refusal()
        : f.someWords("name", x.login().name(), MAX_LINE)
            .someWords("password", x.login().passwordHash(), MAX_REASON)
            .refusal();
  }

  private static Decision person(Person p) {
    Fields f = fields().need("person", p);
    return p == null
        ? f.refusal()
        : f.name("id", p.id())
            .someWords("name", p.name(), MAX_LINE)
            .words("phone", p.phone(), MAX_LINE)
            .language("language", p.language())
            .list("groups", p.groups())
            .words("groups", String.join("", p.groups()), MAX_REASON)
            .words("needs", p.needs(), MAX_REASON)
            .words("address", p.address(), MAX_LINE)
            .words("alternate", p.alternate(), MAX_LINE)
            .refusal();
  }
}
