package org.currawong.hardware.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.currawong.domain.power.PowerLimits;
import org.currawong.domain.power.Rung;
import org.junit.jupiter.api.Test;

/** What some two hundred real devices say, as upsd would send it and as the monitor takes it. */
class RealDumpsOverTheWireTest {

  private static final Path DUMPS = Path.of("..", "..", "shared", "data", "nut-dumps", "ddl");
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final PowerLimits LIMITS = new PowerLimits(30, Duration.ofMinutes(10));

  private static List<Path> files() throws Exception {
    assumeTrue(Files.isDirectory(DUMPS), "skipped: ../shared/data/nut-dumps is not here");
    try (Stream<Path> all = Files.walk(DUMPS)) {
      return all.filter(p -> p.toString().endsWith(".dev")).sorted().toList();
    }
  }

  private static Map<String, String> variables(Path file) throws Exception {
    Map<String, String> all = new LinkedHashMap<>();
    for (String line : Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
      int colon = line.indexOf(':');
      if (!line.startsWith("#") && colon > 0) {
        all.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return all;
  }

  private static String wire(Map<String, String> variables) {
    List<String> flat = new ArrayList<>();
    variables.forEach(
        (name, value) -> {
          flat.add(name);
          flat.add(value);
        });
    return FakeUpsd.list(flat.toArray(String[]::new));
  }

  @Test
  void everyDumpComesOverTheWireAsItIs() throws Exception {
    List<Path> files = files();
    assertTrue(files.size() > 200, "dumps found: " + files.size());
    for (Path file : files) {
      Map<String, String> all = variables(file);
      try (FakeUpsd upsd = new FakeUpsd(wire(all));
          UpsdClient client = new UpsdClient(upsd.address())) {
        assertEquals(all, client.variables("u"), file.toString());
      }
    }
  }

  @Test
  void everyDumpCanBeLoggedAndNoneWithoutMainsIsTakenForMains() throws Exception {
    for (Path file : files()) {
      Map<String, String> all = variables(file);
      UpsWatch watch = new UpsWatch("u", LIMITS, NOW);
      watch.heard(all, NOW);
      String status = all.getOrDefault("ups.status", "").split("#", 2)[0];
      List<String> words = List.of(status.strip().split("\\s+"));
      assertTrue(watch.news(NOW, NOW).isPresent(), file.toString());
      if (!words.contains("OL") || words.contains("OB") || words.contains("LB")) {
        assertNotEquals(Rung.MAINS, watch.judgement().rung(), file.toString());
        assertFalse(watch.judgement().fine(), file.toString());
      }
    }
  }
}
