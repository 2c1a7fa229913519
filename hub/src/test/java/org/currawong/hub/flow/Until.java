package org.currawong.hub.flow;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must come true, and no longer than a bound. */
public final class Until {

  private static final Duration STEP = Duration.ofMillis(25);

  private Until() {}

  /** Fails when the condition has not come true within the bound. */
  public static void holds(Duration bound, String what, Callable<Boolean> condition)
      throws Exception {
    long end = System.nanoTime() + bound.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + bound.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
