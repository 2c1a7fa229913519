package org.currawong.routes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets reports come in before reports are read: somebody waits for a receipt, nobody waits for the
 * reading of a second. A question for inference is held while reports are being taken, but not for
 * long: language and urgency are to stand within 5 s (CONTRACT.md). For any thread.
 */
final class Lull {

  /** Whoever hands in one report after the other is back within this. */
  static final Duration QUIET = Duration.ofMillis(5);

  /** A flood has no lull: two of the five seconds go to the receipts, the rest to the reading. */
  static final Duration LONGEST = Duration.ofSeconds(2);

  private final LongSupplier nanos;
  private final InstantSource clock;
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile long ended;

  /**
   * @param nanos a clock that only runs forward, nanoseconds
   * @param clock by which reports were received
   */
  Lull(LongSupplier nanos, InstantSource clock) {
    this.nanos = nanos;
    this.clock = clock;
    this.ended = nanos.getAsLong() - QUIET.toNanos();
  }

  /** Takes a report in. */
  <T> T after(Supplier<T> intake) {
    underWay.incrementAndGet();
    try {
      return intake.get();
    } finally {
      ended = nanos.getAsLong();
      underWay.decrementAndGet();
    }
  }

  /** Returns once no report is being taken, or the given one has waited long enough. */
  void await(Instant receivedAt) {
    Instant latest = receivedAt.plus(LONGEST);
    while (!quiet() && clock.instant().isBefore(latest) && !Thread.interrupted()) {
      LockSupport.parkNanos(QUIET.toNanos());
    }
  }

  private boolean quiet() {
    return underWay.get() == 0 && nanos.getAsLong() - ended >= QUIET.toNanos();
  }
}
