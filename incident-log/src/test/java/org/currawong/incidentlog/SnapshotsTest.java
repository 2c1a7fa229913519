package org.currawong.incidentlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Realm;
import org.currawong.domain.Role;
import org.currawong.domain.Sealed;
import org.currawong.domain.State;
import org.currawong.domain.people.Account;
import org.currawong.domain.people.Person;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;
import org.currawong.incidentlog.IncidentLog.Opening;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/** On a real disk: a start from a snapshot gives what a start from the whole log gives. */
class SnapshotsTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T05:10:00Z"));
  private static final Opening LIVE = new Opening("gum-creek", Realm.LIVE);

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void dataFolder() {
    data = folder.resolve("data");
  }

  private IncidentLog open() throws IOException {
    return IncidentLog.open(data, LIVE, CLOCK);
  }

  private static void append(IncidentLog log, Fact... facts) throws IOException {
    for (Fact fact : facts) {
      LogBatch batch = log.log().batch();
      long n = batch.next();
      String hash = batch.add(log.json().write(n, CLOCK.instant(), fact));
      log.log().append(batch);
      log.state().apply(new Entry(n, CLOCK.instant(), hash, fact));
    }
  }

  private static Fact report(String id) {
    ReportBody body =
        new ReportBody("Jo sees water", null, null, null, null, "Jo", null, null, null, id, null);
    return new Fact.ReportReceived(
        id, Via.WEB, null, "d", null, new Sealed<>("report:" + id, body));
  }

  private static Fact person(String id) {
    Person person = new Person(id, "Ana Silva", "+61491570006", "es", List.of(), null, null, null);
    return new Fact.PersonAdded(id, "bo", new Sealed<>("person:" + id, person));
  }

  private static Fact account() {
    return new Fact.AccountAdded(
        "bo",
        java.util.Set.of(Role.COORDINATOR),
        true,
        "hub",
        new Sealed<>("account:bo", new Account.Login("bo", "hash")));
  }

  /** Everything in a state that a reader could see. */
  private static String all(State state) {
    StringBuilder all = new StringBuilder();
    all.append(state.n()).append(state.at()).append(state.head());
    state.tables().forEach(t -> all.append(t.name()).append(t.rows()));
    return all.toString();
  }

  private List<Path> snapshots() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("snapshots"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void aStartFromASnapshotAndTheRestOfTheLogGivesTheSameState() throws IOException {
    String expected;
    try (IncidentLog log = open()) {
      append(log, account(), person("p1"), report("r1"));
      log.snapshots().orElseThrow().write(log.state());
      append(log, report("r2"), new Fact.AccountConfirmed("bo", "ana"));
      expected = all(log.state());
    }
    try (IncidentLog again = open()) {
      assertEquals(expected, all(again.state()));
      assertEquals(List.of(), again.notes());
      assertTrue(again.keyring().holds("report:r1"), "keys of before the snapshot are known");
    }
  }

  private static Fact from(String sender, String id) {
    ReportBody body =
        new ReportBody("And two more", null, null, null, null, null, null, null, null, id, null);
    return new Fact.ReportReceived(
        id, Via.SMS, sender, "d", null, new Sealed<>("report:" + id, body));
  }

  @Test
  void whatPeopleDidAndWhoseReportsBelongTogetherSurvivesASnapshot() throws IOException {
    Sealed<String> words = new Sealed<>("report:r1", "Jo, help is coming");
    String expected;
    try (IncidentLog log = open()) {
      append(log, account(), from("s1", "r1"), from("s1", "r2"));
      append(log, new Fact.ReportSeen("r1", "bo"), new Fact.AnswerGiven("r1", "a1", "bo", words));
      append(log, new Fact.AlarmAcknowledged("red:a:sms", "bo"));
      log.snapshots().orElseThrow().write(log.state());
      append(log, new Fact.AnswerPassedOn("r1", "a1", "bo"), from("s1", "r3"));
      expected = all(log.state()) + log.state().thread(log.state().report("r3"));
    }
    try (IncidentLog again = open()) {
      assertEquals(expected, all(again.state()) + again.state().thread(again.state().report("r3")));
      assertEquals(3, again.state().thread(again.state().report("r1")).size());
      assertEquals(words, again.state().report("r1").handling().answer("a1").text());
    }
    for (Path snapshot : snapshots()) {
      String content = Files.readString(snapshot, StandardCharsets.ISO_8859_1);
      assertFalse(content.contains("help is coming"), "sealed");
    }
  }

  @Test
  void twoSnapshotsAreKeptAndPersonalWordsAreCiphertext() throws IOException {
    try (IncidentLog log = open()) {
      append(log, account(), person("p1"));
      for (int i = 0; i < 4; i++) {
        append(log, report("r" + i));
        log.snapshots().orElseThrow().write(log.state());
      }
    }
    assertEquals(2, snapshots().size());
    for (Path snapshot : snapshots()) {
      String content = Files.readString(snapshot, StandardCharsets.ISO_8859_1);
      assertTrue(content.contains("COORDINATOR") || content.contains("coordinator"));
      assertFalse(content.contains("Jo sees"), "sealed");
      assertFalse(content.contains("Ana Silva"), "sealed");
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(snapshot)));
    }
  }

  @Test
  void aDamagedForeignOrHalfWrittenSnapshotIsPassedOver() throws IOException {
    String expected;
    try (IncidentLog log = open()) {
      append(log, account(), report("r1"));
      log.snapshots().orElseThrow().write(log.state());
      append(log, report("r2"));
      log.snapshots().orElseThrow().write(log.state());
      append(log, report("r3"));
      expected = all(log.state());
    }
    Path newest = snapshots().getLast();
    byte[] content = Files.readAllBytes(newest);
    content[content.length / 2] ^= 1;
    Files.write(newest, content);
    Files.write(data.resolve("snapshots").resolve("writing.new"), new byte[100]);
    try (IncidentLog again = open()) {
      assertEquals(expected, all(again.state()));
      assertEquals(1, again.notes().size(), again.notes().toString());
      assertTrue(again.notes().getFirst().contains("damaged"));
    }
    Path other = data.resolveSibling("other");
    try (IncidentLog log = IncidentLog.open(other, LIVE, CLOCK)) {
      append(log, account(), report("r9"), report("r8"), report("r7"), report("r6"));
      log.snapshots().orElseThrow().write(log.state());
    }
    try (Stream<Path> foreign = Files.list(other.resolve("snapshots"))) {
      for (Path file : foreign.toList()) {
        Files.copy(file, data.resolve("snapshots").resolve(file.getFileName()));
      }
    }
    try (IncidentLog again = open()) {
      assertEquals(expected, all(again.state()));
      assertEquals(2, again.notes().size(), again.notes().toString());
    }
    for (Path file : snapshots()) {
      Files.delete(file);
    }
    try (IncidentLog again = open()) {
      assertEquals(expected, all(again.state()));
    }
  }

  @Test
  void aSnapshotThatAnotherVersionWroteIsPassedOver() throws Exception {
    String expected;
    try (IncidentLog log = open()) {
      append(log, account(), report("r1"));
      log.snapshots().orElseThrow().write(log.state());
      expected = all(log.state());
    }
    Path written = snapshots().getFirst();
    try (DB db = DBMaker.fileDB(written.toFile()).fileLockDisable().make()) {
      db.treeMap("meta", Serializer.STRING, Serializer.STRING).open().put("shape", "another");
    }
    byte[] hash = Chain.sha256().digest(Files.readAllBytes(written));
    String number = written.getFileName().toString().substring(0, 17);
    Files.move(written, written.resolveSibling(number + HexFormat.of().formatHex(hash) + ".mapdb"));
    try (IncidentLog again = open()) {
      assertEquals(expected, all(again.state()));
      assertEquals(1, again.notes().size(), again.notes().toString());
      assertTrue(again.notes().getFirst().contains("another version"));
    }
  }

  @Test
  void theShapeOfASnapshotReachesToTheLastComponent() {
    Map<String, String> types = Shape.types(new State().tables());
    assertEquals("org.currawong.domain.report.Report", types.get("table reports"));
    assertTrue(
        types.get("org.currawong.domain.alert.CapMessage").contains("sent java.time.Instant"));
    assertTrue(types.get("org.currawong.domain.report.Via").contains("SMS"));
  }

  @Test
  void aSnapshotAheadOfALogThatWasCutBackIsPassedOver() throws IOException {
    Path copy = data.resolveSibling("copy.log");
    Path segment = data.resolve("log").resolve("0000000000000001.log");
    try (IncidentLog log = open()) {
      append(log, account());
      Files.copy(segment, copy);
      append(log, report("r1"));
      log.snapshots().orElseThrow().write(log.state());
    }
    Files.copy(copy, segment, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (IncidentLog again = open()) {
      assertEquals(2, again.state().n());
      assertNotEquals(List.of(), again.notes());
    }
  }

  @Test
  void everyFileAndFolderIsItsOwnersAlone() throws IOException {
    try (IncidentLog log = open()) {
      append(log, account());
      log.snapshots().orElseThrow().write(log.state());
      log.artefacts().put(new byte[] {1}, true);
    }
    List<String> open = new ArrayList<>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.skip(1).toList()) {
        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        String expected = Files.isDirectory(file) ? "rwx------" : "rw-------";
        if (!rights.equals(expected)) {
          open.add(file + " " + rights);
        }
      }
    }
    assertEquals(List.of(), open);
  }
}
