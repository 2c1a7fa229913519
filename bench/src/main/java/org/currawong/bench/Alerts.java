package org.currawong.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.currawong.hub.Main;
import org.currawong.hub.Terminal;

/** Three people who bring alerts to their release. */
final class Alerts {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
  private static final long BOUND_NANOS = TimeUnit.MINUTES.toNanos(3);
  private static final String PASSWORD = "correct horse battery 7";
  private static final String AREA = "Lower Wattle Flat";

  private final Caller ada;
  private final Caller ben;
  private final URI hub;
  private Caller rhea;

  private Alerts(URI hub, Caller ada, Caller ben, Caller rhea) {
    this.hub = hub;
    this.ada = ada;
    this.ben = ben;
    this.rhea = rhea;
  }

  /** An alert that waits for its second approval, and the body that gives it. */
  record Ready(String path, Map<String, String> yes) {}

  /** Makes their accounts, before a hub starts. */
  static void people(Path data) {
    account(data, "ada", "coordinator");
    account(data, "ben", "coordinator");
    account(data, "rhea", "radio");
  }

  static Alerts of(URI hub) throws Exception {
    return new Alerts(
        hub,
        Caller.signedIn(hub, "ada", PASSWORD),
        Caller.signedIn(hub, "ben", PASSWORD),
        Caller.signedIn(hub, "rhea", PASSWORD));
  }

  /** Signs the second approver in anew: nobody approves who signed in five minutes ago. */
  void signInAgain() throws Exception {
    rhea = Caller.signedIn(hub, "rhea", PASSWORD);
  }

  /** Begins the second approval. */
  Thread approval(Ready alert) {
    return Thread.startVirtualThread(
        () -> {
          try {
            rhea.post(alert.path() + "/approvals", alert.yes());
          } catch (Exception e) {
            throw new IllegalStateException("the second approval was refused", e);
          }
        });
  }

  private static void account(Path data, String name, String role) {
    Terminal keyboard =
        new Terminal(
            new ByteArrayInputStream((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8)),
            System.err,
            System.err,
            false,
            Map.of());
    String[] words = {
      "user", "add", name, "--role", role, "--password-stdin", "--data", data.toString()
    };
    if (Main.run(keyboard, words) != 0) {
      throw new IllegalStateException("no account could be made");
    }
  }

  /** So many alerts that wait for their second approval. */
  List<Ready> ready(int count) throws Exception {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String path = "/api/alerts/" + ada.post("/api/alerts", draft(i)).get("id").asText();
      ada.post(path + "/submit", Map.of());
      paths.add(path);
    }
    List<Ready> ready = new ArrayList<>();
    for (String path : paths) {
      Map<String, String> yes = Map.of("manifest", manifest(path), "confirm", AREA);
      ben.post(path + "/approvals", yes);
      ready.add(new Ready(path, yes));
    }
    return ready;
  }

  private String manifest(String path) throws Exception {
    long end = System.nanoTime() + BOUND_NANOS;
    JsonNode alert = ada.get(path);
    while (!alert.hasNonNull("manifest")) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("an alert is not rendered for minutes");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      alert = ada.get(path);
    }
    return alert.get("manifest").asText();
  }

  private static Map<String, Object> draft(int number) {
    Instant now = Instant.now();
    return Map.of(
        "status",
        "Actual",
        "hazard",
        "flood",
        "level",
        "CommunityInformation",
        "headline",
        "Flood at Lower Wattle Flat, message " + number,
        "description",
        "The river is over Mill Road at the bridge.",
        "instruction",
        "Move to higher ground now.",
        "area",
        Map.of("name", AREA, "boundary", "between the river and Station Street"),
        "expires",
        now.plus(Duration.ofHours(3)).toString(),
        "next_update",
        now.plus(Duration.ofHours(1)).toString(),
        "languages",
        List.of("en"));
  }
}
