package org.currawong.hub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody who looks at the hub's connections and its power all the time, and notes since when. */
final class Connections implements AutoCloseable {

  private static final Duration STEP = Duration.ofMillis(250);

  private final Someone who;
  private final Map<String, Seen> now = new ConcurrentHashMap<>();
  private final Thread looking = Thread.ofVirtual().unstarted(this::look);

  /**
   * One connection as it is now.
   *
   * @param since when it was first seen so, by {@link System#nanoTime}
   */
  record Seen(String state, String reason, long since) {}

  private Connections(Someone who) {
    this.who = who;
  }

  static Connections watched(Someone who) {
    Connections all = new Connections(who);
    all.looking.start();
    return all;
  }

  private void look() {
    try {
      while (true) {
        for (JsonNode c : who.get("/api/channels").json().path("channels")) {
          note(c.path("name").asText(), c.path("state").asText(), c.path("reason").asText());
        }
        Someone.Answer power = who.get("/api/power");
        note("power", power.text("words"), power.text("fault"));
        Thread.sleep(STEP);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException gone) {
      now.clear();
    }
  }

  private void note(String name, String state, String reason) {
    now.merge(
        name,
        new Seen(state, reason, System.nanoTime()),
        (old, next) -> old.state().equals(state) ? new Seen(state, reason, old.since()) : next);
  }

  /** How it is; a state without words before the first look. */
  Seen of(String name) {
    return now.getOrDefault(name, new Seen("", "", 0));
  }

  /** Whether all but these are as they should be. */
  boolean wellBut(String... away) {
    return now.entrySet().stream()
        .filter(e -> !java.util.List.of(away).contains(e.getKey()))
        .allMatch(
            e -> e.getValue().state().equals("up") || e.getValue().state().equals("on mains"));
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
