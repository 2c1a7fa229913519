package org.currawong.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.report.Category;
import org.currawong.domain.report.Report;

/** What a coordinator may do with incidents. */
final class IncidentRules {

  private static final int MAX_TITLE = 200;

  private IncidentRules() {}

  static Decision open(State s, Command.OpenIncident c, Actor by) {
    if (!by.has(Role.COORDINATOR)) {
      return Decider.forbidden("only a coordinator opens an incident");
    }
    if (c.title().length() > MAX_TITLE) {
      return Decider.invalid("title", "give it a title of at most 200 characters");
    }
    if (s.incident(c.incident()) != null) {
      return Decision.accepted(c.incident());
    }
    Category category = Category.OTHER;
    List<Fact> facts = new ArrayList<>();
    for (String id : c.reports() == null ? List.<String>of() : c.reports()) {
      Report r = s.report(id);
      if (r == null) {
        return Decider.notFound("reports", "report as " + id);
      }
      category = category == Category.OTHER && r.category() != null ? r.category() : category;
      facts.add(new Fact.ReportFiled(id, c.incident(), by.id(), "filed by a person"));
    }
    Incident.About about = new Incident.About(c.title().strip(), c.place());
    facts.addFirst(
        new Fact.IncidentOpened(
            c.incident(), category, by.id(), new Sealed<>("incident:" + c.incident(), about)));
    return new Decision.Accepted(facts, c.incident());
  }

  static Decision file(State s, Command.FileReport c, Actor by) {
    if (!by.has(Role.COORDINATOR)) {
      return Decider.forbidden("only a coordinator files a report");
    }
    if (s.incident(c.incident()) == null) {
      return Decider.notFound("incident", "incident");
    }
    Report r = s.report(c.report());
    if (r == null) {
      return Decider.notFound("report", "report");
    }
    if (c.incident().equals(r.incident())) {
      return Decision.accepted(c.incident());
    }
    return Decision.accepted(
        c.incident(), new Fact.ReportFiled(c.report(), c.incident(), by.id(), "filed by a person"));
  }

  static Decision status(State s, Command.ChangeIncidentStatus c, Actor by) {
    if (!by.has(Role.COORDINATOR)) {
      return Decider.forbidden("only a coordinator changes an incident");
    }
    if (s.incident(c.incident()) == null) {
      return Decider.notFound("incident", "incident");
    }
    if (c.status() == IncidentStatus.CLOSED && (c.reason() == null || c.reason().isBlank())) {
      return Decider.invalid("reason", "closing an incident needs a reason");
    }
    String reason = c.reason() == null ? "" : c.reason();
    return Decision.accepted(
        c.incident(),
        new Fact.IncidentStatusChanged(
            c.incident(), c.status(), by.id(), new Sealed<>("incident:" + c.incident(), reason)));
  }

  static Decision merge(State s, Command.MergeIncidents c, Actor by) {
    if (!by.has(Role.COORDINATOR)) {
      return Decider.forbidden("only a coordinator merges incidents");
    }
    Incident into = s.incident(c.incident());
    Incident other = s.incident(c.other());
    if (into == null || other == null) {
      return Decider.notFound(into == null ? "incident" : "other", "incident");
    }
    if (into.id().equals(other.id())) {
      return Decider.invalid("other", "an incident can't be merged with itself");
    }
    if (into.id().equals(other.mergedInto())) {
      return Decision.accepted(into.id());
    }
    return into.status() == IncidentStatus.CLOSED
        ? Decider.conflict("incident", "it is closed: nobody would see what comes into it")
        : Decision.accepted(into.id(), new Fact.IncidentsMerged(into.id(), other.id(), by.id()));
  }

  static Decision split(State s, Command.SplitIncident c, Actor by) {
    if (!by.has(Role.COORDINATOR)) {
      return Decider.forbidden("only a coordinator splits an incident");
    }
    Incident from = s.incident(c.incident());
    if (from == null) {
      return Decider.notFound("incident", "incident");
    }
    if (s.incident(c.fresh()) != null) {
      return Decision.accepted(c.fresh());
    }
    if (c.title() != null && c.title().length() > MAX_TITLE) {
      return Decider.invalid("title", "give it a title of at most 200 characters");
    }
    Set<String> reports = new LinkedHashSet<>(c.reports());
    if (!from.reports().containsAll(reports)) {
      return Decider.conflict("reports", "not all of these reports are in this incident");
    }
    if (reports.size() == from.reports().size()) {
      return Decider.conflict("reports", "leave at least one report in the incident");
    }
    Incident.About about = splitAbout(s, from, c.title(), reports.iterator().next());
    return Decision.accepted(
        c.fresh(),
        new Fact.IncidentSplit(
            from.id(),
            c.fresh(),
            List.copyOf(reports),
            by.id(),
            new Sealed<>("incident:" + c.fresh(), about)));
  }

  /** The title given, else the old one's; the place of the first report that leaves. */
  private static Incident.About splitAbout(State s, Incident from, String title, String first) {
    String old = from.about().open().map(Incident.About::title).orElse("an incident");
    boolean named = title != null && !title.isBlank();
    String words = named ? title.strip() : "Split from: " + old;
    String cut = words.length() <= MAX_TITLE ? words : words.substring(0, MAX_TITLE - 1) + "…";
    return new Incident.About(cut, s.report(first).place());
  }
}
