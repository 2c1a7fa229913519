package org.currawong.hub.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.currawong.channels.csv.CsvReader;
import org.currawong.domain.State;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.Via;
import org.currawong.hub.flow.Someone.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole hub beside a real gammu-smsd with its dummy phone. Real people wrote the disaster
 * messages: only counts and times are printed.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class GammuIT {

  private static final Path MESSAGES = Path.of("../../shared/data/crisis-messages/reports.csv");

  /** In a build; {@code -Dsms.texts=2000} for all of them, which takes some minutes. */
  private static final int TEXTS = Integer.getInteger("sms.texts", 100);

  private static final long SEED = 20261124;

  /** What people write on a telephone: seven parts. */
  private static final int LONGEST = 1_000;

  private static final int PEOPLE = 100;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static GammuDaemon gammu;
  private static Town town;

  @BeforeAll
  static void aHubBesideAModem() throws Exception {
    wanted("gammu-smsd");
    wanted("gammu");
    gammu = new GammuDaemon(folder.resolve("gammu"));
    town = Town.founded(folder.resolve("data"));
    StringBuilder people = new StringBuilder("name,phone,language\n");
    for (int i = 0; i < PEOPLE; i++) {
      people.append("Person %d,+614915701%02d,en%n".formatted(i, i));
    }
    Files.writeString(folder.resolve("people.csv"), people);
    town.verb("", "people", "import", folder.resolve("people.csv").toString());
    town.start(gammu.settings());
  }

  private static void wanted(String program) {
    boolean here =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(where -> Files.isExecutable(Path.of(where, program)));
    if (!here && "required".equals(System.getenv("PEERS"))) {
      fail(program + " is not installed, and PEERS=required");
    }
    assumeTrue(here, program + " is not installed");
  }

  @AfterAll
  static void bothStop() throws Exception {
    if (town != null) {
      town.close();
      gammu.close();
    }
  }

  private static List<Report> texts(State s) {
    return s.reports().stream().filter(r -> r.via() == Via.SMS).toList();
  }

  @Test
  void a01TextsBecomeReportsAndEachSenderGetsAReceipt() throws Exception {
    gammu.receive("+61491570156", "Two children on the roof at Mill Creek, water rising");
    gammu.receive("+61491570157", "Nước đang dâng ở cầu, cần xuồng ngay 🌊");
    gammu.receive("SESflood", "The road to the weir is closed. ".repeat(15).strip());
    gammu.start(0);
    Until.holds(SOON, "three reports", () -> town.read(GammuIT::texts).size() == 3);
    List<String> read = town.read(s -> texts(s).stream().map(GammuIT::text).sorted().toList());
    assertEquals("Nước đang dâng ở cầu, cần xuồng ngay 🌊", read.get(0));
    assertEquals("The road to the weir is closed. ".repeat(15).strip(), read.get(1));
    Until.holds(SOON, "the inbox is empty", () -> gammu.names("inbox").isEmpty());
    Until.holds(SOON, "two receipts left", () -> gammu.names("sent").size() == 2);
    for (String name : gammu.names("sent")) {
      String text = gammu.text("sent", name);
      String receipt = text.replaceAll(".*?([0-9a-z]{26}).*", "$1");
      Answer known = town.resident().get("/api/reports/receipt/" + receipt);
      assertEquals("received", known.text("status"), text);
      boolean vietnamese = name.contains("+61491570157");
      assertEquals(vietnamese, text.startsWith("Da nhan tin bao"), text);
    }
    Until.holds(
        SOON,
        "the log knows of three receipts",
        () ->
            town.read(s -> s.replies().stream().map(r -> r.state().word()).sorted().toList())
                .equals(List.of("failed", "sent", "sent")));
    assertEquals("up", sms().path("state").asText());
  }

  private static String text(Report r) {
    return r.secret().body().text();
  }

  @Test
  void a02AnAnswerGoesBackToItsSenderAndIsPassedOnOnceItHasLeft() throws Exception {
    String words = "A boat is on its way. Wave something bright.";
    String report =
        town.read(
            s -> texts(s).stream().filter(r -> text(r).startsWith("Two")).findFirst().get().id());
    Answer given =
        town.someone("ada").post("/api/reports/" + report + "/answers", Map.of("text", words));
    assertEquals(201, given.status(), given.body());
    Until.holds(
        SOON,
        "it has left",
        () ->
            town.read(s -> s.report(report).handling().answers().getFirst().passedOnAt()) != null);
    List<String> left = new ArrayList<>();
    for (String name : gammu.names("sent")) {
      if (gammu.text("sent", name).equals(words)) {
        left.add(name);
      }
    }
    assertEquals(1, left.size(), "once");
    assertTrue(left.getFirst().contains("+61491570156"), left.getFirst());
  }

  @Test
  void a03RealTextsComeThroughTheDaemonAsTheyWereWritten() throws Exception {
    assumeTrue(
        Files.exists(MESSAGES), "skipped: ../shared/data/crisis-messages/reports.csv is not here");
    gammu.kill();
    List<String> written = some(TEXTS);
    for (int i = 0; i < written.size(); i++) {
      gammu.receive("+61412%06d".formatted(i), written.get(i));
    }
    int before = town.read(GammuIT::texts).size();
    long start = System.nanoTime();
    gammu.start(0);
    Until.holds(
        Duration.ofMinutes(10),
        "all are reports",
        () -> town.read(GammuIT::texts).size() == before + written.size());
    double taken = (System.nanoTime() - start) / 1e9;
    Map<String, Integer> missing = new HashMap<>();
    written.forEach(t -> missing.merge(t, 1, Integer::sum));
    town.read(s -> texts(s).stream().skip(before).map(GammuIT::text).toList())
        .forEach(t -> missing.merge(t, -1, Integer::sum));
    long other = missing.values().stream().filter(n -> n != 0).count();
    assertEquals(0, other, "texts that came otherwise than they were written");
    Until.holds(
        Duration.ofMinutes(10),
        "each has its receipt",
        () ->
            town.read(s -> s.replies().stream().filter(r -> r.state().left()).count())
                >= written.size() + 3);
    System.out.printf(
        "%d real texts were reports after %.1f s (%.0f a second), receipts sent after %.1f s%n",
        written.size(), taken, written.size() / taken, (System.nanoTime() - start) / 1e9);
    Until.holds(SOON, "the inbox is empty", () -> gammu.names("inbox").isEmpty());
    assertFalse(Files.exists(folder.resolve("gammu/malformed")), "none was set aside");
  }

  /** Texts that a telephone could have sent, in the form in which the hub keeps them. */
  private static List<String> some(int count) throws Exception {
    List<String> all = new ArrayList<>();
    try (CsvReader csv = new CsvReader(new BufferedInputStream(Files.newInputStream(MESSAGES)))) {
      int column = csv.next().orElseThrow().fields().indexOf("message");
      for (var row = csv.next(); row.isPresent(); row = csv.next()) {
        String text = row.get().fields().get(column).strip();
        if (text.length() <= LONGEST && text.codePoints().anyMatch(Character::isLetter)) {
          all.add(text);
        }
      }
    }
    Collections.shuffle(all, new Random(SEED));
    return all.subList(0, count);
  }

  @Test
  void b01AnAlertGoesToAHundredPeopleAndTheirStatesComeBack() throws Exception {
    int before = gammu.names("sent").size();
    String alert = released("Actual");
    Until.holds(SOON, "all sent", () -> states(alert).equals(Map.of("sent", PEOPLE)));
    List<String> sent =
        gammu.names("sent").stream().filter(name -> name.startsWith("OUTB")).toList();
    byte[] approved =
        town.someone("ada").get("/api/alerts/" + alert + "/artefacts/sms.en.txt").bytes();
    String lines = new String(approved, java.nio.charset.StandardCharsets.UTF_8);
    int parts = (int) lines.lines().count();
    assertEquals(PEOPLE * parts, sent.size());
    assertEquals(before + PEOPLE * parts, gammu.names("sent").size());
    for (String name : sent) {
      assertTrue(lines.lines().anyMatch(gammu.text("sent", name)::equals), name);
    }
    assertEquals(0, town.spooled("sms"), "no files for a person beside it");
    town.stop();
    town.start(gammu.settings());
    Thread.sleep(3_000);
    assertEquals(before + PEOPLE * parts, gammu.names("sent").size(), "nothing twice");
  }

  private static String released(String status) throws Exception {
    return town.released(Drafts.flood(status), Drafts.AREA);
  }

  /** How many copies of the alert itself, not of a correction, are in which state by SMS. */
  private static Map<String, Integer> states(String alert) {
    Map<String, Integer> states = new HashMap<>();
    town.read(s -> s.deliveries(alert)).stream()
        .filter(d -> d.way().equals("sms") && d.order().matches("o\\d+-sms\\..*"))
        .forEach(d -> states.merge(d.state().word(), 1, Integer::sum));
    return states;
  }

  private static JsonNode sms() {
    for (JsonNode c : town.someone("ada").get("/api/channels").json().path("channels")) {
      if (c.path("name").asText().equals("sms")) {
        return c;
      }
    }
    throw new AssertionError("no carrier is called sms");
  }

  @Test
  void c01AWithdrawalTakesBackWhatTheDaemonHasNotClaimedAndTellsTheTruth() throws Exception {
    gammu.kill();
    gammu.start(1);
    int before = gammu.names("sent").size();
    String alert = released("Actual");
    Until.holds(SOON, "some have left", () -> gammu.names("sent").size() >= before + 6);
    withdraw(alert);
    Until.holds(
        SOON, "the rest is taken back", () -> states(alert).getOrDefault("withdrawn", 0) > 50);
    Until.holds(
        SOON,
        "nothing of it waits",
        () -> gammu.names("outbox").stream().noneMatch(name -> name.startsWith("OUTB")));
    gammu.kill();
    Until.holds(SOON, "what left is known", () -> states(alert).getOrDefault("attempted", 0) <= 1);
    long left =
        gammu.names("sent").stream().filter(name -> name.startsWith("OUTB")).count()
            - (long) PEOPLE * parts(alert);
    Map<String, Integer> states = states(alert);
    int whole = states.getOrDefault("sent", 0);
    assertEquals(PEOPLE, states.values().stream().mapToInt(n -> n).sum(), states.toString());
    assertTrue(
        (long) whole * parts(alert) <= left && left <= (whole + 1L) * parts(alert),
        left + " files left, and the log says " + states);
    System.out.printf("a withdrawal among %d: %s%n", PEOPLE, states);
    assertTrue(gammu.names("outbox").stream().anyMatch(name -> name.startsWith("OUTA")));
  }

  private static void withdraw(String alert) {
    Answer a =
        town.someone("ben")
            .post(
                "/api/alerts/" + alert + "/withdrawal",
                Map.of("kind", "withdrawn", "reason", "the gauge was read wrong"));
    assertEquals(200, a.status(), a.body());
  }

  private static int parts(String alert) {
    Answer a = town.someone("ada").get("/api/alerts/" + alert + "/artefacts/sms.en.txt");
    return (int) a.body().lines().count();
  }

  @Test
  void d01ADaemonThatIsDeadIsShownWithinAMinuteAndMendedOnceItRuns() throws Exception {
    assertTrue(gammu.names("outbox").stream().anyMatch(name -> name.startsWith("OUTA")));
    Until.holds(MINUTE, "the carrier is down", () -> sms().path("state").asText().equals("down"));
    String why = sms().path("reason").asText();
    assertTrue(why.startsWith("gammu-smsd has taken no text for "), why);
    gammu.start(0);
    Until.holds(
        SOON,
        "all have left",
        () -> gammu.names("outbox").stream().noneMatch(name -> name.startsWith("OUT")));
    Until.holds(MINUTE, "the carrier is up", () -> sms().path("state").asText().equals("up"));
  }

  @Test
  void e01AnExerciseNeverTouchesTheModem() throws Exception {
    int sent = gammu.names("sent").size();
    released("Exercise");
    Until.holds(SOON, "files of the exercise", () -> exercised() == PEOPLE);
    assertEquals(sent, gammu.names("sent").size());
    assertTrue(gammu.names("outbox").stream().noneMatch(name -> name.startsWith("OUT")));
  }

  /** Files that are written meanwhile have a name of their own until they are whole. */
  private static long exercised() throws Exception {
    Path spool = town.data.resolve("spool/exercise/sms");
    if (!Files.isDirectory(spool)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(spool)) {
      return files.filter(file -> file.toString().endsWith(".txt")).count();
    }
  }

  @Test
  void f01TheLogVerifiesAndHoldsNoNumber() throws Exception {
    town.stop();
    Town.run(0, "", "verify", town.data.toString());
    try (Stream<Path> files = Files.walk(town.data.resolve("log"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(file).contains("61491570"), file.toString());
      }
    }
    try (Stream<Path> files = Files.walk(town.data.resolve("ledger"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(file).contains("61491570"), file.toString());
      }
    }
  }
}
