package org.currawong.radio.icecast;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Whether the server still lives. A stream alone doesn't tell: the two kernels take some ten
 * seconds of audio for a server that hangs. For one thread.
 */
final class Pulse {

  /** With two questions of two seconds each, a server that hangs is known within eight. */
  static final long EVERY_NANOS = 3_000_000_000L;

  /** One answer may be lost; two are not. */
  static final int LOST = 2;

  private final Supplier<CompletableFuture<Boolean>> question;
  private CompletableFuture<Boolean> asked;
  private long askedAt;
  private int missed;

  /** Asks for the first time a while from now: the server has just accepted the stream. */
  Pulse(Supplier<CompletableFuture<Boolean>> question, long now) {
    this.question = question;
    this.askedAt = now;
  }

  /**
   * Looks whether an answer came, and asks again when it is time; how many are missing in a row.
   */
  int missed(long now) {
    if (asked != null && asked.isDone()) {
      missed = asked.getNow(false) ? 0 : missed + 1;
      asked = null;
    }
    if (asked == null && (missed > 0 || now - askedAt >= EVERY_NANOS)) {
      askedAt = now;
      asked = question.get();
    }
    return missed;
  }
}
