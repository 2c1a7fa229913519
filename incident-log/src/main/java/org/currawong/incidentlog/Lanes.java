package org.currawong.incidentlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.currawong.domain.Command.Lane;

/** The four bounded queues before the writer thread; the first lane is emptied first. */
final class Lanes {

  /** Twice the largest batch: a withdrawal or an approval never finds its lane full in practice. */
  private static final int PEOPLE = 2_048;

  /** Some seconds of work; whoever finds the lane full is told to come again. */
  private static final int MACHINES = 16_384;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Map<Lane, Queue<Job>> queues = new EnumMap<>(Lane.class);
  private boolean closed;

  Lanes() {
    for (Lane lane : Lane.values()) {
      queues.put(lane, new ArrayDeque<>());
    }
  }

  private static int limit(Lane lane) {
    return switch (lane) {
      case WITHDRAWALS, APPROVALS -> PEOPLE;
      case DELIVERIES, REPORTS -> MACHINES;
    };
  }

  /** False if the lane is full or closed. */
  boolean offer(Job job) {
    Lane lane = job.command().lane();
    lock.lock();
    try {
      Queue<Job> queue = queues.get(lane);
      if (closed || queue.size() >= limit(lane)) {
        return false;
      }
      queue.add(job);
      work.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for work and takes at most {@code most}; empty once closed and drained. */
  List<Job> take(int most) {
    lock.lock();
    try {
      while (isEmpty() && !closed) {
        work.awaitUninterruptibly();
      }
      List<Job> jobs = new ArrayList<>();
      for (Queue<Job> queue : queues.values()) {
        while (jobs.size() < most && !queue.isEmpty()) {
          jobs.add(queue.remove());
        }
      }
      return jobs;
    } finally {
      lock.unlock();
    }
  }

  boolean open() {
    lock.lock();
    try {
      return !closed || !isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private boolean isEmpty() {
    return queues.values().stream().allMatch(Queue::isEmpty);
  }

  /** Takes nothing more; what waits is still handed out. */
  void close() {
    lock.lock();
    try {
      closed = true;
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
