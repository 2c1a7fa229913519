package org.currawong.inference;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps a failing server from being asked again and again: after some failures in a row nobody asks
 * for a pause, then one may try; the pause doubles while it fails, up to a longest. For any thread.
 */
final class Breaker {

  private final ModelLimits limits;
  private final LongSupplier nanos;
  private int failures;
  private Duration pause;
  private long until;
  private String reason = "";

  /**
   * @param nanos a clock that only runs forward, nanoseconds
   */
  Breaker(ModelLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
    this.pause = limits.pause();
  }

  /** Whether one may ask now. */
  synchronized boolean closed() {
    return failures < limits.failures() || nanos.getAsLong() - until >= 0;
  }

  /** Failures in a row; 0 after a success. */
  synchronized int failures() {
    return failures;
  }

  /** Why the last try failed; empty after a success. */
  synchronized String reason() {
    return reason;
  }

  synchronized void succeeded() {
    failures = 0;
    pause = limits.pause();
    reason = "";
  }

  synchronized void failed(String why) {
    reason = why;
    failures++;
    if (failures >= limits.failures()) {
      until = nanos.getAsLong() + pause.toNanos();
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(limits.longest()) > 0 ? limits.longest() : doubled;
    }
  }
}
