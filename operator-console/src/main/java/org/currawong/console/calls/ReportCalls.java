package org.currawong.console.calls;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.currawong.console.ConsoleParts;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.Role;
import org.currawong.domain.State;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.ReportStatus;

/** Looking at reports, and moving them on. */
public final class ReportCalls {

  private static final int PAGE = 100;
  private static final int MOST_PAGE = 500;
  private static final int MOST_REASON = 1000;

  private final ConsoleParts parts;
  private final Core core;

  public ReportCalls(ConsoleParts parts, Core core) {
    this.parts = parts;
    this.core = core;
  }

  /** {@code GET /api/reports/receipt/{receipt}}. */
  public Reply receipt(Ask ask) {
    Report report = found(parts, ask.param("receipt"));
    Doc doc = new Doc().put("status", report.status().word());
    doc.put("words", Words.status(report.status(), report.language()));
    doc.put("at", report.receivedAt()).put("answers", HandlingJson.forSender(report));
    return Reply.json(200, doc.fields());
  }

  /**
   * The report of a receipt.
   *
   * @throws Fault 404 in words for its sender
   */
  public static Report found(ConsoleParts parts, String receipt) {
    String id =
        parts
            .receipts()
            .reportOf(receipt)
            .orElseThrow(() -> Fault.of(404, "this hub gave no such receipt"));
    Report report = parts.board().read(s -> s.report(id));
    if (report == null) {
      throw Fault.of(404, "the receipt is ours, but the report is lost: please send it again");
    }
    return report;
  }

  /** {@code GET /api/reports/{id}}. */
  public Reply get(Ask ask) {
    return shown(200, ask, ask.param("id"));
  }

  Reply shown(int status, Ask ask, String id) {
    Map<String, Object> found =
        parts
            .board()
            .read(
                s -> {
                  Report r = s.report(id);
                  return r == null ? null : shown(ask, s, r);
                });
    if (found == null) {
      throw Fault.of(404, "there is no such report");
    }
    return Reply.json(status, found);
  }

  /** {@code GET /api/reports}: in the order received, a page at a time. */
  public Reply list(Ask ask) {
    Predicate<Report> wanted = filter(ask);
    int limit = Paging.limit(ask, PAGE, MOST_PAGE);
    long after = Paging.after(ask);
    return parts
        .board()
        .read(
            s -> {
              List<Report> found =
                  s.reports().stream()
                      .filter(r -> r.n() > after)
                      .filter(wanted)
                      .limit(limit + 1L)
                      .toList();
              List<Report> page = found.subList(0, Math.min(limit, found.size()));
              List<Map<String, Object>> rows = page.stream().map(r -> shown(ask, s, r)).toList();
              String next = found.size() > limit ? Long.toString(page.getLast().n()) : null;
              return Reply.json(200, new Doc().put("reports", rows).put("next", next).fields());
            });
  }

  /** {@code POST /api/reports/{id}/status}. */
  public Reply status(Ask ask) {
    String id = ask.param("id");
    ReportStatus status = ask.fields().word("status", ReportStatus.class);
    String reason = ask.fields().text("reason", MOST_REASON);
    if (status == null) {
      ask.fields().fault("status", "it is missing");
    }
    ask.fields().check();
    core.hand(new Command.ChangeReportStatus(id, status, reason), ask.actor());
    return Saved.page(ask, "/console/reports/" + id).orElseGet(() -> get(ask));
  }

  private static Map<String, Object> shown(Ask ask, State s, Report r) {
    return ask.has(Role.COORDINATOR) ? ReportJson.whole(s, r) : ReportJson.impersonal(s, r);
  }

  private static Predicate<Report> filter(Ask ask) {
    Predicate<Report> all = r -> true;
    all = ask.query("since").map(ReportCalls::since).map(all::and).orElse(all);
    all = ask.query("status").map(ReportCalls::status).map(all::and).orElse(all);
    all = ask.query("bbox").map(box -> bbox(ask, box)).map(all::and).orElse(all);
    return ask.query("q").map(q -> words(ask, q)).map(all::and).orElse(all);
  }

  private static Predicate<Report> since(String value) {
    try {
      // A plus that a script did not escape comes as a space.
      Instant since = OffsetDateTime.parse(value.strip().replace(' ', '+')).toInstant();
      return r -> !r.receivedAt().isBefore(since);
    } catch (DateTimeException e) {
      throw Fault.field(422, "since", "a time such as 2026-11-23T17:30:00+11:00 is wanted");
    }
  }

  private static Predicate<Report> status(String value) {
    Set<String> wanted = Set.copyOf(Arrays.asList(value.split(",")));
    Set<String> known =
        Arrays.stream(ReportStatus.values()).map(ReportStatus::word).collect(Collectors.toSet());
    if (!known.containsAll(wanted)) {
      throw Fault.field(422, "status", "one or more of " + String.join(", ", known) + " is wanted");
    }
    return r -> wanted.contains(r.status().word());
  }

  private static Predicate<Report> bbox(Ask ask, String value) {
    if (!ask.has(Role.COORDINATOR)) {
      throw Fault.field(403, "bbox", "exact places are for coordinators");
    }
    String[] sides = value.split(",");
    try {
      double west = Double.parseDouble(sides[0]);
      double south = Double.parseDouble(sides[1]);
      double east = Double.parseDouble(sides[2]);
      double north = Double.parseDouble(sides[3]);
      return r -> inside(r.place(), west, south, east, north);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw Fault.field(422, "bbox", "west,south,east,north in degrees is wanted");
    }
  }

  private static boolean inside(Placed p, double west, double south, double east, double north) {
    return p != null
        && p.located()
        && p.lon() >= west
        && p.lon() <= east
        && p.lat() >= south
        && p.lat() <= north;
  }

  private static Predicate<Report> words(Ask ask, String value) {
    String wanted = value.toLowerCase(Locale.ROOT);
    boolean personal = ask.has(Role.COORDINATOR);
    return r -> {
      ReportBody body = r.secret().body();
      String text = body == null ? "" : body.text();
      String place = personal && r.place() != null ? r.place().name() : null;
      String seen =
          personal ? text : Optional.ofNullable(ReportJson.blotted(text, body)).orElse("");
      return (seen + "\n" + place + "\n" + r.id()).toLowerCase(Locale.ROOT).contains(wanted);
    };
  }
}
