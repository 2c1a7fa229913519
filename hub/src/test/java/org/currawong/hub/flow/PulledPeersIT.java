package org.currawong.hub.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.currawong.channels.gammu.GammuCodec;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.Via;
import org.currawong.hub.hardship.Need;
import org.currawong.hub.hardship.NutServer;
import org.currawong.hub.hardship.SmallDisk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One hub with all its peers, each a real one: gammu-smsd, icecast2, upsd, Ollama. Each is pulled
 * in turn, the next before the first is back; the console shows each within a minute, and nothing
 * that was taken in or decided meanwhile is lost.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class PulledPeersIT {

  private static final Duration SHOWN = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Some thirty seconds of speech, after a start from the beginning. */
  private static final Duration AIRED = Duration.ofSeconds(120);

  /** What found no room within ten seconds is tried again after a minute. */
  private static final Duration TRIED_AGAIN = Duration.ofSeconds(150);

  private static final Set<String> WAITING = Set.of("queued", "attempted");

  private static final long DISK_BYTES = 20L << 20;
  private static final int BLOCK = 1 << 16;
  private static final int PEOPLE = 2;

  private static final Map<String, String> CALLED =
      Map.of("sms", "by SMS", "icecast", "by internet radio", "model", "advice by a model");

  @TempDir static Path folder;
  private static Path disk;
  private static boolean mounted;
  private static GammuDaemon gammu;
  private static IcecastServer icecast;
  private static NutServer nut;
  private static OllamaServer ollama;
  private static Town town;
  private static Connections connections;
  private static String alert;
  private static final List<String> RECEIPTS = new ArrayList<>();

  /** Something that is done to a peer. */
  @FunctionalInterface
  private interface Hand {
    void act() throws Exception;
  }

  @BeforeAll
  static void aHubWithAllItsPeersOnASmallDiskOfTheirOwn() throws Exception {
    for (String program : List.of("gammu", "gammu-smsd", "icecast2")) {
      Need.program(program);
    }
    disk = Files.createDirectory(folder.resolve("peers"));
    mounted = SmallDisk.mount(disk, DISK_BYTES);
    gammu = new GammuDaemon(disk.resolve("gammu"));
    gammu.start(0);
    icecast = IcecastServer.started(disk.resolve("icecast"));
    nut = NutServer.launch(disk.resolve("nut"));
    ollama = OllamaServer.started(disk.resolve("ollama"));
    town = Town.founded(folder.resolve("data"));
    Path people = folder.resolve("people.csv");
    Files.writeString(people, "name,phone,language\nAna,+61491570156,en\nCy,+61491570158,en\n");
    town.verb("", "people", "import", people.toString());
    Map<String, String> settings = new HashMap<>(gammu.settings());
    settings.putAll(ollama.settings());
    settings.put("icecast.url", icecast.url());
    settings.put("icecast.mount", IcecastServer.MOUNT);
    settings.put("icecast.password", IcecastServer.PASSWORD);
    settings.put("radio.repeats", "1");
    settings.put("ups.nut.address", nut.address().toString());
    town.start(settings);
    connections = Connections.watched(town.someone("ada"));
    Until.holds(SOON, "all is well", () -> back("power") && connections.wellBut());
  }

  @AfterAll
  static void allStops() throws Exception {
    for (AutoCloseable part :
        new AutoCloseable[] {connections, town, ollama, nut, icecast, gammu}) {
      if (part != null) {
        part.close();
      }
    }
    if (mounted) {
      SmallDisk.unmount(disk);
    }
  }

  private static boolean away(String name) {
    String state = connections.of(name).state();
    return state.equals(name.equals("power") ? "not known, so sparing" : "down");
  }

  private static boolean back(String name) {
    return connections.of(name).state().equals(name.equals("power") ? "on mains" : "up");
  }

  @Test
  void a01EachThatHangsIsShownWithinAMinuteAndReportsAndDecisionsGoOn() throws Exception {
    pulled(
        "hangs",
        Map.of(
            "sms", () -> gammu.hang(true),
            "icecast", () -> icecast.hang(true),
            "power", () -> nut.hang(true),
            "model", () -> ollama.hang(true)));
    reported("while all of them hang");
    alert = released();
    assertEquals(Map.of(), left(alert, "sms"), "no text leaves by a daemon that hangs");
    backAgain(
        Map.of(
            "sms", () -> gammu.hang(false),
            "icecast", () -> icecast.hang(false),
            "power", () -> nut.hang(false),
            "model", () -> ollama.hang(false)));
    Until.holds(
        TRIED_AGAIN, "the texts left", () -> left(alert, "sms").equals(Map.of("sent", PEOPLE)));
  }

  @Test
  void b01EachThatDiesIsShownWithinAMinuteAndWhatCameMeanwhileIsTakenUp() throws Exception {
    pulled(
        "died",
        Map.of(
            "sms", () -> gammu.kill(),
            "icecast", () -> icecast.kill(),
            "power", () -> nut.killUpsd(),
            "model", () -> ollama.kill()));
    reported("while all of them are dead");
    gammu.receive("+61491570157", "Two on the roof at Mill Creek");
    backAgain(
        Map.of(
            "sms", () -> gammu.start(0),
            "icecast", () -> icecast.start(),
            "power", () -> nut.upsd(),
            "model", () -> ollama.start()));
    Until.holds(SOON, "the text is a report", () -> texts("Two on the roof at Mill Creek") == 1);
    Until.holds(
        SOON,
        "its receipt left",
        () -> gammu.names("sent").stream().anyMatch(PulledPeersIT::receipt));
  }

  private static boolean receipt(String file) {
    return file.contains("+61491570157");
  }

  @Test
  void c01AFullDiskUnderThemAllIsShownAndTextsWaitForRoom() throws Exception {
    Need.that(mounted, "no small file system can be mounted here (root may): full disk not tried");
    Until.holds(SOON, "nothing of before waits", () -> gammu.names("outbox").isEmpty());
    gammu.hang(true);
    gammu.receive("+61491570159", "The words that the daemon will lose");
    long began = System.nanoTime();
    fill();
    gammu.hang(false);
    Until.holds(SHOWN, "the full disk is shown", () -> away("sms"));
    shown("sms", "full", began);
    assertTrue(connections.of("sms").reason().startsWith("the disk of the outbox is full"));
    reported("while the disk is full");
    String second = released();
    Until.holds(SOON, "it is with the way out", () -> left(second, "sms").isEmpty());
    // Who only reads, or keeps it in memory, goes on.
    Until.holds(SHOWN, "all others are well", () -> connections.wellBut("sms"));
    Until.holds(
        SOON,
        "the daemon wrote an empty file",
        () -> gammu.names("inbox").stream().anyMatch(f -> f.contains("+61491570159")));
    Files.delete(disk.resolve("filler"));
    Until.holds(SHOWN, "there is room", () -> back("sms"));
    Until.holds(SOON, "the texts left", () -> left(second, "sms").equals(Map.of("sent", PEOPLE)));
    withdrawn(second);
  }

  /** Ends what would keep the stream busy for another half minute. */
  private static void withdrawn(String id) {
    Map<String, String> why = Map.of("kind", "withdrawn", "reason", "only the texts mattered");
    String path = "/api/alerts/" + id + "/withdrawal";
    assertEquals(200, town.someone("cleo").post(path, why).status());
  }

  @Test
  void d01InTheEndAllHasLeftOnceAndTheLogHasEveryReport() throws Exception {
    Until.holds(SOON, "whose words are lost is known", () -> texts(GammuCodec.LOST) == 1);
    Until.holds(AIRED, "aired", () -> left(alert, "icecast").equals(Map.of("sent", 1)));
    assertEquals(Map.of("sent", PEOPLE), left(alert, "sms"));
    assertEquals(
        gammu.names("sent").size(), gammu.names("sent").stream().distinct().count(), "once each");
    for (String receipt : RECEIPTS) {
      assertEquals(200, town.resident().get("/api/reports/receipt/" + receipt).status());
    }
    connections.close();
    town.stop();
    Town.run(0, "", "verify", town.data.toString());
  }

  /** Pulls each, the slowest to be noticed first, and says when the console showed it. */
  private static void pulled(String how, Map<String, Hand> hands) throws Exception {
    Map<String, Long> at = new LinkedHashMap<>();
    for (String name : List.of("sms", "power", "model", "icecast")) {
      String[] others = at.keySet().toArray(String[]::new);
      Until.holds(SHOWN, "all others are well", () -> connections.wellBut(others));
      at.put(name, System.nanoTime());
      hands.get(name).act();
    }
    reported("while some " + how);
    for (String name : at.keySet()) {
      Until.holds(SHOWN, name + " is shown to be away", () -> away(name));
    }
    for (Map.Entry<String, Long> each : at.entrySet()) {
      shown(each.getKey(), how, each.getValue());
    }
  }

  /** In the API and on the page of somebody who is signed in. */
  private static void shown(String name, String how, long pulled) {
    Duration took = Duration.ofNanos(connections.of(name).since() - pulled);
    System.out.printf(
        "%s %s: shown after %.1f s: %s%n",
        name, how, took.toMillis() / 1e3, connections.of(name).reason());
    assertTrue(took.compareTo(SHOWN) <= 0, name + " took " + took);
    assertFalse(connections.of(name).reason().isBlank(), name);
    String page = town.someone("ben").get("/console").body();
    String words =
        name.equals("power")
            ? "<strong>Power: not known, so sparing</strong>"
            : CALLED.get(name) + ": down, ";
    assertTrue(page.contains(words), words);
  }

  /** Puts each back; it is shown as well, while others are still away. */
  private static void backAgain(Map<String, Hand> hands) throws Exception {
    long first = System.nanoTime();
    hands.get("power").act(); // the power is believed after its hysteresis of ten seconds
    for (String name : List.of("icecast", "model", "sms")) {
      assertTrue(away(name), name);
      long at = System.nanoTime();
      hands.get(name).act();
      isBack(name, at);
    }
    isBack("power", first);
    Until.holds(SHOWN, "all is well", () -> connections.wellBut());
  }

  private static void isBack(String name, long put) throws Exception {
    Until.holds(SHOWN, name + " is back", () -> back(name) || heldBack(name));
    System.out.printf("%s back: shown after %.1f s%n", name, (System.nanoTime() - put) / 1e9);
  }

  /** The model is there again, and spared while the power is not known. */
  private static boolean heldBack(String name) {
    return name.equals("model")
        && connections.of(name).reason().equals("no new questions on battery");
  }

  private static void reported(String text) {
    Someone.Answer taken = town.resident().post("/api/reports", Map.of("text", text));
    assertEquals(201, taken.status(), taken.body());
    RECEIPTS.add(taken.text("receipt"));
  }

  private static long texts(String words) {
    return town.read(
        s -> s.reports().stream().filter(r -> r.via() == Via.SMS && words.equals(text(r))).count());
  }

  private static String text(Report r) {
    return r.secret().body().text();
  }

  private static String released() throws Exception {
    return town.released(Drafts.flood("Actual"), Drafts.AREA);
  }

  /** How many copies of an alert have left or failed by a way. */
  private static Map<String, Integer> left(String id, String way) {
    Map<String, Integer> states = new HashMap<>();
    JsonNode all =
        town.someone("ada").get("/api/alerts/" + id + "/deliveries").json().get("deliveries");
    for (JsonNode d : all) {
      String state = d.path("state").asText();
      if (d.path("way").asText().equals(way) && !WAITING.contains(state)) {
        states.merge(state, 1, Integer::sum);
      }
    }
    return states;
  }

  /** Until nothing more goes in. */
  private static void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertTrue(Files.getFileStore(disk).getUsableSpace() < BLOCK, full.toString());
    }
  }
}
