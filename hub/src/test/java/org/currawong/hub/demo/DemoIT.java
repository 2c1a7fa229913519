package org.currawong.hub.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.currawong.hub.Main;
import org.currawong.hub.Terminal;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Someone.Answer;
import org.currawong.hub.flow.Until;
import org.currawong.hub.hardship.LogFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a stranger meets it: one command, three people, a flood, an alert. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class DemoIT {

  private static final Duration PLAYED = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final int REPORTS = 120;
  private static final String MARK = "DEMONSTRATION";

  @TempDir static Path folder;
  private static DemoProcess demo;

  @BeforeAll
  static void itStartsBesideSettingsOfARealHub() throws Exception {
    Files.writeString(
        folder.resolve("hub.properties"), "hub.name=Real Town\nweb.host=0.0.0.0\nno.such=thing\n");
    Map<String, String> environment = Map.of("CURRAWONG_HUB_NAME", "Real Town");
    demo = DemoProcess.start(folder, environment);
  }

  @AfterAll
  static void itStops() {
    demo.close();
  }

  @Test
  void a01ThreePeopleSignInAndThePagesSayWhatItIs() {
    assertEquals(Set.of("ada", "ben", "rhea"), demo.passwords().keySet());
    for (String path : List.of("/console", "/console/alerts", "/console/log")) {
      Answer page = demo.someone("ada").get(path);
      assertEquals(200, page.status(), path);
      assertTrue(page.body().contains(MARK), path);
    }
    String front = demo.resident().get("/").body();
    assertTrue(front.contains(MARK) && front.contains(DemoTown.HUB_NAME), front);
    assertFalse(front.contains("Real Town"), "it reads no settings");
  }

  @Test
  void a02OnlyThisMachineReachesIt() throws IOException {
    assertTrue(InetAddress.getByName(demo.console().getHost()).isLoopbackAddress());
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
            .toList();
    for (InetAddress other : others) {
      assertThrows(
          IOException.class, () -> new Socket(other, demo.console().getPort()).close(), "" + other);
    }
  }

  @Test
  void a03AllReportsAreReadAndBecomeIncidents() throws Exception {
    Someone ada = demo.someone("ada");
    Until.holds(PLAYED, "all reports read", () -> read(ada) == REPORTS);
    Set<String> languages = new TreeSet<>();
    Set<String> ways = new TreeSet<>();
    Set<String> urgencies = new TreeSet<>();
    for (JsonNode r : reports(ada)) {
      languages.add(r.path("language").asText());
      ways.add(r.path("via").asText());
      urgencies.add(r.path("urgency").asText());
      assertFalse(r.path("summary").asText().isBlank(), r.toString());
    }
    // A line of a few words is in no language for sure, and so is urgent until somebody reads it.
    languages.remove("und");
    assertEquals(Set.of("en", "es", "vi"), languages);
    assertTrue(
        Set.of("web", "sms", "mesh", "chat", "phone", "social", "counter", "two-way", "crew")
            .equals(ways),
        "" + ways);
    assertTrue(urgencies.containsAll(Set.of("life-safety", "urgent", "ordinary")), "" + urgencies);
    JsonNode incidents = ada.get("/api/incidents").json().path("incidents");
    assertTrue(
        incidents.size() >= 4 && incidents.size() < REPORTS, incidents.size() + " incidents");
    assertTrue(
        incidents.findValues("people").stream().anyMatch(people -> people.asInt() >= 3),
        "several people tell of one incident");
  }

  @Test
  void a04AStandInForAModelAnswersUnderItsNameAndIsJudgedAsAnyModelIs() throws Exception {
    Someone ada = demo.someone("ada");
    Until.holds(PLAYED, "summaries of the stand-in", () -> answered(ada).size() >= 20);
    assertTrue(
        answered(ada).stream().anyMatch(a -> a.path("answer").asText().isEmpty()),
        "some are refused");
  }

  @Test
  void a05ThePowerIsCutAndComesBack() throws Exception {
    Someone ada = demo.someone("ada");
    Until.holds(PLAYED, "on battery", () -> rungs().contains("battery"));
    Until.holds(
        PLAYED, "back on the mains", () -> ada.get("/api/power").text("rung").equals("mains"));
    assertEquals("mains, battery", rungs());
  }

  @Test
  void a06TheFalseAlarmWasReleasedAndWithdrawnByPeopleWhoAreNotThePlayers() throws Exception {
    Someone ada = demo.someone("ada");
    Until.holds(PLAYED, "withdrawn", () -> alert(ada, "withdrawn") != null);
    JsonNode alarm = alert(ada, "withdrawn");
    assertEquals(2, alarm.path("approvals").size(), alarm.toString());
    String feed = demo.resident().get("/feeds/cap.atom").body();
    assertTrue(feed.contains("term=\"Cancel\""), feed);
  }

  @Test
  void b01TheScriptedDraftIsReleasedByThreePeopleAndEverythingSaysDemonstration() throws Exception {
    Someone ada = demo.someone("ada");
    Until.holds(PLAYED, "a draft waits", () -> alert(ada, "draft") != null);
    String path = "/api/alerts/" + alert(ada, "draft").path("id").asText();
    assertEquals(200, ada.post(path + "/submit", Map.of()).status());
    Until.holds(PLAYED, "rendered", () -> !ada.get(path).text("manifest").isEmpty());
    Map<String, String> yes =
        Map.of("manifest", ada.get(path).text("manifest"), "confirm", "lower lantern bend");
    assertEquals("approved", demo.someone("ben").post(path + "/approvals", yes).text("state"));
    assertEquals("released", demo.someone("rhea").post(path + "/approvals", yes).text("state"));
    for (JsonNode artefact : ada.get(path).json().path("artefacts")) {
      saysSo(
          artefact.path("name").asText(),
          ada.get(path + "/artefacts/" + artefact.path("name").asText()));
    }
    String cap = ada.get(path + "/artefacts/cap.xml").body();
    assertTrue(cap.contains("<status>Test</status>"), cap);
    assertTrue(cap.matches("(?s).*<note>[^<]*" + MARK + ".*"), cap);
    assertTrue(demo.resident().get("/feeds/cap.atom").body().contains(MARK));
  }

  @Test
  void b02WhatLeftLiesInTheDemonstrationsOwnFoldersAndSaysSo() throws Exception {
    Path spool = folder.resolve("demo-data/spool");
    Path own = spool.resolve("demo");
    Until.holds(SOON, "recording, sheet, tree, texts", () -> files(own).size() >= 27);
    try (Stream<Path> others = Files.list(spool)) {
      assertEquals(List.of(own), others.toList(), "nothing in any other realm's spool");
    }
    for (Path file : files(own)) {
      if (!file.toString().endsWith(".wav")) {
        assertTrue(text(file).contains(MARK), file + ": " + text(file));
      }
    }
  }

  @Test
  void c01StartedAgainItHasNewPasswordsAndTheSameReports() throws Exception {
    Map<String, String> before = Map.copyOf(demo.passwords());
    demo.close();
    demo = DemoProcess.start(folder, Map.of());
    assertNotEquals(before.get("ben"), demo.passwords().get("ben"));
    assertThrows(
        IllegalStateException.class,
        () -> Someone.signedIn(demo.console(), "ben", before.get("ben")));
    Someone ada = demo.someone("ada");
    Until.holds(
        PLAYED, "played twice", () -> demo.progress().split("report 120 of 120", -1).length == 3);
    assertEquals(REPORTS, reports(ada).size());
    assertEquals(2, alerts(ada).size());
  }

  @Test
  void d01ARealHubRefusesItsFolderAndItARealHubs() throws Exception {
    demo.close();
    String its = folder.resolve("demo-data").toString();
    assertTrue(refusal("run", "--data", its).contains("belongs to a demo hub"));
    String live = folder.resolve("live").toString();
    verb(0, "user", "add", "eve", "--role", "admin", "--password-stdin", "--data", live);
    assertTrue(refusal("demo", "--port", "0", "--data", live).contains("belongs to a live hub"));
  }

  private static void saysSo(String name, Answer artefact) throws Exception {
    assertEquals(200, artefact.status(), name);
    if (name.endsWith(".pdf")) {
      Path pdf = Files.write(folder.resolve(name), artefact.bytes());
      assertTrue(text(pdf).contains(MARK), name);
    } else if (!name.endsWith(".wav")) {
      assertTrue(artefact.body().contains(MARK), name + ": " + artefact.body());
    }
  }

  private static String text(Path file) throws Exception {
    if (!file.toString().endsWith(".pdf")) {
      return Files.readString(file);
    }
    Process pdf;
    try {
      pdf = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-").start();
    } catch (IOException absent) {
      boolean required = "required".equals(System.getenv("PEERS"));
      Assumptions.assumeFalse(!required, "skipped: pdftotext (poppler-utils) is not installed");
      throw absent;
    }
    return new String(pdf.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Answers of the stand-in, whatever became of them. */
  private static List<JsonNode> answered(Someone who) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode report : reports(who)) {
      JsonNode whole = who.get("/api/reports/" + report.path("id").asText()).json();
      for (JsonNode a : whole.path("assessments")) {
        if (a.path("by").asText().equals("model " + ScriptedModel.NAME)) {
          all.add(a);
        }
      }
    }
    return all;
  }

  /** The rungs of the power, as the log has them. */
  private static String rungs() throws IOException {
    return LogFacts.read(folder.resolve("demo-data"))
        .of("PowerChanged")
        .map(f -> f.path("rung").asText())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static long read(Someone who) {
    long read = 0;
    for (JsonNode report : reports(who)) {
      read += report.hasNonNull("urgency") ? 1 : 0;
    }
    return read;
  }

  private static JsonNode reports(Someone who) {
    return who.get("/api/reports?limit=500").json().path("reports");
  }

  private static JsonNode alert(Someone who, String state) {
    for (JsonNode alert : alerts(who)) {
      if (alert.path("state").asText().equals(state)) {
        return alert;
      }
    }
    return null;
  }

  private static JsonNode alerts(Someone who) {
    return who.get("/api/alerts").json().path("alerts");
  }

  private static String refusal(String... words) {
    return verb(1, words);
  }

  private static String verb(int code, String... words) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    byte[] password = "correct horse battery 7\n".getBytes(StandardCharsets.UTF_8);
    PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
    int exit =
        Main.run(new Terminal(new ByteArrayInputStream(password), to, to, false, Map.of()), words);
    assertEquals(code, exit, err.toString(StandardCharsets.UTF_8));
    return err.toString(StandardCharsets.UTF_8);
  }
}
