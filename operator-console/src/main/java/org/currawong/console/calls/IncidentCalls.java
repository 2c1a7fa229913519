package org.currawong.console.calls;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.currawong.console.ConsoleParts;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.State;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Report;

/** Incidents: what reports are about. */
public final class IncidentCalls {

  private static final int PAGE = 200;
  private static final int MOST_PAGE = 1000;
  private static final int MOST_REPORTS = 500;
  private static final int MOST_ID = 64;
  private static final int MOST_TITLE = 200;
  private static final int MOST_REASON = 1000;

  private final ConsoleParts parts;
  private final Core core;
  private final SecureRandom random;

  public IncidentCalls(ConsoleParts parts, Core core) {
    this.parts = parts;
    this.core = core;
    this.random = parts.random();
  }

  /** {@code GET /api/incidents}. */
  public Reply list(Ask ask) {
    int limit = Paging.limit(ask, PAGE, MOST_PAGE);
    long after = Paging.after(ask);
    return parts
        .board()
        .read(
            s -> {
              List<Incident> found =
                  s.incidents().stream().filter(i -> i.n() > after).limit(limit + 1L).toList();
              List<Incident> page = found.subList(0, Math.min(limit, found.size()));
              String next = found.size() > limit ? Long.toString(page.getLast().n()) : null;
              List<Map<String, Object>> rows = page.stream().map(i -> json(s, i)).toList();
              return Reply.json(200, new Doc().put("incidents", rows).put("next", next).fields());
            });
  }

  /** {@code GET /api/incidents/{id}}. */
  public Reply get(Ask ask) {
    return reply(200, ask.param("id"));
  }

  Reply.Bytes reply(int status, String id) {
    Map<String, Object> found =
        parts
            .board()
            .read(
                s -> {
                  Incident i = s.incident(id);
                  return i == null ? null : json(s, i);
                });
    if (found == null) {
      throw Fault.of(404, "there is no such incident");
    }
    return Reply.json(status, found);
  }

  /** {@code POST /api/incidents}. */
  public Reply open(Ask ask) {
    Fields f = ask.fields();
    String title = f.required("title", MOST_TITLE);
    List<String> reports = f.texts("reports", MOST_REPORTS, MOST_ID);
    Placed place = place(f);
    f.check();
    String id = "i-" + Ids.random(random);
    List<String> filed = reports == null ? List.of() : reports;
    core.hand(new Command.OpenIncident(id, title, place, filed), ask.actor());
    return Saved.page(ask, "/console/incidents/" + id)
        .orElseGet(() -> reply(201, id).with("Location", "/api/incidents/" + id));
  }

  private static Placed place(Fields f) {
    if (f.raw("place") instanceof com.fasterxml.jackson.databind.node.TextNode) {
      String name = f.text("place", MOST_TITLE);
      return name == null ? null : new Placed(name, null, null);
    }
    Fields p = f.inside("place");
    return p == null
        ? null
        : new Placed(
            p.required("name", MOST_TITLE), p.number("lat", -90, 90), p.number("lon", -180, 180));
  }

  /** {@code POST /api/incidents/{id}/reports}. */
  public Reply add(Ask ask) {
    String id = ask.param("id");
    String report = ask.fields().required("report", MOST_ID);
    ask.fields().check();
    core.hand(new Command.FileReport(id, report), ask.actor());
    return Saved.page(ask, "/console/incidents/" + id).orElseGet(() -> reply(200, id));
  }

  /** {@code POST /api/reports/{id}/incident}: into the one named, or into a new one by title. */
  public Reply file(Ask ask) {
    String report = ask.param("id");
    String named = ask.fields().text("incident", MOST_ID);
    boolean fresh = named == null || named.isBlank();
    String title = fresh ? ask.fields().required("title", MOST_TITLE) : null;
    ask.fields().check();
    String id = fresh ? "i-" + Ids.random(random) : named;
    core.hand(
        fresh
            ? new Command.OpenIncident(id, title, null, List.of(report))
            : new Command.FileReport(id, report),
        ask.actor());
    return Saved.page(ask, "/console/incidents/" + id)
        .orElseGet(() -> reply(200, id).with("X-Page", "/console/incidents/" + id));
  }

  /** {@code POST /api/incidents/{id}/status}. */
  public Reply status(Ask ask) {
    String id = ask.param("id");
    IncidentStatus status = ask.fields().word("status", IncidentStatus.class);
    String reason = ask.fields().text("reason", MOST_REASON);
    if (status == null) {
      ask.fields().fault("status", "it is missing");
    }
    ask.fields().check();
    core.hand(new Command.ChangeIncidentStatus(id, status, reason), ask.actor());
    return Saved.page(ask, "/console/incidents/" + id).orElseGet(() -> reply(200, id));
  }

  private static Map<String, Object> json(State s, Incident i) {
    Incident.About about = i.about().body();
    Doc doc = new Doc().put("id", i.id()).put("title", about == null ? null : about.title());
    doc.put("status", i.status().word()).put("urgency", ReportJson.word(i.urgency()));
    doc.put("category", ReportJson.word(i.category()));
    doc.put("place", ReportJson.place(about == null ? null : about.place()));
    doc.put("reports", i.reports());
    List<Report> reports = i.reports().stream().map(s::report).filter(Objects::nonNull).toList();
    doc.put("people", people(reports)).put("bearers", bearers(reports));
    doc.put("merged_into", i.mergedInto());
    doc.put("first_at", i.firstAt()).put("last_at", i.lastAt());
    return doc.fields();
  }

  /** Senders that are not known to be the same; a near copy by an unknown sender adds none. */
  public static long people(List<Report> reports) {
    long known =
        reports.stream()
            .filter(IncidentCalls::counts)
            .map(Report::sender)
            .filter(Objects::nonNull)
            .distinct()
            .count();
    long unknown =
        reports.stream().filter(IncidentCalls::counts).filter(r -> r.sender() == null).count();
    return known + unknown;
  }

  /** Different ways in. */
  public static long bearers(List<Report> reports) {
    return reports.stream().filter(IncidentCalls::counts).map(Report::via).distinct().count();
  }

  private static boolean counts(Report r) {
    return r.copyOf() == null;
  }
}
