package org.currawong.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One client's report at a hub where 100,000 wait for inference, against a hub where none does; two
 * processes, report by report. Inference runs in neither, so nothing leaves the queue. A model's
 * own queue can't grow so long: beyond 200 questions (400 about lives) a report is marked as not
 * tried.
 */
final class WaitingBench {

  private static final int WAITING = 100_000;
  private static final int ROUNDS = 9;
  private static final int WARM_ROUNDS = 3;
  private static final int REQUESTS = 100;

  /** As a client that has read its answer. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

  private final BacklogProcess none;
  private final BacklogProcess many;

  private WaitingBench(BacklogProcess none, BacklogProcess many) {
    this.none = none;
    this.many = many;
  }

  static void run(Path folder) throws Exception {
    long began = System.nanoTime();
    try (BacklogProcess many = new BacklogProcess(folder.resolve("many"), WAITING);
        BacklogProcess none = new BacklogProcess(folder.resolve("none"), 0)) {
      System.out.printf(
          Locale.ROOT,
          "%d reports wait for inference, after %.0f s; %d in the other hub%n",
          many.waiting(),
          (System.nanoTime() - began) / 1e9,
          none.waiting());
      new WaitingBench(none, many).rounds();
    }
  }

  private void rounds() throws IOException {
    Ratios ratios = new Ratios("one client: p50 of a report with many waiting / with none");
    try (OneSocket toNone = new OneSocket(none.port());
        OneSocket toMany = new OneSocket(many.port())) {
      for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
        Times without = new Times();
        Times with = new Times();
        double noneUsed = none.used().toNanos();
        double manyUsed = many.used().toNanos();
        long began = System.nanoTime();
        for (int i = 0; i < REQUESTS; i++) {
          LockSupport.parkNanos(PAUSE_NANOS);
          without.add(toNone.report());
          LockSupport.parkNanos(PAUSE_NANOS);
          with.add(toMany.report());
        }
        double time = System.nanoTime() - began;
        double ratio = with.micros(0.5) / without.micros(0.5);
        if (round >= WARM_ROUNDS) {
          ratios.add(ratio);
        }
        System.out.printf(
            Locale.ROOT,
            "  none waiting p50 %.0f us p99 %.0f us on %.2f cores, many p50 %.0f us p99 %.0f us"
                + " on %.2f cores, ratio of p50 %.2f%n",
            without.micros(0.5),
            without.micros(0.99),
            (none.used().toNanos() - noneUsed) / time,
            with.micros(0.5),
            with.micros(0.99),
            (many.used().toNanos() - manyUsed) / time,
            ratio);
      }
    }
    ratios.atMost(1.1);
  }
}
