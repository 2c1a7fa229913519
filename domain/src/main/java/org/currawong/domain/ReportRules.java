package org.currawong.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.currawong.domain.incident.Filing;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.report.AnswerRoom;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Category;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.ReportStatus;
import org.currawong.domain.report.Urgency;
import org.currawong.domain.report.Via;
import org.currawong.domain.text.Plain;

/** What may happen to a report. */
final class ReportRules {

  /** Ways in that somebody on duty types for somebody else. */
  private static final Set<Via> STAFF =
      EnumSet.of(Via.PHONE, Via.COUNTER, Via.TWO_WAY, Via.CREW, Via.SOCIAL);

  private ReportRules() {}

  static Decision take(State s, Command.TakeReport c, Actor by) {
    Report known = s.report(c.report());
    if (known != null) {
      // The same hand-over again, or another body under an id that was already used.
      return known.bodyDigest().equals(c.bodyDigest())
          ? Decision.accepted(c.report())
          : Decider.invalid("Idempotency-Key", "it was used before for another report");
    }
    if (by.equals(Actor.RESIDENT) && STAFF.contains(c.via())) {
      return Decider.forbidden("sign in to enter what came by " + c.via().word());
    }
    String text = c.body().text();
    if (text == null || text.isBlank()) {
      return Decider.invalid("text", "say what you see: the text is empty");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > ReportBody.MAX_TEXT_BYTES) {
      return Decider.invalid("text", "the text is longer than 8 KB; send it in parts");
    }
    if (!Plain.isText(text)) {
      return Decider.invalid("text", "this is not text that people can read");
    }
    String entered = by.person() ? by.id() : null;
    return Decision.accepted(
        c.report(),
        new Fact.ReportReceived(
            c.report(),
            c.via(),
            c.sender(),
            c.bodyDigest(),
            entered,
            new Sealed<>("report:" + c.report(), c.body())));
  }

  /** Logs the answers that are new, then files the report if it has no place yet. */
  static Decision assess(State s, Command.RecordAssessments c, Actor by, Instant now) {
    Report report = s.report(c.report());
    if (report == null) {
      return Decider.notFound("report", "report");
    }
    List<Fact> facts = new ArrayList<>();
    Report then = report;
    for (Assessment a : c.answers()) {
      if (!a.allowed() || report.answers().stream().anyMatch(old -> same(old, a))) {
        continue;
      }
      Fact.ReportAssessed fact = assessed(report, a);
      facts.add(fact);
      then = then.assessed(fact.language(), fact.urgency(), fact.category(), a);
    }
    if (toBeFiled(report, then)) {
      facts.addAll(filed(s, then, by, now));
    }
    return new Decision.Accepted(facts, c.report());
  }

  /** Once when it is first understood; again when something set aside turns out to be urgent. */
  private static boolean toBeFiled(Report before, Report then) {
    if (before.incident() != null || then.urgency() == null) {
      return false;
    }
    boolean urgent = then.urgency() == Urgency.LIFE_SAFETY || then.urgency() == Urgency.URGENT;
    return before.asideReason() == null || urgent;
  }

  private static boolean same(Assessment a, Assessment b) {
    return a.duty() == b.duty() && a.by().equals(b.by()) && a.answer().equals(b.answer());
  }

  private static Fact.ReportAssessed assessed(Report r, Assessment a) {
    // It stands in the open: a code and nothing else, whatever a model wrote.
    boolean code = a.duty() == Duty.LANGUAGE && Fields.isLanguage(a.answer());
    String language = code ? a.answer() : null;
    Urgency urgency =
        a.duty() == Duty.URGENCY ? Word.find(Urgency.class, a.answer()).orElse(null) : null;
    // A model's category stands beside that of the rules and replaces nothing.
    Category category =
        a.duty() == Duty.CATEGORY && !a.byModel()
            ? Word.find(Category.class, a.answer()).orElse(null)
            : null;
    return new Fact.ReportAssessed(
        r.id(), language, urgency, category, new Sealed<>(r.secret().key(), a));
  }

  private static List<Fact> filed(State s, Report r, Actor by, Instant now) {
    String joined = threadIncident(s, r);
    Filing.Proposal proposal =
        Filing.inThread(r, joined, Filing.propose(r, s.report(r.copyOf()), s.incidents(), now));
    return switch (proposal) {
      case Filing.Into into ->
          List.of(new Fact.ReportFiled(r.id(), into.incident(), by.id(), into.why()));
      case Filing.Opens opens -> {
        String id = "i-" + r.id();
        Incident.About about = new Incident.About(opens.title(), r.place());
        Category category = r.category() == null ? Category.OTHER : r.category();
        yield List.of(
            new Fact.IncidentOpened(id, category, by.id(), new Sealed<>("incident:" + id, about)),
            new Fact.ReportFiled(r.id(), id, by.id(), opens.why()));
      }
      case Filing.Aside aside -> List.of(new Fact.ReportSetAside(r.id(), by.id(), aside.reason()));
    };
  }

  /**
   * The open incident of an earlier report of the same thread; {@code null} without one. What came
   * over the web has an address for a sender, which many people may share: it joins nothing.
   */
  private static String threadIncident(State s, Report r) {
    if (r.thread() == null || AnswerRoom.bearer(r.via()) == AnswerRoom.Bearer.PAGE) {
      return null;
    }
    return s.thread(r).stream()
        .filter(other -> other.n() < r.n() && other.incident() != null)
        .map(other -> s.incident(other.incident()))
        .filter(i -> i.status() != IncidentStatus.CLOSED)
        .map(Incident::id)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  static Decision status(State s, Command.ChangeReportStatus c, Actor by) {
    if (!by.has(Role.COORDINATOR)) {
      return Decider.forbidden("only a coordinator changes a report");
    }
    if (s.report(c.report()) == null) {
      return Decider.notFound("report", "report");
    }
    boolean ends = c.status() == ReportStatus.CLOSED || c.status() == ReportStatus.SAFE;
    Report r = s.report(c.report());
    boolean given =
        c.status() == ReportStatus.HANDED_OVER && r.clockRuns() && r.handling().handover() == null;
    if (given && (c.reason() == null || c.reason().isBlank())) {
      return Decider.invalid("reason", "a life is in danger: say who has it now");
    }
    if (ends && (c.reason() == null || c.reason().isBlank())) {
      return Decider.invalid("reason", "closing a report needs a reason");
    }
    String reason = c.reason() == null ? "" : c.reason();
    return Decision.accepted(
        c.report(),
        new Fact.ReportStatusChanged(
            c.report(), c.status(), by.id(), new Sealed<>("report:" + c.report(), reason)));
  }
}
