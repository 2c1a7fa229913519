package org.currawong.console.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.currawong.console.ConsoleParts;
import org.currawong.console.ConsoleSettings;
import org.currawong.console.LogAccess;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.text.CheckWords;

/** The log, for those who check it. */
public final class LogCalls {

  private static final int PAGE = 100;
  private static final int MOST_PAGE = 1000;

  private final ConsoleParts parts;
  private final ConsoleSettings settings;
  private final Core core;

  /** Reading all of the log takes the disk's whole attention: one at a time. */
  private final Semaphore heavy = new Semaphore(1);

  private final AtomicReference<Checked> last = new AtomicReference<>();

  public LogCalls(ConsoleParts parts, ConsoleSettings settings, Core core) {
    this.parts = parts;
    this.settings = settings;
    this.core = core;
  }

  /**
   * {@code GET /api/log?from=&limit=}: the lines as they stand on disk; {@code next} is another
   * name of from.
   */
  public Reply lines(Ask ask) throws IOException {
    long from = Math.max(1, Paging.number(ask, "next", Paging.number(ask, "from", 1)));
    int limit = Paging.limit(ask, PAGE, MOST_PAGE);
    List<String> lines = parts.log().lines(from, limit);
    Long next = lines.size() == limit ? from + limit : null;
    return Reply.json(200, new Doc().put("lines", lines).put("next", next).fields());
  }

  /** {@code GET /api/log/checkpoint}: the latest signed checkpoint. */
  public Reply checkpoint(Ask ask) throws IOException {
    String text =
        parts
            .log()
            .checkpoint()
            .orElseThrow(() -> Fault.of(404, "no checkpoint has been signed yet"));
    return Reply.text(200, text);
  }

  /** {@code POST /api/log/check}: reads the whole log again. */
  public Reply check(Ask ask) throws IOException {
    LogAccess.Check found = checked();
    Doc doc = new Doc().put("entries", found.entries()).put("head", found.head());
    doc.put("words", words(found.head())).put("uncovered", found.uncovered());
    Map<String, Object> body = doc.put("faults", found.faults()).fields();
    return Saved.page(ask, "/console/log").orElseGet(() -> Reply.json(200, body));
  }

  /** What the last check by anybody found, since the start; empty before one. */
  public Optional<Checked> last() {
    return Optional.ofNullable(last.get());
  }

  /** A check and when it was made. */
  public record Checked(LogAccess.Check found, Instant at) {}

  private LogAccess.Check checked() throws IOException {
    alone();
    try {
      LogAccess.Check found = parts.log().check();
      last.set(new Checked(found, parts.clock().instant()));
      return found;
    } finally {
      heavy.release();
    }
  }

  /** {@code POST /api/log/export {"from","to"}}: the council's bundle. */
  public Reply export(Ask ask) throws IOException {
    Fields f = ask.fields();
    Instant from = f.time("from", settings.zone());
    Instant to = f.time("to", settings.zone());
    if (from == null || to == null || !from.isBefore(to)) {
      f.fault(from == null ? "from" : "to", "give from and to, the earlier first");
    }
    f.check();
    alone();
    try {
      return bundle(ask, from, to);
    } finally {
      heavy.release();
    }
  }

  private Reply bundle(Ask ask, Instant from, Instant to) throws IOException {
    LogAccess.Exported made = parts.log().export(from, to).orElseThrow(LogCalls::nothingThere);
    try {
      core.hand(new Command.RecordExport(from, to, made.sha256(), List.of()), ask.actor());
    } catch (RuntimeException e) {
      Files.deleteIfExists(made.file());
      throw e;
    }
    return new Reply.Spent(
        200,
        Map.of(
            "Content-Type", "application/zip",
            "Content-Disposition", "attachment; filename=\"currawong-export.zip\""),
        made.file());
  }

  private static Fault nothingThere() {
    return Fault.field(422, "from", "the log has no entry between these times");
  }

  private void alone() {
    if (!heavy.tryAcquire()) {
      throw Fault.later(503, "somebody is having the log read already; try again", 5);
    }
  }

  /** The check words of a head hash in hex. */
  public static String words(String head) {
    return CheckWords.english().words(HexFormat.of().parseHex(head));
  }
}
