package org.currawong.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many receipts one sender gets. Whoever sends ten messages in a fright gets one receipt, and a
 * machine that answers each receipt with a message is soon let alone. Personal answers are written
 * by people and are not counted.
 */
final class ReplyLimits {
  /** One sender gets a receipt at most this often. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  /** And no more than this many in a day: somebody cut off by water has no need of more. */
  static final int MOST_A_DAY = 20;

  static final String TOO_SOON = "this sender had a receipt less than a minute before";
  static final String TOO_MANY = "this sender had " + MOST_A_DAY + " receipts within a day";

  private static final Duration DAY = Duration.ofDays(1);

  private final Map<String, Deque<Instant>> given = new HashMap<>();

  /** Remembers a receipt that went out. */
  void gave(String sender, Instant at) {
    given.computeIfAbsent(sender, s -> new ArrayDeque<>()).addLast(at);
  }

  /** Why this sender gets none now; {@code null} where nothing speaks against it. */
  String barred(String sender, Instant now) {
    given.values().removeIf(times -> times.getLast().isBefore(now.minus(DAY)));
    Deque<Instant> times = given.get(sender);
    if (times == null) {
      return null;
    }
    while (times.getFirst().isBefore(now.minus(DAY))) {
      times.removeFirst();
    }
    if (times.size() >= MOST_A_DAY) {
      return TOO_MANY;
    }
    return times.getLast().isAfter(now.minus(PAUSE)) ? TOO_SOON : null;
  }
}
