package org.currawong.console.http;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many in a minute for each key, all of them at once if need be (a token bucket). */
public final class RateLimit {

  /** Keys remembered; the one unused for longest is forgotten first and starts afresh. */
  private static final int MOST_KEYS = 20_000;

  private static final double MINUTE_MS = 60_000;

  private final int perMinute;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_KEYS;
        }
      };

  private record Bucket(double tokens, long at) {}

  /**
   * @param perMinute at least 1
   */
  public RateLimit(int perMinute, InstantSource clock) {
    if (perMinute < 1) {
      throw new IllegalArgumentException("a rate limit is at least 1 a minute");
    }
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Takes one. 0 when there was one, else the seconds after which there will be. */
  public synchronized int take(String key) {
    Bucket b = refilled(key);
    boolean enough = b.tokens() >= 1;
    buckets.put(key, enough ? new Bucket(b.tokens() - 1, b.at()) : b);
    return enough ? 0 : wait(b);
  }

  /** As {@link #take}, but takes nothing. */
  public synchronized int peek(String key) {
    Bucket b = refilled(key);
    return b.tokens() >= 1 ? 0 : wait(b);
  }

  /** Gives back all that the key has used. */
  public synchronized void forget(String key) {
    buckets.remove(key);
  }

  private int wait(Bucket b) {
    return (int) Math.max(1, Math.ceil((1 - b.tokens()) * 60 / perMinute));
  }

  private Bucket refilled(String key) {
    long now = clock.millis();
    Bucket b = buckets.get(key);
    if (b == null) {
      return new Bucket(perMinute, now);
    }
    double more = Math.max(0, now - b.at()) / MINUTE_MS * perMinute;
    return new Bucket(Math.min(perMinute, b.tokens() + more), now);
  }
}
