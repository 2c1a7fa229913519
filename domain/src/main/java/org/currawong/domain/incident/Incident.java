package org.currawong.domain.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.currawong.domain.Sealed;
import org.currawong.domain.report.Category;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Urgency;

/**
 * What several reports, or one, are about.
 *
 * @param about title and place, sealed: they may hold an address
 * @param reports ids in the order of filing
 * @param mergedInto the incident that took its reports over, or {@code null}
 */
public record Incident(
    String id,
    long n,
    Sealed<About> about,
    Category category,
    Urgency urgency,
    IncidentStatus status,
    List<String> reports,
    Instant firstAt,
    Instant lastAt,
    String mergedInto) {

  /** The sealed words of an incident; {@code place} may be {@code null}. */
  public record About(String title, Placed place) {}

  public Incident {
    reports = Filed.of(reports);
  }

  /**
   * This incident with one report more; its urgency only rises.
   *
   * @param report not in it yet; looking through thousands for each would hold up the writer
   */
  public Incident withReport(String report, Urgency its, Instant at) {
    return with(Filed.of(reports).and(report), its, at);
  }

  /** This incident with news of a report that is in it; its urgency only rises. */
  public Incident withNews(Urgency its, Instant at) {
    return with(reports, its, at);
  }

  private Incident with(List<String> all, Urgency its, Instant at) {
    Instant first = at.isBefore(firstAt) ? at : firstAt;
    Instant last = at.isAfter(lastAt) ? at : lastAt;
    Urgency u = Urgency.higher(urgency, its);
    return new Incident(id, n, about, category, u, status, all, first, last, mergedInto);
  }

  public Incident withoutReport(String report) {
    List<String> rest = reports.stream().filter(r -> !r.equals(report)).toList();
    return new Incident(id, n, about, category, urgency, status, rest, firstAt, lastAt, mergedInto);
  }

  public Incident withStatus(IncidentStatus s) {
    // Opened again it is an incident of its own.
    String into = s == IncidentStatus.CLOSED ? mergedInto : null;
    return new Incident(id, n, about, category, urgency, s, reports, firstAt, lastAt, into);
  }

  /** This incident with all reports of another, which are not in it; its urgency only rises. */
  public Incident withAllOf(Incident other) {
    List<String> all = new ArrayList<>(reports);
    all.addAll(other.reports);
    return with(all, other.urgency, other.firstAt).withNews(other.urgency, other.lastAt);
  }

  /** This incident, empty and closed, its reports in another. */
  public Incident mergedInto(String other) {
    IncidentStatus s = IncidentStatus.CLOSED;
    return new Incident(id, n, about, category, urgency, s, List.of(), firstAt, lastAt, other);
  }

  /** This incident without several of its reports. */
  public Incident withoutReports(Set<String> gone) {
    List<String> rest = reports.stream().filter(r -> !gone.contains(r)).toList();
    return new Incident(id, n, about, category, urgency, status, rest, firstAt, lastAt, mergedInto);
  }
}
