package org.currawong.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Now = max(wall clock, highest signed hub time + monotonic time since it was heard): a wall clock
 * set back makes no expired order valid again. For any thread.
 */
public final class HubClock {
  private final InstantSource wall;
  private final LongSupplier nanos;
  private Instant heard = Instant.MIN;
  private long heardAt;

  /**
   * A clock over two sources.
   *
   * @param wall the machine's clock, which may be wrong
   * @param nanos monotonic nanoseconds, such as {@link System#nanoTime}
   */
  public HubClock(InstantSource wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
  }

  /** Takes in a time that the core signed; only ever moves the clock forward. */
  public synchronized void heard(Instant signed) {
    if (signed.isAfter(highest())) {
      heard = signed;
      heardAt = nanos.getAsLong();
    }
  }

  /** The time to judge orders by. */
  public synchronized Instant now() {
    Instant clock = wall.instant();
    Instant signed = highest();
    return clock.isAfter(signed) ? clock : signed;
  }

  private Instant highest() {
    return heard.equals(Instant.MIN)
        ? heard
        : heard.plus(Duration.ofNanos(nanos.getAsLong() - heardAt));
  }
}
