package org.currawong.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.ReleaseDocument;
import org.currawong.domain.alert.Unavailable;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.people.Account;
import org.currawong.domain.people.Person;
import org.currawong.domain.power.Rung;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Handover;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.ReportStatus;
import org.currawong.domain.report.Via;

/**
 * What somebody wants done. A command never crosses a queue; {@code decide} answers it. Ids of new
 * things are made by the caller, so that handing the same command in twice is harmless.
 */
public sealed interface Command {

  // The hub.
  record NoteStart(String version, List<String> parts) implements Command {}

  record NoteStop(String why) implements Command {}

  record NoteTailCut(String file, long bytes) implements Command {}

  /** The clock: expiry, escalation, overdue. */
  record Tick() implements Command {}

  // Reports.

  /**
   * Hands in one report.
   *
   * @param report the id, made from the bearer's own id
   * @param sender a pseudonym of the sender on that bearer, or {@code null}
   * @param bodyDigest keyed digest of the body as handed in
   */
  record TakeReport(String report, Via via, String sender, String bodyDigest, ReportBody body)
      implements Command {}

  /** All that a rung answered about a report in one go. */
  record RecordAssessments(String report, List<Assessment> answers) implements Command {}

  record ChangeReportStatus(String report, ReportStatus status, String reason) implements Command {}

  /** Somebody on duty has the report before their eyes. */
  record SeeReport(String report) implements Command {}

  /**
   * Answers the one sender of a report.
   *
   * @param answer its id
   */
  record GiveAnswer(String report, String answer, String text) implements Command {}

  /** The answer was said to its sender, or the way in confirmed it. */
  record PassOnAnswer(String report, String answer) implements Command {}

  record PlaceReport(String report, Placed place) implements Command {}

  /**
   * An agency takes it over.
   *
   * @param at when, or {@code null} for now
   */
  record HandOverReport(String report, Handover to, Instant at) implements Command {}

  // Incidents.
  record OpenIncident(String incident, String title, Placed place, List<String> reports)
      implements Command {}

  record FileReport(String incident, String report) implements Command {}

  record ChangeIncidentStatus(String incident, IncidentStatus status, String reason)
      implements Command {}

  /** Takes all reports of {@code other} over. */
  record MergeIncidents(String incident, String other) implements Command {}

  /**
   * Gives some reports an incident of their own.
   *
   * @param fresh its id
   * @param title or {@code null} for one that says where they came from
   */
  record SplitIncident(String incident, String fresh, String title, List<String> reports)
      implements Command {}

  // Alerts.

  /** Creates the draft. */
  record DraftAlert(String alert, Draft draft) implements Command {}

  /**
   * Rewrites the draft.
   *
   * @param version the one that the editor saw (If-Match)
   */
  record EditAlert(String alert, int version, Draft draft) implements Command {}

  record SubmitAlert(String alert) implements Command {}

  /** The renderers' proposal; {@code decide} checks that it is for the version at hand. */
  record RecordRendering(
      String alert,
      int version,
      String document,
      String manifest,
      CapMessage cap,
      List<ReleaseDocument.WayOut> ways,
      List<ArtefactRef> artefacts,
      List<ArtefactRef> corrections,
      List<Unavailable> unavailable,
      ArtefactRef recipients)
      implements Command {}

  record RecordRenderingFailure(String alert, int version, String reason) implements Command {}

  /**
   * Says yes to exactly these bytes.
   *
   * @param confirm the area's name, typed
   */
  record ApproveAlert(String alert, String manifest, String confirm) implements Command {}

  record RejectAlert(String alert, String reason) implements Command {}

  record WithdrawAlert(String alert, WithdrawalKind kind, String reason) implements Command {}

  record RecordWithdrawal(
      String alert, String document, CapMessage cancel, List<ArtefactRef> artefacts)
      implements Command {}

  // Ways out.
  record RecordAttempt(String alert, String order, String way, String recipient, int attempt)
      implements Command {}

  record RecordDelivery(
      String alert, String order, String way, String recipient, DeliveryState state, String reason)
      implements Command {}

  /** What became of a receipt or an answer. */
  record RecordReply(String reply, String report, String way, DeliveryState state, String reason)
      implements Command {}

  /**
   * Says that an alarm was heard.
   *
   * @param alarm its id, as screens show it
   */
  record AcknowledgeAlarm(String alarm) implements Command {}

  // People.
  record AddAccount(String account, Set<Role> roles, Account.Login login) implements Command {}

  record ConfirmAccount(String account) implements Command {}

  record DisableAccount(String account) implements Command {}

  record AddPerson(Person person) implements Command {}

  record ChangePerson(Person person) implements Command {}

  record OpenDirectory(String what) implements Command {}

  // Notes, power, exports.
  /**
   * Writes into the decision log.
   *
   * @param corrects the note that it puts right, or {@code null}
   */
  record WriteNote(String note, String about, Instant happenedAt, String text, String corrects)
      implements Command {}

  record RecordPower(String ups, Rung rung, List<String> words, Map<String, String> readings)
      implements Command {}

  /**
   * @param disclosed ids of the keys that the bundle opens
   */
  record RecordExport(Instant from, Instant to, String sha256, List<String> disclosed)
      implements Command {}

  /**
   * The lane in which it waits: withdrawals first, reports last, so that a flood of reports never
   * keeps a withdrawal waiting (HOUSE.md, section 3).
   */
  default Lane lane() {
    return switch (this) {
      case WithdrawAlert w -> Lane.WITHDRAWALS;
      case RecordWithdrawal w -> Lane.WITHDRAWALS;
      case ApproveAlert a -> Lane.APPROVALS;
      case RejectAlert a -> Lane.APPROVALS;
      case SubmitAlert a -> Lane.APPROVALS;
      case DraftAlert a -> Lane.APPROVALS;
      case EditAlert a -> Lane.APPROVALS;
      case RecordRendering a -> Lane.APPROVALS;
      case RecordRenderingFailure a -> Lane.APPROVALS;
      case AddAccount a -> Lane.APPROVALS;
      case ConfirmAccount a -> Lane.APPROVALS;
      case DisableAccount a -> Lane.APPROVALS;
      case NoteStart a -> Lane.APPROVALS;
      case NoteStop a -> Lane.APPROVALS;
      case NoteTailCut a -> Lane.APPROVALS;
      case Tick a -> Lane.APPROVALS;
      case RecordAttempt d -> Lane.DELIVERIES;
      case RecordDelivery d -> Lane.DELIVERIES;
      case RecordReply d -> Lane.DELIVERIES;
      case RecordPower d -> Lane.DELIVERIES;
      case TakeReport r -> Lane.REPORTS;
      case RecordAssessments r -> Lane.REPORTS;
      case ChangeReportStatus r -> Lane.REPORTS;
      case SeeReport r -> Lane.REPORTS;
      case GiveAnswer r -> Lane.REPORTS;
      case PassOnAnswer r -> Lane.REPORTS;
      case PlaceReport r -> Lane.REPORTS;
      case HandOverReport r -> Lane.REPORTS;
      case MergeIncidents r -> Lane.REPORTS;
      case SplitIncident r -> Lane.REPORTS;
      case AcknowledgeAlarm r -> Lane.REPORTS;
      case OpenIncident r -> Lane.REPORTS;
      case FileReport r -> Lane.REPORTS;
      case ChangeIncidentStatus r -> Lane.REPORTS;
      case AddPerson r -> Lane.REPORTS;
      case ChangePerson r -> Lane.REPORTS;
      case OpenDirectory r -> Lane.REPORTS;
      case WriteNote r -> Lane.REPORTS;
      case RecordExport r -> Lane.REPORTS;
    };
  }

  /** The four lanes, the first served first. */
  enum Lane {
    WITHDRAWALS,
    APPROVALS,
    DELIVERIES,
    REPORTS
  }
}
