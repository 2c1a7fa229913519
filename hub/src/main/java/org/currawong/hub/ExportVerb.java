package org.currawong.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.currawong.domain.Command.RecordExport;
import org.currawong.hub.bundle.Bundle;
import org.currawong.hub.node.StoppedHub;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}: the council's bundle, from a stopped hub. */
@Command(
    name = "export",
    description = {
      "Writes a part of the log as a bundle that a council can check without this software.",
      "On a running hub use the council page instead."
    })
final class ExportVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--from", required = true, paramLabel = "T", description = "2026-11-23T00:00Z")
  private String from;

  @Option(names = "--to", required = true, paramLabel = "T", description = "last moment")
  private String to;

  @Option(names = "--out", required = true, paramLabel = "FILE.zip", description = "where to")
  private Path out;

  @Option(
      names = "--disclose",
      paramLabel = "KEY",
      description = "a key id as the log names it, such as report:r-17ab; may be repeated")
  private final List<String> disclose = new ArrayList<>();

  @Option(names = "--data", paramLabel = "DIR", description = "the hub's data folder")
  private Path data = DataFolder.DEFAULT;

  @Option(names = "--json", description = "the result as one JSON object")
  private boolean json;

  ExportVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Instant first = time("--from", from);
    Instant last = time("--to", to);
    StoppedHub.mustExist(data);
    try (StoppedHub hub = StoppedHub.open(data, "export", Clock.systemUTC())) {
      export(hub, first, last);
    } catch (IOException e) {
      throw Failure.failed("nothing was exported: " + reason(e));
    }
    terminal.out().println(json ? Json.text(Map.of("file", out.toString())) : out + " is written");
    return Exit.DONE;
  }

  /** Whole or not at all, and in the log before anybody can take it away. */
  private void export(StoppedHub hub, Instant first, Instant last) throws IOException {
    Path unfinished = out.resolveSibling(out.getFileName() + ".unfinished");
    try {
      Bundle bundle = new Bundle(hub.log(), new LinkedHashSet<>(disclose));
      String sha256 = bundle.write(unfinished, first, last);
      hub.carryOut(new RecordExport(first, last, sha256, disclose));
      Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Some of Java's own say the file's name and nothing else. */
  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "the folder of " + e.getMessage() + " is not there"
        : e.getMessage();
  }

  private static Instant time(String option, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw Failure.usage(option + " takes a time such as 2026-11-23T18:00:00+11:00");
    }
  }
}
