package org.currawong.channels.gammu;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How many messages each sender may hand in within one minute; the minute is counted at once. */
final class SenderLimit {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinute;
  private final Map<String, Integer> taken = new HashMap<>();
  private Instant began = Instant.MIN;

  SenderLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Counts one more; false where that would be one too many, and then it counts nothing. */
  boolean take(String sender, Instant now) {
    if (began.isBefore(now.minus(MINUTE)) || began.isAfter(now)) {
      began = now;
      taken.clear();
    }
    if (taken.getOrDefault(sender, 0) >= perMinute) {
      return false;
    }
    taken.merge(sender, 1, Integer::sum);
    return true;
  }
}
