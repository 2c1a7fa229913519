package org.currawong.hub.hardship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.currawong.hub.flow.Drafts;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Until;
import org.currawong.incidentlog.Anchors;
import org.currawong.incidentlog.Verifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data folder that lost something: what is derived is made again, what is sent is not sent again,
 * and what can't be replaced stops the start in words.
 */
class MissingPartsIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration RENDERED = Duration.ofSeconds(90);

  @TempDir static Path folder;
  private static Path whole;
  private static Path early;
  private static String released;
  private static String waiting;
  private static final List<String> RECEIPTS = new ArrayList<>();

  @BeforeAll
  static void aHubHasReleasedOneAlertAndWaitsForAnothersSecondApproval() throws Exception {
    whole = Folder.founded(folder.resolve("whole"));
    try (HubProcess hub = HubProcess.begin(whole).up()) {
      report(hub, "Water at the mill");
      released = approvedOnce(hub);
      Someone cleo = hub.someone("cleo");
      assertEquals("released", approve(cleo, released));
      // Killed in the middle of it: this journal still holds orders and delivery reports.
      hub.kill();
    }
    early = folder.resolve("early");
    Folder.copy(whole, early);
    try (HubProcess hub = HubProcess.begin(whole).up()) {
      report(hub, "Tree across the road");
      waiting = approvedOnce(hub);
      Someone ada = hub.someone("ada");
      Until.holds(SOON, "all of it left", () -> states(ada, released, "").equals("sent"));
      assertEquals(0, hub.stop(), hub.err());
    }
    assertEquals(5, spool(whole).size(), spool(whole).toString());
  }

  private static void report(HubProcess hub, String text) throws Exception {
    RECEIPTS.add(hub.resident().post("/api/reports", Map.of("text", text)).text("receipt"));
  }

  private static String approvedOnce(HubProcess hub) throws Exception {
    Someone ada = hub.someone("ada");
    String id = ada.post("/api/alerts", Drafts.flood("Actual")).text("id");
    String path = "/api/alerts/" + id;
    assertEquals(200, ada.post(path + "/submit", Map.of()).status());
    Until.holds(RENDERED, "rendered", () -> !ada.get(path).text("manifest").isEmpty());
    assertEquals("approved", approve(hub.someone("ben"), id));
    return id;
  }

  private static String approve(Someone who, String id) {
    String path = "/api/alerts/" + id;
    Map<String, String> yes =
        Map.of("manifest", who.get(path).text("manifest"), "confirm", Drafts.AREA);
    return who.post(path + "/approvals", yes).text("state");
  }

  /** The one state of every copy of an alert by a way, or all of them. */
  private static String states(Someone who, String alert, String way) {
    List<String> all = new ArrayList<>();
    for (JsonNode d : who.get("/api/alerts/" + alert + "/deliveries").json().get("deliveries")) {
      if (d.path("way").asText().contains(way)) {
        all.add(d.path("state").asText());
      }
    }
    return String.join(" ", all.stream().distinct().toList());
  }

  /** Every file with the moment it was written: a second writing shows. */
  private static List<String> spool(Path data) throws IOException {
    List<String> all = new ArrayList<>();
    for (String way : List.of("radio", "print", "sms")) {
      for (Path file : Folder.files(data.resolve("spool").resolve(way))) {
        all.add(way + "/" + file.getFileName() + " " + Files.getLastModifiedTime(file));
      }
    }
    return all;
  }

  private static Path copy(String name) throws IOException {
    Path data = folder.resolve(name);
    Folder.copy(whole, data);
    return data;
  }

  /** Starts, and finds everything in its place and nothing sent again. */
  private static String startsAsBefore(Path data, int receipts) throws Exception {
    List<String> before = spool(data);
    try (HubProcess hub = HubProcess.begin(data).up()) {
      for (String receipt : RECEIPTS.subList(0, receipts)) {
        assertEquals(200, hub.resident().get("/api/reports/receipt/" + receipt).status());
      }
      Someone ada = hub.someone("ada");
      Until.holds(SOON, "deliveries", () -> states(ada, released, "").equals("sent"));
      assertEquals("released", ada.get("/api/alerts/" + released).text("state"));
      assertEquals(0, hub.stop(), hub.err());
      assertEquals(before, spool(data), "something left again");
      new SpoolJudge(data).judge();
      assertTrue(Verifier.verify(data, Anchors.NONE).sound());
      return hub.err();
    }
  }

  private static void noise(Path file, int bytes) throws IOException {
    byte[] noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
    Files.write(file, noise);
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void withoutItsJournalAndWithDamagedSnapshotsAllIsMadeAgainFromTheLog() throws Exception {
    Path data = copy("no-journal");
    Folder.delete(data.resolve("broker"));
    Path snapshots = Files.createDirectories(data.resolve("snapshots"));
    noise(snapshots.resolve("0000000000000005-" + "a".repeat(64) + ".mapdb"), 4096);
    noise(snapshots.resolve("writing.new"), 100);
    String err = startsAsBefore(data, 2);
    assertTrue(err.contains("journal was not there"), err);
    assertTrue(err.contains("snapshot 0000000000000005 passed over"), err);
  }

  @Test
  void aDamagedJournalIsSetAsideAndSaid() throws Exception {
    Path data = copy("bad-journal");
    for (Path file : Folder.files(data.resolve("broker"))) {
      if (file.toString().endsWith(".amq") || file.toString().endsWith(".bindings")) {
        noise(file, 64 * 1024);
      }
    }
    String err = startsAsBefore(data, 2);
    assertTrue(err.contains("set aside as broker.unreadable-1"), err);
  }

  @Test
  void anOldJournalBesideANewerLogSendsNothingAgain() throws Exception {
    Path data = copy("old-journal");
    Folder.delete(data.resolve("broker"));
    Folder.copy(early.resolve("broker"), data.resolve("broker"));
    startsAsBefore(data, 2);
  }

  @Test
  void anOlderLogBesideANewerJournalAndLedgerSendsNothingAgain() throws Exception {
    Path data = folder.resolve("old-log");
    Folder.copy(early, data);
    for (String newer : List.of("broker", "ledger", "spool")) {
      Folder.delete(data.resolve(newer));
      Folder.copy(whole.resolve(newer), data.resolve(newer));
    }
    startsAsBefore(data, 1);
  }

  @Test
  void aRecordingThatIsGoneAndASheetThatWasChangedNeverLeaveAndItIsSaid() throws Exception {
    Path data = copy("artefacts");
    JsonNode rendered = LogFacts.read(data).about("AlertRendered", waiting).getLast();
    for (JsonNode ref : rendered.path("artefacts")) {
      Path file = data.resolve("artefacts").resolve(ref.path("sha256").asText());
      if (ref.path("name").asText().equals("audio.en.wav")) {
        Files.delete(file);
      } else if (ref.path("name").asText().equals("sheet.en.pdf")) {
        flip(file);
      }
    }
    List<String> before = spool(data);
    try (HubProcess hub = HubProcess.begin(data).up()) {
      assertEquals("released", approve(hub.someone("cleo"), waiting));
      Someone ada = hub.someone("ada");
      Until.holds(SOON, "the rest left", () -> states(ada, waiting, "sms").equals("sent"));
      Until.holds(SOON, "it is said", () -> states(ada, waiting, "radio").equals("failed"));
      Until.holds(SOON, "paper", () -> states(ada, waiting, "print").matches("(failed|sent| )+"));
      assertEquals("sent failed", sorted(states(ada, waiting, "print")));
      assertEquals(0, hub.stop(), hub.err());
    }
    List<String> after = spool(data);
    after.removeAll(before);
    assertTrue(after.stream().noneMatch(f -> f.startsWith("radio/")), after.toString());
    assertEquals(1, after.stream().filter(f -> f.startsWith("print/")).count(), after.toString());
    new SpoolJudge(data).judge();
  }

  private static String sorted(String states) {
    List<String> all = new ArrayList<>(List.of(states.split(" ")));
    all.sort(java.util.Comparator.reverseOrder());
    return String.join(" ", all);
  }

  @Test
  void aDamagedKeyStopsTheStartAndNamesTheFile() throws Exception {
    Path data = copy("bad-key");
    noise(data.resolve("keys/live-1.ed25519"), 48);
    assertTrue(refused(data).contains("live-1.ed25519"), refused(data));
    Files.delete(data.resolve("keys/live-1.ed25519"));
    assertTrue(refused(data).contains("live-1.ed25519"), refused(data));
    Files.copy(
        whole.resolve("keys/exercise-1.ed25519"),
        data.resolve("keys/live-1.ed25519"),
        StandardCopyOption.REPLACE_EXISTING);
    assertTrue(refused(data).contains("keys"), refused(data));
  }

  @Test
  void aDamagedLineStopsTheStartAndSaysWhere() throws Exception {
    Path data = copy("bad-line");
    Path segment = data.resolve("log/0000000000000001.log");
    flip(segment);
    String said = refused(data);
    assertTrue(said.contains("0000000000000001.log"), said);
    assertTrue(said.matches("(?s).*line \\d+.*"), said);
  }

  /** Exit 1 and one line, with no stack trace in it. */
  private static String refused(Path data) throws Exception {
    try (HubProcess hub = HubProcess.begin(data)) {
      assertEquals(1, hub.exit(), hub.err());
      String err = hub.err();
      assertEquals(1, err.lines().count(), err);
      assertTrue(err.startsWith("currawong: "), err);
      assertFalse(err.contains("Exception"), err);
      return err;
    }
  }
}
