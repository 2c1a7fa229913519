package org.currawong.hub.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.currawong.hub.doctor.Doctor;
import org.currawong.hub.doctor.Finding;
import org.currawong.hub.hardship.Need;
import org.currawong.hub.settings.EffectiveSettings;
import org.currawong.hub.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the second approval to a listener of a real Icecast server, whose stream a recogniser and a
 * decoder that know nothing of us judge.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class IcecastIT {

  private static final Duration SOON = Duration.ofSeconds(8);

  /** A recording has 90 s at most; these have some thirty. */
  private static final Duration AIRED = Duration.ofSeconds(120);

  private static final String PLACE = "lower lantern bend";
  private static final String ACTION = "move to higher ground now";
  private static final String STOPPED = "the message about lower lantern bend";

  /** Words of the same length and kind that nobody says; as PocketsphinxIT has them. */
  private static final List<String> DECOYS =
      List.of(
          "upper maple hill",
          "silver creek crossing",
          "north harbour road",
          "cedar point village",
          "eagle mountain station",
          "market square gardens",
          "pine tree valley",
          "golden beach heights",
          "wagon wheel flat",
          "saint andrews landing",
          "copper mine junction",
          "stay indoors",
          "prepare to leave",
          "seek shelter now",
          "boil water before you drink it",
          "return with caution",
          "close windows and doors",
          "check on your neighbors",
          "leave immediately",
          "do not drink tap water",
          "help others get ready");

  @TempDir static Path folder;
  private static IcecastServer server;
  private static StreamListener listener;
  private static Town town;

  @BeforeAll
  static void aHubStreams() throws Exception {
    for (String program :
        List.of("icecast2", "mpg123", "pocketsphinx_continuous", "sox", "multimon-ng")) {
      Need.program(program);
    }
    server = IcecastServer.started(folder.resolve("icecast"));
    town = Town.founded(folder.resolve("data"));
    town.start(settings(IcecastServer.PASSWORD));
    listener = StreamListener.on(server);
  }

  private static Map<String, String> settings(String password) {
    return Map.of(
        "icecast.url",
        server.url(),
        "icecast.mount",
        IcecastServer.MOUNT,
        "icecast.password",
        password,
        "radio.repeats",
        "1");
  }

  @AfterAll
  static void itStops() throws Exception {
    if (System.getProperty("icecast.keep") != null) {
      Files.copy(
          folder.resolve("icecast/log/error.log"), Path.of(System.getProperty("icecast.keep")));
    }
    if (town != null) {
      town.close();
    }
    if (listener != null) {
      listener.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a01SilenceFlowsAndTheConsoleSaysThatTheStreamIsUp() throws Exception {
    Until.holds(SOON, "up", () -> carrier().equals("up "));
    Until.holds(SOON, "a second of stream", () -> listener.length() > 8_000);
    assertEquals(0, listener.loudSince(0));
  }

  @Test
  void b01PlaceAndActionAreHeardWithSilenceBeforeAndAfter() throws Exception {
    int from = listener.length();
    String alert = released("Actual", "Lũ lụt & \"flood\" at Lantern Bend");
    Until.holds(
        SOON,
        "the title",
        () -> server.get("/status-json.xsl").contains("Lũ lụt & \\\"flood\\\" at Lantern Bend"));
    Until.holds(AIRED, "aired", () -> states(alert).equals(List.of("sent")));
    Until.holds(SOON, "no title", () -> !server.get("/status-json.xsl").contains("Lantern Bend"));
    int spoken = listener.length();
    Until.holds(SOON, "two seconds more", () -> listener.length() > spoken + 16_000);
    assertEquals(0, listener.loudSince(spoken), "silence after");
    assertEquals(Set.of(PLACE, ACTION), heard(listener.since(from)));
    assertEquals("", same(listener.since(from)));
    assertEquals(1, town.spooled("icecast"));
  }

  @Test
  void c01AWithdrawalCutsTheVoiceAndTheCorrectionFollows() throws Exception {
    int from = listener.length();
    String alert = released("Actual", "Flood at Lantern Bend");
    Until.holds(SOON, "three seconds of it", () -> listener.loudSince(from) > 80);
    String path = "/api/alerts/" + alert + "/withdrawal";
    long at = System.nanoTime();
    assertEquals(
        200,
        town.someone("cleo")
            .post(path, Map.of("kind", "withdrawn", "reason", "read wrong"))
            .status());
    Until.holds(SOON, "cut", () -> states(alert).contains("withdrawn"));
    long cut = (System.nanoTime() - at) / 1_000_000;
    assertTrue(cut < 2_000, "signing in, two forces and the cut: " + cut + " ms");
    Until.holds(AIRED, "corrected", () -> states(alert).contains("sent"));
    Set<String> heard = heard(listener.since(from));
    assertTrue(heard.contains(STOPPED), heard::toString);
    assertFalse(heard.contains(ACTION), "it was cut before: " + heard);
  }

  @Test
  void d01AServerThatDiesIsToldAndTheAlertIsAiredAgainFromItsStart() throws Exception {
    int from = listener.length();
    String alert = released("Actual", "Flood at Lantern Bend");
    Until.holds(SOON, "three seconds of it", () -> listener.loudSince(from) > 80);
    server.kill();
    Until.holds(SOON, "down", () -> carrier().startsWith("down "));
    assertFalse(states(alert).contains("sent"));
    Thread.sleep(3_000);
    int again = listener.length();
    server.start();
    Until.holds(AIRED, "aired", () -> states(alert).contains("sent"));
    assertEquals("up ", carrier());
    assertEquals(Set.of(PLACE, ACTION), heard(listener.since(again)));
  }

  @Test
  void e01AnExerciseIsAFileAndNothingOfItIsStreamed() throws Exception {
    int from = listener.length();
    released("Exercise", "Flood at Lantern Bend");
    Until.holds(SOON, "exercise recording", () -> town.spooled("exercise/icecast") == 1);
    Until.holds(SOON, "two seconds more", () -> listener.length() > from + 16_000);
    assertEquals(0, listener.loudSince(from));
  }

  @Test
  void f01AHubStoppedWhileAnAlertIsOnAirAirsItAgain() throws Exception {
    int from = listener.length();
    String alert = released("Actual", "Flood at Lantern Bend");
    Until.holds(SOON, "three seconds of it", () -> listener.loudSince(from) > 80);
    long at = System.nanoTime();
    town.stop();
    assertTrue(System.nanoTime() - at < 10_000_000_000L, "an airing holds no hub back");
    int again = listener.length();
    town.start(settings(IcecastServer.PASSWORD));
    Until.holds(AIRED, "aired", () -> states(alert).contains("sent"));
    assertEquals(Set.of(PLACE, ACTION), heard(listener.since(again)));
  }

  @Test
  void g01AWrongPasswordIsToldPlainly() throws Exception {
    town.stop();
    town.start(settings("wrong"));
    Until.holds(SOON, "refused", () -> carrier().equals("down the server refuses the password"));
    assertTrue(doctor("wrong").contains("the server refuses the password"));
    assertTrue(doctor(IcecastServer.PASSWORD).contains("takes the password"));
  }

  private static String doctor(String password) throws Exception {
    Settings settings = EffectiveSettings.of(Map.of(), Map.of(), settings(password)).settings();
    return Doctor.here().look(settings, folder.resolve("elsewhere")).stream()
        .filter(f -> f.about().equals("Icecast"))
        .map(Finding::line)
        .collect(Collectors.joining());
  }

  private static String carrier() {
    for (JsonNode each : town.someone("ada").get("/api/channels").json().get("channels")) {
      if (each.get("name").asText().equals("icecast")) {
        return each.get("state").asText() + " " + each.get("reason").asText();
      }
    }
    return "none";
  }

  private static String released(String status, String headline) throws Exception {
    Map<String, Object> draft = new HashMap<>(Drafts.flood(status));
    Map<String, Object> area = new HashMap<>();
    area.put("name", "Lower Lantern Bend");
    area.put("boundary", "between the river and Station Street");
    draft.put("area", area);
    draft.put("headline", headline);
    return town.released(draft, "Lower Lantern Bend");
  }

  private static List<String> states(String alert) {
    List<String> states = new java.util.ArrayList<>();
    JsonNode all =
        town.someone("ada").get("/api/alerts/" + alert + "/deliveries").json().get("deliveries");
    all.forEach(
        d -> {
          if (d.get("way").asText().equals("icecast")) {
            states.add(d.get("state").asText());
          }
        });
    return states;
  }

  private static Set<String> heard(byte[] mp3) throws Exception {
    Path wav = decoded(mp3);
    Path list =
        Files.writeString(
            folder.resolve("keywords"),
            Stream.concat(Stream.of(PLACE, ACTION, STOPPED), DECOYS.stream())
                .map(k -> k + " /1e-30/\n")
                .collect(Collectors.joining()));
    String answer =
        answer(
            "pocketsphinx_continuous",
            "-infile",
            wav.toString(),
            "-kws",
            list.toString(),
            "-logfn",
            "/dev/null");
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\S+(?: \\S+)*").matcher(answer);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Path decoded(byte[] mp3) throws Exception {
    Path file = Files.write(folder.resolve("heard.mp3"), mp3);
    Path wav = folder.resolve("heard.wav");
    answer("mpg123", "-q", "-w", wav.toString(), file.toString());
    return wav;
  }

  /** What a decoder of SAME headers makes of it: at its own rate, raw. */
  private static String same(byte[] mp3) throws Exception {
    Path raw = folder.resolve("heard.raw");
    answer(
        "sox",
        decoded(mp3).toString(),
        "-t",
        "raw",
        "-r",
        "22050",
        "-e",
        "signed",
        "-b",
        "16",
        "-c",
        "1",
        raw.toString());
    return answer("multimon-ng", "-q", "-a", "EAS", "-t", "raw", raw.toString()).strip();
  }

  private static String answer(String... command) throws IOException, InterruptedException {
    File out = folder.resolve("answer").toFile();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, command[0] + " did not end");
    return Files.readString(out.toPath(), StandardCharsets.ISO_8859_1);
  }
}
