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
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.people.Account;
import org.currawong.domain.people.Person;
import org.currawong.domain.power.Rung;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Category;
import org.currawong.domain.report.Handover;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.ReportStatus;
import org.currawong.domain.report.Urgency;
import org.currawong.domain.report.Via;

/**
 * Something that happened: one line of the log. Facts are only ever added to; a field once written
 * keeps its name and meaning. {@code by} is the id of the account, or the name of the part, that
 * did it. Words of people stand in {@link Sealed} components; all else is in the open.
 */
public sealed interface Fact {

  // The hub.

  /** The first line: format of the log, the hub's id and its public keys as in {@code hub.pub}. */
  record LogOpened(int format, String hub, int epoch, Realm realm, List<String> keys)
      implements Fact {}

  /** A torn tail of {@code bytes} was moved to {@code file} under {@code log/torn/}. */
  record TailCut(String file, long bytes) implements Fact {}

  /** The hub began to serve. */
  record HubStarted(String version, List<String> parts) implements Fact {}

  /** The hub stopped in order. */
  record HubStopped(String why) implements Fact {}

  // Reports.

  /** A report is on disk; its receipt may be given now. */
  record ReportReceived(
      String report,
      Via via,
      String sender,
      String bodyDigest,
      String enteredBy,
      Sealed<ReportBody> secret)
      implements Fact {}

  /**
   * Inference answered. The words are sealed; language, urgency and category stand in the open so
   * that a council can see how fast life-safety reports were met.
   */
  record ReportAssessed(
      String report, String language, Urgency urgency, Category category, Sealed<Assessment> secret)
      implements Fact {}

  /** The report belongs to the incident; {@code why} says how that was found. */
  record ReportFiled(String report, String incident, String by, String why) implements Fact {}

  /** The report is in no incident, for the reason given in fixed words. */
  record ReportSetAside(String report, String by, String reason) implements Fact {}

  record ReportStatusChanged(String report, ReportStatus status, String by, Sealed<String> secret)
      implements Fact {}

  /** Somebody on duty opened the report for the first time. */
  record ReportSeen(String report, String by) implements Fact {}

  /** Words for the sender of this report and for nobody else. */
  record AnswerGiven(String report, String answer, String by, Sealed<String> secret)
      implements Fact {}

  /** The answer reached the sender: somebody said it, or the way in confirmed it. */
  record AnswerPassedOn(String report, String answer, String by) implements Fact {}

  /** A person says where it is; what the sender or a machine said stays in the log. */
  record ReportPlaced(String report, String by, Sealed<Placed> secret) implements Fact {}

  /**
   * An agency has it.
   *
   * @param handedAt when the agency took it
   */
  record ReportHandedOver(String report, Instant handedAt, String by, Sealed<Handover> secret)
      implements Fact {}

  // Incidents.

  record IncidentOpened(
      String incident, Category category, String by, Sealed<Incident.About> secret)
      implements Fact {}

  record IncidentStatusChanged(
      String incident, IncidentStatus status, String by, Sealed<String> secret) implements Fact {}

  /** All reports of {@code other} are now in {@code incident}; the other is closed. */
  record IncidentsMerged(String incident, String other, String by) implements Fact {}

  /** Some reports of {@code incident} are now in {@code fresh}, which begins with them. */
  record IncidentSplit(
      String incident, String fresh, List<String> reports, String by, Sealed<Incident.About> secret)
      implements Fact {}

  // Alerts. Their texts are not sealed: they are meant to be public once released.

  record AlertDrafted(String alert, int version, Draft draft, String by) implements Fact {}

  /** An edit: voids approvals and the rendering; everyone who edited is a drafter. */
  record AlertEdited(String alert, int version, Draft draft, String by) implements Fact {}

  record AlertSubmitted(String alert, int version, String by) implements Fact {}

  /**
   * Everything of this version is rendered and on disk.
   *
   * @param document the release document, byte for byte
   * @param manifest its SHA-256
   * @param recipients artefact that holds the list of recipients, sealed
   */
  record AlertRendered(
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
      implements Fact {}

  /** Rendering failed; the alert went back to draft with the reason. */
  record AlertRenderingFailed(String alert, int version, String reason) implements Fact {}

  record AlertApproved(
      String alert, int version, String manifest, String by, Role as, String session, String device)
      implements Fact {}

  record AlertRejected(String alert, int version, String by, String reason) implements Fact {}

  /** Two people said yes: the bytes that {@code manifest} names may leave. */
  record AlertReleased(String alert, int version, String manifest, Realm realm) implements Fact {}

  record AlertExpired(String alert) implements Fact {}

  /** Somebody asked for a withdrawal that takes two. */
  record WithdrawalAsked(String alert, WithdrawalKind kind, String by, String reason)
      implements Fact {}

  /** The alert is taken back from this moment; {@code seconder} is null where one was enough. */
  record AlertWithdrawn(
      String alert, WithdrawalKind kind, String by, String seconder, String reason)
      implements Fact {}

  /** The signed withdrawal document and, where there was CAP, the Cancel are on disk. */
  record WithdrawalDocumented(
      String alert, String document, CapMessage cancel, List<ArtefactRef> artefacts)
      implements Fact {}

  // Ways out.

  record DeliveryAttempted(String alert, String order, String way, String recipient, int attempt)
      implements Fact {}

  /** What became of it. {@code reason} is in fixed words, never a number or a name. */
  record DeliveryObserved(
      String alert, String order, String way, String recipient, DeliveryState state, String reason)
      implements Fact {}

  /**
   * What became of a receipt or an answer to the sender of a report. The first of these settles it:
   * it is not asked for again. {@code reason} is in fixed words.
   */
  record ReplyObserved(String reply, String report, String way, DeliveryState state, String reason)
      implements Fact {}

  /** Somebody has heard an alarm; what it tells of is not mended by that. */
  record AlarmAcknowledged(String alarm, String by) implements Fact {}

  // People.

  /**
   * @param founding true before the hub's first start: needs no confirmation
   */
  record AccountAdded(
      String account, Set<Role> roles, boolean founding, String by, Sealed<Account.Login> secret)
      implements Fact {}

  record AccountConfirmed(String account, String by) implements Fact {}

  record AccountDisabled(String account, String by) implements Fact {}

  record PersonAdded(String person, String by, Sealed<Person> secret) implements Fact {}

  record PersonChanged(String person, String by, Sealed<Person> secret) implements Fact {}

  /** Somebody looked at the directory or at a list of recipients. */
  record DirectoryOpened(String by, String what) implements Fact {}

  // Notes, power, exports.

  /**
   * The decision log: also what was not done, and why.
   *
   * @param corrects the note that this one puts right, or {@code null}; that one stays
   */
  record NoteWritten(
      String note,
      String about,
      Instant happenedAt,
      String by,
      Sealed<String> secret,
      String corrects)
      implements Fact {}

  /**
   * @param words the UPS's own status words, kept even when unknown
   */
  record PowerChanged(String ups, Rung rung, List<String> words, Map<String, String> readings)
      implements Fact {}

  /**
   * A bundle was made.
   *
   * @param sha256 of the bundle
   * @param disclosed ids of the keys that it opens
   */
  record LogExported(String by, Instant from, Instant to, String sha256, List<String> disclosed)
      implements Fact {

    public LogExported {
      disclosed = disclosed == null ? List.of() : List.copyOf(disclosed);
    }
  }
}
