package org.currawong.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LullTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-23T05:10:00Z");
  private static final long PATIENCE_SECONDS = 20;

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<Instant> now = new AtomicReference<>(RECEIVED);
  private final Lull lull = new Lull(nanos::get, now::get);

  @Test
  void readingBeginsAtOnceWhereNoReportIsBeingTaken() {
    assertTrue(new Waiting().over());
  }

  @Test
  void readingWaitsUntilAReportIsTakenAndALittleLonger() {
    assertEquals("taken", lull.after(() -> "taken"));
    Waiting reading = new Waiting();
    assertFalse(reading.overWithinAMoment());
    nanos.addAndGet(Lull.QUIET.toNanos());
    assertTrue(reading.over());
  }

  @Test
  void aFloodKeepsReadingWaitingForTwoSecondsAndNoMore() {
    Waiting reading =
        lull.after(
            () -> {
              nanos.addAndGet(Lull.QUIET.toNanos());
              Waiting held = new Waiting();
              assertFalse(held.overWithinAMoment());
              now.set(RECEIVED.plus(Lull.LONGEST));
              assertTrue(held.over());
              return held;
            });
    assertTrue(reading.over());
  }

  @Test
  void aReportThatCannotBeTakenHoldsNothingUp() {
    assertThrows(
        IllegalStateException.class,
        () ->
            lull.after(
                () -> {
                  throw new IllegalStateException("the disk is gone");
                }));
    nanos.addAndGet(Lull.QUIET.toNanos());
    assertTrue(new Waiting().over());
  }

  /** Somebody who wants to read a report. */
  private final class Waiting {

    private static final long MOMENT_MS = 100;

    private final CountDownLatch over = new CountDownLatch(1);

    Waiting() {
      Thread.startVirtualThread(
          () -> {
            lull.await(RECEIVED);
            over.countDown();
          });
    }

    boolean over() {
      return within(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    boolean overWithinAMoment() {
      return within(MOMENT_MS);
    }

    private boolean within(long ms) {
      try {
        return over.await(ms, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
