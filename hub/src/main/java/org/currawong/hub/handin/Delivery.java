package org.currawong.hub.handin;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands reports in until each has a final answer: waits as long as a busy hub asks, signs in again
 * when the session has ended, and asks again a few times when no answer came. Many threads share
 * one, so that a busy hub has rest from all.
 */
public final class Delivery {
  /** 1 + 2 + 4 + 8 + 16 s: a hub that restarts is back by then. */
  private static final int MOST_UNKNOWN = 5;

  /** A session that ends this often within one report is not ending by age. */
  private static final int MOST_SIGN_INS = 3;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** Signs in again; false where the hub no longer lets us. */
  @FunctionalInterface
  public interface SignInAgain {
    /** Tries once. */
    boolean tryOnce() throws InterruptedException;
  }

  private final HubClient hub;
  private final SignInAgain signInAgain;
  private final Duration firstPause;
  private final ReentrantLock signingIn = new ReentrantLock();
  private final AtomicLong restUntil = new AtomicLong(System.nanoTime());

  /** Hands in to this hub. */
  public Delivery(HubClient hub, SignInAgain signInAgain) {
    this(hub, signInAgain, FIRST_PAUSE);
  }

  /** With another first pause after no answer, for tests. */
  Delivery(HubClient hub, SignInAgain signInAgain, Duration firstPause) {
    this.hub = hub;
    this.signInAgain = signInAgain;
    this.firstPause = firstPause;
  }

  /** The final answer to this report: received, refused, or unknown after several tries. */
  public Answer deliver(Map<String, String> report, String key) throws InterruptedException {
    int unknown = 0;
    int signIns = 0;
    while (true) {
      rest();
      Answer answer = hub.handIn(report, key);
      switch (answer) {
        case Answer.Received received -> {
          return received;
        }
        case Answer.Refused refused -> {
          return refused;
        }
        case Answer.Busy busy -> restFor(busy.pause());
        case Answer.SignedOut out -> {
          if (++signIns > MOST_SIGN_INS || !signInAgain(out.session())) {
            return new Answer.Refused(401, "401 signed out, and signing in again was refused");
          }
        }
        case Answer.Unknown silence -> {
          if (++unknown > MOST_UNKNOWN) {
            return silence;
          }
          restFor(firstPause.multipliedBy(1L << (unknown - 1)));
        }
      }
    }
  }

  /** One of the threads signs in; those that used the same ended session find a new one. */
  private boolean signInAgain(int ended) throws InterruptedException {
    signingIn.lockInterruptibly();
    try {
      return hub.session() != ended || signInAgain.tryOnce();
    } finally {
      signingIn.unlock();
    }
  }

  private void restFor(Duration wait) {
    long until = System.nanoTime() + wait.toNanos();
    restUntil.accumulateAndGet(until, (now, asked) -> asked - now > 0 ? asked : now);
  }

  private void rest() throws InterruptedException {
    long left = restUntil.get() - System.nanoTime();
    while (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
      left = restUntil.get() - System.nanoTime();
    }
  }
}
