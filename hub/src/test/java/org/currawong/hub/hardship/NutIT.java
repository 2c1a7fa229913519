package org.currawong.hub.hardship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.currawong.domain.power.PowerLimits;
import org.currawong.domain.power.PowerPolicy;
import org.currawong.domain.power.Rung;
import org.currawong.domain.power.UpsReading;
import org.currawong.hardware.ups.UpsdClient;
import org.currawong.hub.flow.Drafts;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Until;
import org.currawong.incidentlog.Anchors;
import org.currawong.incidentlog.Verdict;
import org.currawong.incidentlog.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power ladder of a whole hub over a real upsd (SAFETY.md, section 4). */
class NutIT {

  /** The hysteresis, and two seconds to see it and to log it. */
  private static final Duration RUNG = Duration.ofSeconds(12);

  /** Waiting for it leaves room for a slow machine; what is judged is the log's own time. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration TOLD = Duration.ofSeconds(60);
  private static final Duration STOPPED = Duration.ofSeconds(30);
  private static final Duration RENDERED = Duration.ofSeconds(90);
  private static final Duration FLICKER = Duration.ofSeconds(5);
  private static final Path DUMPS = Path.of("..", "..", "shared", "data", "nut-dumps", "ddl");

  @TempDir Path folder;

  @Test
  void anOutageGoesDownTheLadderUntilTheHubStopsWithItsLogSealedAndTheMainsBringItBack()
      throws Exception {
    Path data = Folder.founded(folder.resolve("data"));
    try (NutServer nut = NutServer.launch(folder.resolve("nut"))) {
      Told told = new Told();
      try (HubProcess hub = HubProcess.begin(data, watching(nut)).up()) {
        Someone ada = hub.someone("ada");
        until(ada, "on mains");
        String alert = released(hub);
        nothingFollowsFromAFlicker(nut, ada, data);
        step(nut.says("OB", 80, 3_000), data, ada, "battery", "on battery");
        assertEquals("OB", ada.get("/api/power").json().path("status").path(0).asText());
        assertEquals(201, report(hub, "on battery"));
        List<Path> printed = Folder.files(data.resolve("spool/print"));
        assertTrue(
            printed.stream().anyMatch(p -> p.toString().contains(alert) && phoneTree(p)),
            "the phone tree lies there since the release: " + printed);
        step(nut.says("OB", 20, 500), data, ada, "low", "battery low");
        assertEquals(201, report(hub, "on a low battery"));
        assertEquals(201, ada.post("/api/alerts", Drafts.flood("Exercise")).status());
        assertEquals(printed, Folder.files(data.resolve("spool/print")), "nothing printed twice");
        theBatteryEndsUnderLoad(nut, hub, told);
      }
      sealed(data, told);
      new SpoolJudge(data).judge();
      itDoesNotStartOnTheLastOfABattery(nut, data);
      nut.says("OL CHRG", 30, 700);
      try (HubProcess hub = HubProcess.begin(data, watching(nut)).up()) {
        Someone resident = hub.resident();
        for (String receipt : told.receipts.keySet()) {
          assertEquals(200, resident.get("/api/reports/receipt/" + receipt).status());
        }
        until(hub.someone("ada"), "on mains");
        assertEquals(0, hub.stop(), hub.err());
      }
      new SpoolJudge(data).judge();
    }
  }

  private static String[] watching(NutServer nut) {
    return new String[] {nut.setting(), "limits.sender.per-minute=100000"};
  }

  private static boolean phoneTree(Path file) {
    return file.getFileName().toString().endsWith("-phonetree.pdf");
  }

  private static int report(HubProcess hub, String text) throws Exception {
    return hub.resident().post("/api/reports", Map.of("text", text)).status();
  }

  private static String released(HubProcess hub) throws Exception {
    Someone ada = hub.someone("ada");
    String id = ada.post("/api/alerts", Drafts.flood("Actual")).text("id");
    assertEquals(200, ada.post("/api/alerts/" + id + "/submit", Map.of()).status());
    Until.holds(
        RENDERED, "rendered", () -> !ada.get("/api/alerts/" + id).text("manifest").isEmpty());
    String manifest = ada.get("/api/alerts/" + id).text("manifest");
    for (String who : List.of("ben", "cleo")) {
      Map<String, String> yes = Map.of("manifest", manifest, "confirm", Drafts.AREA);
      int status = hub.someone(who).post("/api/alerts/" + id + "/approvals", yes).status();
      assertEquals(200, status);
    }
    Until.holds(
        PATIENCE,
        "all copies left",
        () -> {
          JsonNode all = ada.get("/api/alerts/" + id + "/deliveries").json().path("deliveries");
          return all.size() >= 5 && all.findValuesAsText("state").stream().allMatch("sent"::equals);
        });
    return id;
  }

  private static void until(Someone who, String words) throws Exception {
    Until.holds(
        TOLD, "the power is " + words, () -> who.get("/api/power").text("words").equals(words));
  }

  private static void nothingFollowsFromAFlicker(NutServer nut, Someone who, Path data)
      throws Exception {
    nut.says("OB", 99, 3_600);
    Thread.sleep(FLICKER);
    nut.says("OL", 98, 3_600);
    Thread.sleep(RUNG);
    assertEquals("on mains", who.get("/api/power").text("words"));
    Set<String> rungs =
        LogFacts.read(data)
            .of("PowerChanged")
            .map(f -> f.path("rung").asText())
            .collect(Collectors.toSet());
    assertEquals(Set.of("mains"), rungs);
  }

  /** The rung is in the log within 12 s of what led to it, and on the console at once. */
  private static void step(Instant said, Path data, Someone who, String rung, String words)
      throws Exception {
    Until.holds(PATIENCE, rung, () -> at(data, rung) != null);
    Duration took = Duration.between(said, at(data, rung));
    System.out.printf("%s after %d ms%n", rung, took.toMillis());
    assertTrue(took.compareTo(RUNG) <= 0, rung + " took " + took);
    until(who, words);
    Someone.Answer page = who.get("/console");
    assertTrue(page.body().contains("<strong>Power: " + words + "</strong>"), words);
  }

  private static Instant at(Path data, String rung) throws Exception {
    return LogFacts.read(data)
        .of("PowerChanged")
        .filter(f -> f.path("rung").asText().equals(rung))
        .map(f -> Instant.parse(f.path("at").asText()))
        .findFirst()
        .orElse(null);
  }

  private static void theBatteryEndsUnderLoad(NutServer nut, HubProcess hub, Told told)
      throws Exception {
    try (ExecutorService clients = Executors.newCachedThreadPool()) {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        all.add(clients.submit(new Reporters(hub.uri(), told, i, "p" + i)));
      }
      Instant said = nut.says("OB LB", 5, 60);
      assertEquals(75, hub.exit(), hub.err());
      Duration took = Duration.between(said, Instant.now());
      System.out.printf("stopped %d ms after battery low%n", took.toMillis());
      assertTrue(took.compareTo(RUNG.plus(STOPPED)) <= 0, "it took " + took);
      for (Future<Void> client : all) {
        client.get(TOLD.toSeconds(), TimeUnit.SECONDS);
      }
    }
    assertTrue(hub.err().contains("stopped on low battery"), hub.err());
    assertFalse(hub.err().contains("\tat "), hub.err());
  }

  private static void sealed(Path data, Told told) throws Exception {
    Verdict verdict = Verifier.verify(data, Anchors.NONE);
    assertTrue(verdict.sound(), verdict.text());
    assertEquals(verdict.last(), verdict.checkpointed(), "the last checkpoint covers all");
    LogFacts log = LogFacts.read(data);
    String why = log.of("HubStopped").toList().getLast().path("why").asText();
    assertTrue(why.startsWith("battery low: on battery; its battery is low"), why);
    List<JsonNode> power = log.of("PowerChanged").toList();
    assertEquals("critical", power.getLast().path("rung").asText());
    long stopped = log.of("HubStopped").toList().getLast().path("n").asLong();
    assertTrue(power.getLast().path("n").asLong() < stopped, "logged before it was acted on");
    Set<String> held =
        log.of("ReportReceived").map(f -> f.path("report").asText()).collect(Collectors.toSet());
    assertFalse(told.receipts.isEmpty());
    assertTrue(held.containsAll(told.receipts.values()), "a receipt was given and is lost");
    System.out.printf("%d reports under the last of the battery%n", told.receipts.size());
  }

  private static void itDoesNotStartOnTheLastOfABattery(NutServer nut, Path data) throws Exception {
    long before = Verifier.verify(data, Anchors.NONE).last();
    try (HubProcess hub = HubProcess.begin(data, watching(nut))) {
      assertEquals(75, hub.exit(), hub.err());
      assertTrue(hub.err().contains("not started, for the UPS says: on battery"), hub.err());
      assertFalse(hub.err().contains("\tat "), hub.err());
    }
    assertEquals(before, Verifier.verify(data, Anchors.NONE).last(), "nothing was opened");
  }

  @Test
  void aUpsdThatHangsOrDiesIsToldAndOnBatteryItIsALowBattery() throws Exception {
    Path data = Folder.founded(folder.resolve("data"));
    try (NutServer nut = NutServer.launch(folder.resolve("nut"));
        HubProcess hub = HubProcess.begin(data, watching(nut)).up()) {
      Someone ada = hub.someone("ada");
      until(ada, "on mains");
      nut.hang(true);
      Instant since = Instant.now();
      Until.holds(TOLD, "the console tells", () -> unheard(ada));
      System.out.printf(
          "a hanging upsd was told after %s%n", Duration.between(since, Instant.now()));
      assertEquals(201, report(hub, "while upsd hangs"));
      nut.hang(false);
      until(ada, "on mains");
      nut.says("OB", 90, 3_000);
      until(ada, "on battery");
      nut.killUpsd();
      Instant killed = Instant.now();
      step(killed, data, ada, "low", "battery low");
      assertTrue(ada.get("/api/power").text("fault").contains("does not answer"));
      nut.upsd();
      until(ada, "on battery");
      nut.says("OL CHRG", 91, 3_000);
      until(ada, "on mains");
      assertEquals(0, hub.stop(), hub.err());
      assertTrue(Verifier.verify(data, Anchors.NONE).sound());
    }
  }

  private static boolean unheard(Someone who) {
    String page = who.get("/console").body();
    return page.contains("<strong>Power: not known, so sparing</strong>")
        && page.contains("the UPS is not heard");
  }

  @Test
  void anOrderedShutdownStopsTheHubAtOnce() throws Exception {
    Path data = Folder.founded(folder.resolve("data"));
    try (NutServer nut = NutServer.launch(folder.resolve("nut"));
        HubProcess hub = HubProcess.begin(data, watching(nut)).up()) {
      until(hub.someone("ada"), "on mains");
      Instant said = nut.says("FSD OL", 50, 900);
      assertEquals(75, hub.exit(), hub.err());
      Duration took = Duration.between(said, Instant.now());
      System.out.printf("stopped %d ms after the order%n", took.toMillis());
      assertTrue(took.compareTo(STOPPED) <= 0, "it took " + took);
    }
    Verdict verdict = Verifier.verify(data, Anchors.NONE);
    assertTrue(verdict.sound(), verdict.text());
    assertEquals(verdict.last(), verdict.checkpointed(), "the last checkpoint covers all");
  }

  @Test
  void realDevicesOfEachKindAreReadThroughUpsdAndNoneWithoutMainsIsTakenForMains()
      throws Exception {
    Map<String, Path> devices = oneOfEachStatus();
    PowerPolicy policy = new PowerPolicy(new PowerLimits(30, Duration.ofMinutes(10)));
    try (NutServer nut = NutServer.launch(folder.resolve("nut"), devices);
        UpsdClient client = new UpsdClient(nut.address())) {
      for (Map.Entry<String, Path> device : devices.entrySet()) {
        UpsReading r = UpsReading.of(client.variables(device.getKey()), Instant.EPOCH);
        Rung rung = policy.judge(null, r, Instant.EPOCH).rung();
        boolean mains = r.says("OL") && !r.says("OB") && !r.says("LB") && !r.says("FSD");
        if (!mains) {
          assertNotEquals(Rung.MAINS, rung, device + " says " + r.words());
        }
      }
    }
  }

  private static Map<String, Path> oneOfEachStatus() throws Exception {
    assumeTrue(Files.isDirectory(DUMPS), "skipped: ../shared/data/nut-dumps is not here");
    Map<String, Path> byStatus = new TreeMap<>();
    try (Stream<Path> all = Files.walk(DUMPS)) {
      for (Path dump : all.filter(p -> p.toString().endsWith(".dev")).sorted().toList()) {
        String status =
            Files.readString(dump)
                .lines()
                .filter(l -> l.startsWith("ups.status:"))
                .findFirst()
                .orElse("ups.status: none");
        byStatus.putIfAbsent(status, dump);
      }
    }
    Map<String, Path> devices = new TreeMap<>();
    byStatus.values().forEach(dump -> devices.put("u" + devices.size(), dump));
    assertTrue(devices.size() > 10, byStatus.keySet().toString());
    return devices;
  }
}
