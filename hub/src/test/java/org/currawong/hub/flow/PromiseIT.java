package org.currawong.hub.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.currawong.domain.alert.Artefact;
import org.currawong.hub.flow.Someone.Answer;
import org.currawong.hub.hardship.LogFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise, over the API alone: a report comes in, people release an alert, the log proves it.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class PromiseIT {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration RENDERED = Duration.ofSeconds(60);

  private static final String LONG_AGO = "2001-01-01T00:00:00Z";
  private static final String LONG_AGO_TOO = "2001-01-02T00:00:00Z";
  private static final String SOME_DAY = "2101-01-01T00:00:00Z";

  @TempDir static Path folder;
  private static Town town;
  private static String alert;

  @BeforeAll
  static void aHubIsFounded() throws Exception {
    town = Town.founded(folder.resolve("data"));
    Files.writeString(
        folder.resolve("people.csv"),
        """
        name,phone,language,groups,needs,address,alternate
        Ana Pardo,0491 570 156,es,river,,,
        Bo Tran,0491 570 157,vi,river,,,
        Cy Webb,0491 570 158,en,hill,uses a wheelchair,,
        """);
    town.verb("", "people", "import", folder.resolve("people.csv").toString());
    town.start();
  }

  @AfterAll
  static void itStops() {
    town.close();
  }

  @Test
  void a01AReportIsOnDiskBeforeItsReceiptAndAssessedWithinFiveSeconds() throws Exception {
    Answer in =
        town.resident()
            .post(
                "/api/reports",
                Map.of("text", "Water is coming into our house, two children trapped upstairs"));
    assertEquals(201, in.status(), in.body());
    Someone ada = town.someone("ada");
    String path = "/api/reports/" + in.text("id");
    Until.holds(SOON, "urgency stands", () -> !ada.get(path).text("urgency").isEmpty());
    Answer report = ada.get(path);
    assertEquals("life-safety", report.text("urgency"));
    assertEquals("en", report.text("language"));
    assertFalse(report.text("incident").isEmpty(), report.body());
    Answer status = town.resident().get("/api/reports/receipt/" + in.text("receipt"));
    assertEquals("received", status.text("status"));
  }

  @Test
  void a02TheSameKeyGivesTheSameReceiptAndAnotherBodyUnderItIsRefused() {
    Map<String, String> key = Map.of("Idempotency-Key", "k-17");
    Answer first =
        town.resident().post("/api/reports", Map.of("text", "Tree across Mill Road"), key);
    Answer again =
        town.resident().post("/api/reports", Map.of("text", "Tree across Mill Road"), key);
    assertEquals(first.text("receipt"), again.text("receipt"));
    assertEquals(422, town.resident().post("/api/reports", Map.of("text", "Other"), key).status());
  }

  @Test
  void a03ASupervisorReadsFiguresAndNoWords() {
    String figures = Someone.resident(town.metrics()).get("/metrics").body();
    assertTrue(figures.contains("currawong_log_healthy 1.0"), figures);
    assertTrue(figures.contains("currawong_queue_messages{queue=\"REPORTS\"}"), figures);
    assertFalse(figures.contains("Mill Road"));
    assertEquals(404, town.resident().get("/metrics").status(), "not on the public port");
    assertEquals(200, town.resident().get("/health/ready").status());
  }

  @Test
  void b01TwoOthersReleaseADraftAndItIsSpeechPaperCapAndSms() throws Exception {
    Someone ada = town.someone("ada");
    alert = ada.post("/api/alerts", Drafts.flood("Actual")).text("id");
    String path = "/api/alerts/" + alert;
    assertEquals(200, ada.post(path + "/submit", Map.of()).status());
    Until.holds(RENDERED, "rendered", () -> !ada.get(path).text("manifest").isEmpty());
    Answer shown = ada.get(path);
    String manifest = shown.text("manifest");
    assertEquals(manifest, Artefact.sha256(ada.get(path + "/release").bytes()));
    Map<String, String> yes = Map.of("manifest", manifest, "confirm", "lower  WATTLE flat");
    assertEquals(403, ada.post(path + "/approvals", yes).status(), "a drafter never approves");
    assertEquals("approved", town.someone("ben").post(path + "/approvals", yes).text("state"));
    Answer second = town.someone("rhea").post(path + "/approvals", yes);
    assertEquals("released", second.text("state"), second.body());
    Until.holds(SOON, "recording", () -> town.spooled("radio") == 1);
    Until.holds(SOON, "sheet and phone tree", () -> town.spooled("print") == 2);
    Until.holds(SOON, "a text for each person", () -> town.spooled("sms") == 3);
    try (var files = Files.list(town.data.resolve("spool/radio"))) {
      Path wav = files.findFirst().orElseThrow();
      assertArrayEquals(ada.get(path + "/artefacts/audio.en.wav").bytes(), Files.readAllBytes(wav));
    }
  }

  @Test
  void b02TheFeedNamesTheAlertAndResidentsSeeIt() {
    String feed = town.resident().get("/feeds/cap.atom").body();
    assertTrue(feed.contains("term=\"Alert\""), feed);
    assertTrue(town.resident().get("/").body().contains("Lower Wattle Flat"));
  }

  @Test
  void b03DeliveriesAreKnown() throws Exception {
    Someone ada = town.someone("ada");
    String path = "/api/alerts/" + alert + "/deliveries";
    Until.holds(
        SOON,
        "all sent",
        () -> {
          Answer a = ada.get(path);
          return a.json().get("deliveries").size() >= 7
              && a.json().get("deliveries").findValuesAsText("state").stream()
                  .allMatch("sent"::equals);
        });
  }

  @Test
  void c01OnePersonStopsItAndEverybodyAttemptedHears() throws Exception {
    Someone cleo = town.someone("cleo");
    Answer a =
        cleo.post(
            "/api/alerts/" + alert + "/withdrawal",
            Map.of("kind", "withdrawn", "reason", "the gauge was read wrong"));
    assertEquals(200, a.status(), a.body());
    Until.holds(SOON, "spoken correction", () -> town.spooled("radio") == 2);
    Until.holds(SOON, "printed correction", () -> town.spooled("print") == 4);
    Until.holds(SOON, "texted correction", () -> town.spooled("sms") == 6);
    String feed = town.resident().get("/feeds/cap.atom").body();
    assertTrue(feed.contains("term=\"Cancel\""), feed);
    assertTrue(feed.contains("Withdrawn, being checked: "), feed);
    assertFalse(town.resident().get("/").body().contains("the gauge was read wrong"));
  }

  @Test
  void c02TwoSayThatItWasAMistakeAndTheFirstCancelIsStillThere() throws Exception {
    String path = "/api/alerts/" + alert + "/withdrawal";
    Map<String, String> why = Map.of("kind", "error", "reason", "the gauge was read wrong");
    assertEquals(202, town.someone("cleo").post(path, why).status());
    assertEquals(200, town.someone("ben").post(path, why).status());
    Until.holds(SOON, "a second Cancel", () -> cancels().size() == 2);
    Until.holds(SOON, "a second spoken correction", () -> town.spooled("radio") == 3);
    String feed = town.resident().get("/feeds/cap.atom").body();
    assertTrue(feed.contains("Withdrawn, being checked: ") && feed.contains("Sent by mistake: "));
    for (String identifier : cancels()) {
      String xml = town.resident().get("/cap/" + identifier + ".xml").body();
      assertTrue(xml.contains("<identifier>" + identifier + "</identifier>"), xml);
    }
  }

  private List<String> cancels() {
    List<String> found = new ArrayList<>();
    town.someone("ada")
        .get("/api/alerts/" + alert)
        .json()
        .path("messages")
        .forEach(
            m -> {
              if (m.path("msgType").asText().equals("Cancel")) {
                found.add(m.path("identifier").asText());
              }
            });
    return found;
  }

  @Test
  void d01AnExerciseStaysApart() throws Exception {
    long live = town.spooled("radio");
    Someone ada = town.someone("ada");
    String path = "/api/alerts/" + ada.post("/api/alerts", Drafts.flood("Exercise")).text("id");
    ada.post(path + "/submit", Map.of());
    Until.holds(RENDERED, "rendered", () -> !ada.get(path).text("manifest").isEmpty());
    Map<String, String> yes =
        Map.of("manifest", ada.get(path).text("manifest"), "confirm", Drafts.AREA);
    town.someone("ben").post(path + "/approvals", yes);
    assertEquals("released", town.someone("cleo").post(path + "/approvals", yes).text("state"));
    Until.holds(SOON, "exercise recording", () -> town.spooled("exercise/radio") == 1);
    assertEquals(live, town.spooled("radio"), "nothing of an exercise in the live spool");
    assertTrue(ada.get(path + "/artefacts/script.en.txt").body().contains("EXERCISE"));
    assertTrue(ada.get(path + "/artefacts/cap.xml").body().contains("<status>Exercise</status>"));
    assertFalse(town.resident().get("/feeds/cap.atom").body().contains("Exercise"));
  }

  @Test
  void e01AfterARestartEverythingIsThereAndNothingLeavesTwice() throws Exception {
    List<Long> before = List.of(town.spooled("radio"), town.spooled("print"), town.spooled("sms"));
    town.stop();
    town.start();
    Someone ada = town.someone("ada");
    assertEquals("withdrawn", ada.get("/api/alerts/" + alert).text("state"));
    Until.holds(
        SOON, "reports are back", () -> ada.get("/api/reports").json().get("reports").size() >= 2);
    assertEquals(
        before, List.of(town.spooled("radio"), town.spooled("print"), town.spooled("sms")));
  }

  @Test
  void e02TheLogIsReadToItsEndAPageAtATime() {
    Someone cam = town.someone("cam");
    long entries = town.read(s -> s.n());
    long read = 0;
    String path = "/api/log?limit=20";
    for (String next = ""; !next.isEmpty() || read == 0; path = "/api/log?limit=20&next=" + next) {
      Answer page = cam.get(path);
      for (var line : page.json().get("lines")) {
        read++;
        assertTrue(line.asText().matches("[0-9a-f]{64} \\{\"n\":" + read + ",.*"), line.asText());
      }
      next = page.text("next");
    }
    assertTrue(read >= entries, read + " of " + entries);
    Answer beyond = cam.get("/api/log?from=" + (read + 1_000));
    assertEquals(200, beyond.status(), beyond.body());
    assertEquals(0, beyond.json().get("lines").size());
  }

  @Test
  void e03TheCouncilsBundleHoldsBothWithdrawalsAndNoneIsMadeOfNothing() throws Exception {
    Someone cam = town.someone("cam");
    Answer made = cam.post("/api/log/export", Map.of("from", LONG_AGO, "to", SOME_DAY));
    assertEquals(200, made.status());
    Path bundle = Files.write(folder.resolve("asked.zip"), made.bytes());
    assertEquals(Set.copyOf(cancels()), withdrawals(bundle));
    Answer none = cam.post("/api/log/export", Map.of("from", LONG_AGO, "to", LONG_AGO_TOO));
    assertEquals(422, none.status(), none.body());
    Until.holds(
        SOON,
        "no copy stays in the hub's folder",
        () -> {
          try (var files = Files.list(town.data)) {
            return files.noneMatch(f -> f.toString().endsWith(".zip"));
          }
        });
  }

  /** Identifiers of the CAP Cancels that lie beside their withdrawal documents in a bundle. */
  private static Set<String> withdrawals(Path bundle) throws Exception {
    Set<String> found = new TreeSet<>();
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      for (ZipEntry e : zip.stream().toList()) {
        String cancel = "(releases/" + alert + "-withdrawal-\\d+/)[a-z]+\\.cap\\.xml";
        String document = e.getName().replaceFirst(cancel, "$1withdrawal.json");
        if (e.getName().matches(cancel) && zip.getEntry(document) != null) {
          String xml = new String(zip.getInputStream(e).readAllBytes(), UTF_8);
          found.add(xml.split("</?identifier>")[1]);
        }
      }
    }
    return found;
  }

  @Test
  void f01AStoppedHubExportsTheSameAndLeavesNoFileOfNothing() throws Exception {
    town.stop();
    Path bundle = folder.resolve("bundle.zip");
    town.verb("", "export", "--from", LONG_AGO, "--to", SOME_DAY, "--out", bundle.toString());
    assertEquals(withdrawals(folder.resolve("asked.zip")), withdrawals(bundle));
    Town.run(0, "", "verify", bundle.toString());
    assertEquals(Artefact.sha256(Files.readAllBytes(bundle)), exported().getLast());
    Path nothing = folder.resolve("nothing.zip");
    Town.run(
        1,
        "",
        ("export --from " + LONG_AGO + " --to " + LONG_AGO_TOO + " --out " + nothing + " --data ")
            .concat(town.data.toString())
            .split(" "));
    assertFalse(Files.exists(nothing));
    Town.run(
        1,
        "",
        ("export --from " + LONG_AGO + " --to " + SOME_DAY + " --out " + nothing)
            .concat(" --disclose report:never --data " + town.data)
            .split(" "));
    assertFalse(Files.exists(nothing));
    assertFalse(Files.exists(folder.resolve("nothing.zip.unfinished")));
    assertEquals(2, exported().size(), "what was not made is not said to be");
  }

  private static List<String> exported() throws Exception {
    return LogFacts.read(town.data).of("LogExported").map(f -> f.path("sha256").asText()).toList();
  }

  @Test
  void f02TheLogVerifiesAndOneFlippedBitDoesNot() throws Exception {
    Town.run(0, "", "verify", town.data.toString());
    Path segment;
    try (var files = Files.list(town.data.resolve("log"))) {
      segment = files.filter(f -> f.toString().endsWith(".log")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 2] ^= 1;
    Files.write(segment, bytes);
    Town.run(1, "", "verify", town.data.toString());
  }
}
