package org.currawong.hub.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.currawong.domain.State;
import org.currawong.hub.Main;
import org.currawong.hub.Terminal;
import org.currawong.hub.node.HubNode;
import org.currawong.hub.node.HubPlan;
import org.currawong.hub.settings.EffectiveSettings;
import org.currawong.incidentlog.disk.Disk;

/** A real hub in a folder of its own, set up by its own verbs, on a free port of loopback. */
final class Town implements AutoCloseable {

  static final String PASSWORD = "correct horse battery 7";

  private static final Duration RENDERED = Duration.ofSeconds(60);

  final Path data;
  private HubNode node;
  private int metricsPort;

  private Town(Path data) {
    this.data = data;
  }

  /** A hub with three coordinators, one radio volunteer, a council member; not started yet. */
  static Town founded(Path data) throws Exception {
    Town t = new Town(data);
    for (String name : new String[] {"ada", "ben", "cleo"}) {
      t.verb(PASSWORD, "user", "add", name, "--role", "coordinator", "--password-stdin");
    }
    t.verb(PASSWORD, "user", "add", "rhea", "--role", "radio", "--password-stdin");
    t.verb(PASSWORD, "user", "add", "cam", "--role", "council", "--password-stdin");
    t.verb(PASSWORD, "user", "add", "root", "--role", "admin", "--password-stdin");
    return t;
  }

  /** Runs a verb on this folder; fails the test when it does not answer 0. */
  String verb(String input, String... words) {
    String[] all = java.util.Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--data";
    all[words.length + 1] = data.toString();
    return run(0, input, all);
  }

  /** Runs any verb and expects an exit code. */
  static String run(int code, String input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream((input + "\n").getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of());
    int exit = Main.run(terminal, words);
    if (exit != code) {
      throw new AssertionError(
          String.join(" ", words) + " answered " + exit + ": " + err + " " + out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  Town start() throws Exception {
    return start(Map.of());
  }

  /** Starts it with settings beside a test's usual ones. */
  Town start(Map<String, String> more) throws Exception {
    node = HubNode.launch(plan(more));
    return this;
  }

  /** Starts on a disk of the test's choice. */
  Town startOn(Disk disk) throws Exception {
    node = HubNode.launch(plan(Map.of()), disk);
    return this;
  }

  private HubPlan plan(Map<String, String> more) throws Exception {
    metricsPort = free();
    Map<String, String> settings = new HashMap<>(more);
    settings.put("web.port", "0");
    settings.put("hub.name", "Wattle Flat hub");
    settings.put("metrics.port", Integer.toString(metricsPort));
    return HubPlan.live(
        data,
        EffectiveSettings.of(Map.of(), Map.of(), settings).settings(),
        Clock.system(ZoneId.of("Australia/Sydney")));
  }

  private static int free() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  /** Where the figures for a supervisor are. */
  URI metrics() {
    return URI.create("http://127.0.0.1:" + metricsPort + "/");
  }

  URI address() {
    return node.address();
  }

  Someone someone(String name) {
    return Someone.signedIn(address(), name, PASSWORD);
  }

  Someone resident() {
    return Someone.resident(address());
  }

  /**
   * Carries a draft through: ada writes it, ben and rhea approve.
   *
   * @return the alert's id, once it is released
   */
  String released(Map<String, Object> draft, String area) throws Exception {
    Someone ada = someone("ada");
    String alert = ada.post("/api/alerts", draft).text("id");
    String path = "/api/alerts/" + alert;
    assertEquals(200, ada.post(path + "/submit", Map.of()).status());
    Until.holds(RENDERED, "rendered", () -> !ada.get(path).text("manifest").isEmpty());
    Map<String, String> yes = Map.of("manifest", ada.get(path).text("manifest"), "confirm", area);
    someone("ben").post(path + "/approvals", yes);
    assertEquals("released", someone("rhea").post(path + "/approvals", yes).text("state"));
    return alert;
  }

  /** What the hub knows now. */
  <T> T read(Function<State, T> question) {
    return node.read(question);
  }

  void stop() {
    node.close();
    node = null;
  }

  /** How many files lie in a folder of the spool. */
  long spooled(String folder) throws Exception {
    Path path = data.resolve("spool").resolve(folder);
    if (!Files.isDirectory(path)) {
      return 0;
    }
    try (var files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Override
  public void close() {
    if (node != null) {
      stop();
    }
  }
}
