package org.currawong.hub.hardship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.currawong.domain.alert.Artefact;

/**
 * Judges what lies in the spool by the log alone: nothing is there twice, nothing without two
 * approvals by two people, nothing before its release or after its end, nothing whose bytes the
 * release does not name, and nothing was written a second time.
 */
final class SpoolJudge {

  /** Between the last look at the clock and the file's own time lies one slow force. */
  private static final Duration SLOW_DISK = Duration.ofSeconds(2);

  /** A stop goes by a queue of its own; a copy under way may still end. */
  private static final Duration STOP_ARRIVES = Duration.ofSeconds(5);

  private static final List<String> WAYS = List.of("radio", "print", "sms");

  private final Path data;
  private final Map<String, String> seen = new HashMap<>();

  SpoolJudge(Path data) {
    this.data = data;
  }

  /** Looks at every file; returns how many there are. */
  int judge() throws IOException {
    LogFacts log = LogFacts.read(data);
    Set<String> sent = new HashSet<>();
    int files = 0;
    for (String way : WAYS) {
      for (Path file : Folder.files(data.resolve("spool").resolve(way))) {
        if (!file.toString().endsWith(".unfinished")) {
          files++;
          assertTrue(sent.add(judge(log, way, file)), file + " left twice");
          neverRewritten(file);
        }
      }
    }
    return files;
  }

  private void neverRewritten(Path file) throws IOException {
    String now = Files.getAttribute(file, "unix:ino") + " " + Files.getLastModifiedTime(file);
    String before = seen.putIfAbsent(file.toString(), now);
    assertEquals(before == null ? now : before, now, file + " was written again");
  }

  /** What left, as one string: way, bytes, recipient. */
  private static String judge(LogFacts log, String way, Path file) throws IOException {
    String name = file.getFileName().toString();
    JsonNode released =
        log.of("AlertReleased")
            .filter(f -> name.startsWith(f.path("alert").asText() + "-o"))
            .findFirst()
            .orElse(null);
    assertNotNull(released, name + " left without a release");
    String alert = released.path("alert").asText();
    JsonNode act = approvals(log, released, name);
    String order = name.substring(alert.length() + 1);
    JsonNode withdrawn = log.one("AlertWithdrawn", alert).orElse(null);
    boolean correction = !order.startsWith("o" + act.path("n").asLong() + "-");
    if (correction) {
      assertNotNull(withdrawn, name + " rests on no act in the log");
      assertTrue(order.startsWith("o" + withdrawn.path("n").asLong() + "-"), name);
    } else {
      inTime(log, released, withdrawn, file);
    }
    String sha = Artefact.sha256(text(way, file));
    assertTrue(
        named(log, released, correction).contains(sha), name + " holds bytes nobody released");
    String recipient = way.equals("sms") ? to(file) : "";
    return alert + " " + way + " " + sha + " " + recipient;
  }

  /** The second approval, after both were found to be by two people who are no drafters. */
  private static JsonNode approvals(LogFacts log, JsonNode released, String name) {
    String alert = released.path("alert").asText();
    List<JsonNode> yes = new ArrayList<>();
    for (JsonNode a : log.about("AlertApproved", alert)) {
      if (a.path("n").asLong() < released.path("n").asLong()
          && a.path("manifest").equals(released.path("manifest"))) {
        yes.add(a);
      }
    }
    assertEquals(2, yes.size(), name + " left with " + yes.size() + " approvals");
    assertNotEquals(yes.get(0).path("by"), yes.get(1).path("by"), name);
    assertNotEquals(yes.get(0).path("session"), yes.get(1).path("session"), name);
    for (JsonNode draft : log.about("AlertDrafted", alert)) {
      yes.forEach(a -> assertNotEquals(draft.path("by"), a.path("by"), name));
    }
    return yes.get(1);
  }

  private static void inTime(LogFacts log, JsonNode released, JsonNode withdrawn, Path file)
      throws IOException {
    Instant left = Files.getLastModifiedTime(file).toInstant();
    String alert = released.path("alert").asText();
    Instant expires =
        Instant.parse(
            log.one("AlertDrafted", alert).orElseThrow().path("draft").path("expires").asText());
    assertTrue(!left.isBefore(at(released)), file + " left before its release");
    assertTrue(left.isBefore(expires.plus(SLOW_DISK)), file + " left after its end");
    if (withdrawn != null) {
      assertTrue(
          left.isBefore(at(withdrawn).plus(STOP_ARRIVES)), file + " left after its withdrawal");
    }
  }

  private static Instant at(JsonNode fact) {
    return Instant.parse(fact.path("at").asText());
  }

  /** Hashes of the artefacts that the approved document names, or of its corrections. */
  private static Set<String> named(LogFacts log, JsonNode released, boolean correction) {
    Set<String> named = new HashSet<>();
    for (JsonNode r : log.about("AlertRendered", released.path("alert").asText())) {
      if (r.path("manifest").equals(released.path("manifest"))) {
        r.path(correction ? "corrections" : "artefacts")
            .forEach(ref -> named.add(ref.path("sha256").asText()));
      }
    }
    return named;
  }

  private static byte[] text(String way, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!way.equals("sms")) {
      return bytes;
    }
    String whole = new String(bytes, StandardCharsets.UTF_8);
    return whole.substring(whole.indexOf("\n\n") + 2).getBytes(StandardCharsets.UTF_8);
  }

  private static String to(Path file) throws IOException {
    return Files.readString(file).lines().findFirst().orElseThrow();
  }
}
