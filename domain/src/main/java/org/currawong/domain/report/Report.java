package org.currawong.domain.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.Sealed;

/**
 * A report as the board knows it, derived from the log.
 *
 * @param n the log number of its {@code ReportReceived}
 * @param sender a pseudonym, the same for the same sender on the same bearer; or {@code null}
 * @param bodyDigest a keyed digest of the body, to tell a retry from another body under one id
 * @param enteredBy the account that entered it for somebody, or {@code null}
 * @param language ISO 639-1, {@code und} when it could not be told, {@code null} before assessment
 * @param urgency {@code null} before assessment
 * @param asideReason why it is in no incident, or {@code null}
 * @param thread id of the first report of the sender's thread; {@code null} when this is it
 * @param handling what people did about it
 */
public record Report(
    String id,
    long n,
    Instant receivedAt,
    Via via,
    String sender,
    String bodyDigest,
    String enteredBy,
    Sealed<ReportBody> secret,
    String language,
    Urgency urgency,
    Category category,
    String copyOf,
    Sealed<List<Assessment>> assessments,
    String incident,
    String asideReason,
    ReportStatus status,
    String thread,
    Handling handling) {

  public Report {
    handling = handling == null ? Handling.NONE : handling;
  }

  /** The id of the first report of this one's thread: its own where it began one. */
  public String threadHead() {
    return thread == null ? id : thread;
  }

  /** True while a life in danger is neither handed over nor known to be safe, closed or not. */
  public boolean clockRuns() {
    return urgency == Urgency.LIFE_SAFETY && !handling.clockStopped();
  }

  /** True until somebody on duty has opened it. */
  public boolean unread() {
    return handling.seenBy() == null && status == ReportStatus.RECEIVED;
  }

  /** Every answer so far, in the order in which they came; empty once erased. */
  public List<Assessment> answers() {
    return assessments.open().orElse(List.of());
  }

  /**
   * The answer to one duty that stands, with its source; {@code null} when there is none. It is the
   * latest of the rules; a model's stands only where the rules have none, and replaces nothing.
   */
  public Assessment answer(Duty duty) {
    Assessment rules = latest(duty, false);
    Assessment model = latest(duty, true);
    boolean fills = model != null && !model.answer().isEmpty();
    return fills && (rules == null || rules.answer().isEmpty()) ? model : rules;
  }

  private Assessment latest(Duty duty, boolean byModel) {
    return answers().stream()
        .filter(a -> a.duty() == duty && a.byModel() == byModel)
        .reduce((x, last) -> last)
        .orElse(null);
  }

  /** Whether a model has answered, or it is known why none did. */
  public boolean advised() {
    return answers().stream().anyMatch(Assessment::byModel);
  }

  /** The place: as a person corrected it, as its sender gave it, as inference found it, or null. */
  public Placed place() {
    if (handling.place() != null && handling.place().body() != null) {
      return handling.place().body();
    }
    ReportBody body = secret.body();
    Assessment found = answer(Duty.PLACE);
    if (body != null && body.lat() != null && body.lon() != null) {
      boolean named = body.place() != null || found == null || found.place() == null;
      return new Placed(named ? body.place() : found.place().name(), body.lat(), body.lon());
    }
    if (found != null && found.place() != null) {
      return found.place();
    }
    return body == null || body.place() == null ? null : new Placed(body.place(), null, null);
  }

  /**
   * This report with one more answer, or with what an erased answer left in the open. An answer
   * never lowers the urgency.
   *
   * @param answer {@code null} once erased
   */
  public Report assessed(String lang, Urgency its, Category what, Assessment answer) {
    List<Assessment> all = new ArrayList<>(answers());
    if (answer != null) {
      all.add(answer);
    }
    boolean copies =
        answer != null && answer.duty() == Duty.NEAR_COPY && !answer.answer().isEmpty();
    return new Report(
        id,
        n,
        receivedAt,
        via,
        sender,
        bodyDigest,
        enteredBy,
        secret,
        lang == null ? language : lang,
        Urgency.higher(urgency, its),
        what == null ? category : what,
        copies ? answer.answer() : copyOf,
        new Sealed<>(assessments.key(), List.copyOf(all)),
        incident,
        asideReason,
        status,
        thread,
        handling);
  }

  /** This report as filed into an incident. */
  public Report inIncident(String incidentId) {
    return with(incidentId, null, status, handling);
  }

  /** This report in no incident, for a reason. */
  public Report setAside(String reason) {
    return with(null, reason, status, handling);
  }

  public Report withStatus(ReportStatus s) {
    return with(incident, asideReason, s, handling.clockAt(s));
  }

  /** This report with what people did about it; its status stands. */
  public Report handled(Handling h) {
    return with(incident, asideReason, status, h);
  }

  private Report with(String incidentId, String aside, ReportStatus s, Handling h) {
    return new Report(
        id,
        n,
        receivedAt,
        via,
        sender,
        bodyDigest,
        enteredBy,
        secret,
        language,
        urgency,
        category,
        copyOf,
        assessments,
        incidentId,
        aside,
        s,
        thread,
        h);
  }
}
