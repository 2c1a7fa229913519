package org.currawong.domain.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What some two hundred real devices say, read one by one. */
class RealUpsDumpsTest {

  /** Seen from this module and from the project's root. */
  private static final List<Path> PLACES =
      List.of(Path.of("../../shared/data/nut-dumps"), Path.of("../shared/data/nut-dumps"));

  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  private static final Set<String> CALM = Set.of("OL", "CHRG", "TRIM", "BOOST", "HB");

  private static Path dumps;

  private final PowerPolicy policy = new PowerPolicy(new PowerLimits(30, Duration.ofMinutes(10)));

  @BeforeAll
  static void find() {
    dumps = PLACES.stream().filter(Files::isDirectory).findFirst().orElse(null);
    assumeTrue(dumps != null, "no dumps of real devices in ../shared/data/nut-dumps");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(dumps.resolve("ddl"))) {
      return all.filter(p -> p.toString().endsWith(".dev")).sorted().toList();
    }
  }

  private static Map<String, String> variables(Path file) throws IOException {
    Map<String, String> all = new HashMap<>();
    for (String line : Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
      int colon = line.indexOf(':');
      if (!line.startsWith("#") && colon > 0) {
        all.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return all;
  }

  @Test
  void nothingButPlainMainsIsReadAsFine() throws IOException {
    List<Path> files = files();
    assertTrue(files.size() > 200, "dumps found: " + files.size());
    for (Path file : files) {
      UpsReading r = UpsReading.of(variables(file), NOW);
      PowerJudgement j = policy.judge(null, r, NOW);
      boolean plain = r.words().contains("OL") && CALM.containsAll(r.words());
      assertEquals(plain && r.odd().isEmpty(), j.fine(), file.getFileName().toString());
      if (r.words().contains("OB") || r.words().contains("LB") || !r.words().contains("OL")) {
        assertNotEquals(Rung.MAINS, j.rung(), file.getFileName().toString());
      }
      assertFalse(j.reasons().isEmpty());
    }
  }

  /** What each status word for word is to be taken for; read from the dumps once, by a person. */
  private static final Map<String, String> GOLDEN =
      Map.ofEntries(
          Map.entry("OL", "mains, fine"),
          Map.entry("OL CHRG", "mains, fine"),
          Map.entry("OL TRIM", "mains, fine"),
          Map.entry("OL BOOST", "mains, fine"),
          Map.entry("HB OL", "mains, fine"),
          Map.entry("OL BYPASS", "mains, not fine"),
          Map.entry("ALARM OL", "mains, not fine"),
          Map.entry("OL OFF", "mains, not fine"),
          Map.entry("OL DISCHRG", "mains, not fine"),
          Map.entry("LB OL CHRG", "low, not fine"),
          Map.entry("FSD OL", "critical, not fine"),
          Map.entry("OFF", "battery, not fine"),
          Map.entry("", "battery, not fine"));

  @Test
  void eachCategoryOfStatusIsTakenForWhatItIs() throws IOException {
    Map<String, Integer> seen = new TreeMap<>();
    for (Path file : files()) {
      UpsReading r = UpsReading.of(variables(file), NOW);
      PowerJudgement j = policy.judge(null, r, NOW);
      String status = String.join(" ", r.words());
      seen.merge(status, 1, Integer::sum);
      if (r.says("OB")) {
        // Which of the rungs below mains hangs on charge, runtime and LB: other tests know.
        assertNotEquals(Rung.MAINS, j.rung(), file.toString());
      } else {
        boolean odd = !r.odd().isEmpty();
        String expected = GOLDEN.getOrDefault(status, "no such status is expected");
        String fine = odd ? expected.replace(", fine", ", not fine") : expected;
        assertEquals(fine, j.rung().word() + (j.fine() ? ", fine" : ", not fine"), file.toString());
      }
    }
    assertTrue(seen.getOrDefault("OL", 0) >= 170, seen.toString());
    assertTrue(seen.getOrDefault("", 0) >= 1, seen.toString());
    assertTrue(seen.keySet().containsAll(GOLDEN.keySet()), seen.toString());
  }

  @Test
  void figuresAreReadInTheirRangesOrNotAtAll() throws IOException {
    for (Path file : files()) {
      UpsReading r = UpsReading.of(variables(file), NOW);
      assertTrue(r.charge() == null || r.charge() >= 0 && r.charge() <= 100);
      assertTrue(r.runtime() == null || r.runtime() >= 0);
    }
  }

  @Test
  void everyRungIsSeenInRealDevices() throws IOException {
    Map<Rung, Integer> count = new TreeMap<>();
    for (Path file : files()) {
      UpsReading r = UpsReading.of(variables(file), NOW);
      count.merge(policy.judge(null, r, NOW).rung(), 1, Integer::sum);
    }
    assertEquals(Set.of(Rung.values()), count.keySet());
    assertTrue(count.get(Rung.MAINS) > count.get(Rung.CRITICAL), count.toString());
  }

  @Test
  void aRecordedOutageGoesDownTheLadder() throws IOException {
    Path sequence = dumps.resolve("nut/data/evolution500.seq");
    assumeTrue(Files.exists(sequence), "no recorded outage among the dumps");
    List<Rung> ladder = new ArrayList<>();
    Map<String, String> variables = new HashMap<>();
    PowerJudgement judged = null;
    Instant now = NOW;
    for (String line : Files.readString(sequence, StandardCharsets.UTF_8).lines().toList()) {
      if (line.startsWith("TIMER ")) {
        Instant until = now.plusSeconds(Long.parseLong(line.substring(6).strip()));
        for (; now.isBefore(until); now = now.plusSeconds(5)) {
          judged = policy.judge(judged, UpsReading.of(variables, now), now);
          if (ladder.isEmpty() || ladder.getLast() != judged.rung()) {
            ladder.add(judged.rung());
          }
        }
      } else if (!line.startsWith("#") && line.indexOf(':') > 0) {
        int colon = line.indexOf(':');
        variables.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    assertEquals(Rung.MAINS, ladder.getFirst());
    assertTrue(ladder.contains(Rung.CRITICAL), ladder.toString());
    assertTrue(ladder.indexOf(Rung.CRITICAL) > 1, "not in one step: " + ladder);
  }
}
