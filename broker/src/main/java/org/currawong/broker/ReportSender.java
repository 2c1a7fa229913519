package org.currawong.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings delivery reports to the core in their order, on a thread of its own, so that an effect
 * never waits for the broker's disk. What is not yet sent when the process dies is told again from
 * the ledger when the core asks again.
 */
final class ReportSender implements AutoCloseable {
  /** Reports in one transaction; one force for all of them. */
  private static final int BATCH = 64;

  /** Wait before a batch that failed is sent again. */
  private static final Duration RETRY = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(ReportSender.class);

  private final DeliverySink sink;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<DeliveryReport> waiting = new ArrayList<>();
  private final Thread thread;
  private boolean closed;

  ReportSender(String name, DeliverySink sink) {
    this.sink = sink;
    this.thread = Thread.ofPlatform().daemon().name("deliveries-" + name).start(this::run);
  }

  void add(DeliveryReport report) {
    lock.lock();
    try {
      waiting.add(report);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all reports are with the core's queue; false if that takes longer. */
  boolean flush(Duration longest) throws InterruptedException {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (!waiting.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      for (List<DeliveryReport> batch = next(); !batch.isEmpty(); batch = next()) {
        if (sent(batch)) {
          remove(batch.size());
        } else {
          pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The oldest reports, still in the list; empty once closed. */
  private List<DeliveryReport> next() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      return closed ? List.of() : List.copyOf(waiting.subList(0, Math.min(BATCH, waiting.size())));
    } finally {
      lock.unlock();
    }
  }

  private boolean sent(List<DeliveryReport> batch) {
    try {
      sink.send(batch);
      return true;
    } catch (Exception e) {
      LOG.warn("{} delivery reports wait for the broker: {}", batch.size(), e.toString());
      return false;
    }
  }

  private void remove(int count) {
    lock.lock();
    try {
      waiting.subList(0, count).clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void pause() throws InterruptedException {
    lock.lock();
    try {
      long left = RETRY.toNanos();
      while (left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
  }
}
