package org.currawong.hub.hardship;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.currawong.hub.flow.Drafts;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Someone.Answer;

/** Three people who carry alerts from draft to release and withdrawal, whatever the hub does. */
final class Committee implements Callable<Void> {

  private static final int OPEN_AT_ONCE = 2;
  private static final long PAUSE_NANOS = 20_000_000;

  private final URI hub;
  private final Told told;
  private final Random random;
  private Someone ada;
  private Someone ben;
  private Someone cleo;

  Committee(URI hub, Told told, long seed) {
    this.hub = hub;
    this.told = told;
    this.random = new Random(seed);
  }

  @Override
  public Void call() {
    try {
      signIn();
      while (!Thread.currentThread().isInterrupted()) {
        if (round() < OPEN_AT_ONCE) {
          draft();
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (UncheckedIOException ended) {
      // The hub was killed; the next one shows how far each alert came.
    }
    return null;
  }

  Committee signIn() {
    ada = Someone.signedIn(hub, "ada", Folder.PASSWORD);
    ben = Someone.signedIn(hub, "ben", Folder.PASSWORD);
    cleo = Someone.signedIn(hub, "cleo", Folder.PASSWORD);
    return this;
  }

  /** Moves every alert one step; how many are still under way. */
  int round() {
    int open = 0;
    for (JsonNode a : ada.get("/api/alerts").json().path("alerts")) {
      open += step(a) ? 1 : 0;
    }
    return open;
  }

  private boolean step(JsonNode a) {
    String id = a.path("id").asText();
    String path = "/api/alerts/" + id;
    boolean over = !Instant.parse(a.path("expires").asText()).isAfter(Instant.now());
    return switch (a.path("state").asText()) {
      case "draft" -> !over && ada.post(path + "/submit", Map.of()).status() == 200;
      case "submitted" -> !over && (a.path("manifest").isNull() || approve(ben, id, a));
      case "approved" -> !over && approve(cleo, id, a);
      case "released" -> {
        withdraw(id, path);
        yield false;
      }
      default -> false;
    };
  }

  private boolean approve(Someone who, String id, JsonNode a) {
    Map<String, String> yes =
        Map.of("manifest", a.path("manifest").asText(), "confirm", Drafts.AREA);
    Answer said = who.post("/api/alerts/" + id + "/approvals", yes);
    if (said.status() == 200 && said.text("state").equals("released")) {
      told.released.add(id);
    }
    return true;
  }

  /** About every second alert is taken back, some at once and some later. */
  private void withdraw(String id, String path) {
    boolean meant = id.hashCode() % 2 == 0 && random.nextBoolean();
    if (meant) {
      Map<String, String> why = Map.of("kind", "withdrawn", "reason", "the gauge was misread");
      if (ben.post(path + "/withdrawal", why).status() == 200) {
        told.withdrawn.add(id);
      }
    }
  }

  /** Some run out within the minute, most later. */
  void draft() {
    Map<String, Object> d = Drafts.flood("Actual");
    if (random.nextInt(3) == 0) {
      d.put("expires", Instant.now().plus(Duration.ofSeconds(10 + random.nextInt(40))).toString());
      d.put("next_update", Instant.now().plus(Duration.ofSeconds(9)).toString());
    }
    ada.post("/api/alerts", d);
  }
}
