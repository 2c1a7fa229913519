package org.currawong.broker;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What has been stopped, remembered by the ledger; wakes whoever waits between two tries. */
final class Stops {
  private final Ledger ledger;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<String> now = ConcurrentHashMap.newKeySet();
  private boolean closed;

  Stops(Ledger ledger) {
    this.ledger = ledger;
  }

  boolean contains(String manifest) {
    return now.contains(manifest) || ledger.isStopped(manifest);
  }

  /** Stops at once, wakes those who wait, and remembers it on disk; a full disk stops it too. */
  void add(String manifest, Instant forget) throws IOException {
    now.add(manifest);
    signal(false);
    ledger.stopped(manifest, forget);
  }

  /** Waits between two tries; comes back sooner when this release is stopped or the desk closes. */
  void await(String manifest, Duration longest) throws InterruptedException {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (left > 0 && !closed && !contains(manifest)) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    signal(true);
  }

  private void signal(boolean close) {
    lock.lock();
    try {
      closed |= close;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
