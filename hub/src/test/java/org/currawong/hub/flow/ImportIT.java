package org.currawong.hub.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.currawong.channels.csv.CsvReader;
import org.currawong.domain.report.ReportBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand disaster messages by the command line into a running hub. Real people wrote them:
 * only counts and times are printed.
 */
class ImportIT {

  private static final Path MESSAGES = Path.of("../../shared/data/crisis-messages/reports.csv");
  private static final int ROWS = 2_000;
  private static final Duration ALL_READ = Duration.ofMinutes(5);

  @TempDir static Path folder;

  @Test
  void twoThousandMessagesAreOnDiskReadAndFiledOrSetAside() throws Exception {
    assumeTrue(
        Files.exists(MESSAGES), "skipped: ../shared/data/crisis-messages/reports.csv is not here");
    Path file = some(ROWS);
    Path data = folder.resolve("data");
    try (Town town = Town.founded(data).start()) {
      long start = System.nanoTime();
      assertEquals(ROWS, handIn(town, file));
      double taken = seconds(start);
      Someone ada = town.someone("ada");
      Until.holds(ALL_READ, "all are read", () -> all(ada).stream().allMatch(ImportIT::settled));
      double read = seconds(start);
      System.out.printf(
          "%d rows received in %.1f s (%.0f a second), all read after %.1f s (%.0f a second)%n",
          ROWS, taken, ROWS / taken, read, ROWS / read);
      List<JsonNode> reports = all(ada);
      assertEquals(ROWS, reports.size());
      incidentsHold(ada, reports);
      assertEquals(ROWS, handIn(town, file), "run again, each row is known");
      assertEquals(ROWS, all(ada).size(), "nothing went in twice");
    }
    Town.run(0, "", "verify", data.toString());
    assertEquals(ROWS, logged(data), "each stands in the log, once");
  }

  /** Each that is filed is in the incident that it names, and each incident's list is true. */
  private static void incidentsHold(Someone ada, List<JsonNode> reports) {
    Set<String> listed = new HashSet<>();
    int incidents = 0;
    String next = "";
    do {
      JsonNode page = ada.get("/api/incidents?limit=1000" + next).json();
      incidents += page.path("incidents").size();
      page.path("incidents")
          .forEach(i -> i.path("reports").forEach(r -> listed.add(text(i, "id") + r.asText())));
      next = page.hasNonNull("next") ? "&next=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    Set<String> named =
        reports.stream()
            .filter(r -> !text(r, "incident").isEmpty())
            .map(r -> text(r, "incident") + text(r, "id"))
            .collect(Collectors.toSet());
    assertEquals(named.size(), listed.size());
    assertTrue(listed.containsAll(named));
    System.out.printf(
        "%d in %d incidents, %d set aside with a reason%n",
        named.size(), incidents, reports.size() - named.size());
  }

  private static boolean settled(JsonNode r) {
    boolean filed = !text(r, "incident").isEmpty() || !text(r, "set_aside").isEmpty();
    return filed
        && !text(r, "language").isEmpty()
        && !text(r, "urgency").isEmpty()
        && !text(r, "summary").isEmpty();
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asText() : "";
  }

  private static List<JsonNode> all(Someone who) {
    List<JsonNode> all = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = who.get("/api/reports?limit=500" + next).json();
      page.path("reports").forEach(all::add);
      next = page.hasNonNull("next") ? "&next=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return all;
  }

  private static long handIn(Town town, Path file) throws IOException {
    String out =
        Town.run(
            0,
            Town.PASSWORD,
            "report",
            "--file",
            file.toString(),
            "--columns",
            "text=message",
            "--user",
            "ada",
            "--password-stdin",
            "--json",
            "--url",
            town.address().toString());
    JsonNode result = new ObjectMapper().readTree(out);
    assertEquals(0, result.path("refused").asLong());
    return result.path("received").asLong();
  }

  private static long logged(Path data) throws IOException {
    long lines = 0;
    try (var files = Files.newDirectoryStream(data.resolve("log"), "*.log")) {
      for (Path segment : files) {
        try (var all = Files.lines(segment)) {
          lines += all.filter(line -> line.contains("\"type\":\"ReportReceived\"")).count();
        }
      }
    }
    return lines;
  }

  /** Rows spread over the whole file, so that every disaster and language in it is there. */
  private static Path some(int rows) throws IOException {
    Path file = folder.resolve("messages.csv");
    StringBuilder csv = new StringBuilder();
    try (CsvReader reader =
        new CsvReader(new BufferedInputStream(Files.newInputStream(MESSAGES)))) {
      long step = lines() / rows;
      long number = 0;
      boolean more = false;
      int taken = 0;
      Optional<CsvReader.Row> row = reader.next();
      for (; row.isPresent() && taken <= rows; row = reader.next()) {
        boolean wanted = number == 0 || number % step == 1 || step == 1 || more;
        more = wanted && row.get().fields().stream().anyMatch(ImportIT::tooLong);
        if (wanted && !more) {
          csv.append(line(row.get().fields()));
          taken++;
        }
        number++;
      }
    }
    return Files.writeString(file, csv);
  }

  /** The hub takes 8 KB: a longer one is refused by name, and the next row stands in. */
  private static boolean tooLong(String field) {
    return field.getBytes(StandardCharsets.UTF_8).length > ReportBody.MAX_TEXT_BYTES;
  }

  private static long lines() throws IOException {
    long rows = -1;
    try (CsvReader reader = new CsvReader(Files.newInputStream(MESSAGES))) {
      while (reader.next().isPresent()) {
        rows++;
      }
    }
    return rows;
  }

  private static String line(List<String> fields) {
    return fields.stream()
            .map(f -> "\"" + f.replace("\"", "\"\"") + "\"")
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
