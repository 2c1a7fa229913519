package org.currawong.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.currawong.domain.Realm;
import org.currawong.incidentlog.IncidentLog;
import org.currawong.incidentlog.LogBatch;

/**
 * A fact to a forced line, against a bare write and force of as many bytes: one thread, both files
 * beside each other, step by step in turns.
 */
final class AppendBench {

  private static final int ROUNDS = 15;
  private static final int WARM_ROUNDS = 3;
  private static final int PER_ROUND = 250;

  /** Lines made and dropped, until the compiler has nothing left to do. */
  private static final int WARM_LINES = 30_000;

  private final IncidentLog log;
  private final BareFile bare;
  private long number;
  private int lineBytes;

  private AppendBench(IncidentLog log, BareFile bare) {
    this.log = log;
    this.bare = bare;
  }

  static void run(Path folder) throws Exception {
    IncidentLog.Opening hub = new IncidentLog.Opening("bench", Realm.LIVE);
    try (IncidentLog log = IncidentLog.open(folder.resolve("data"), hub, Clock.systemUTC());
        BareFile bare = new BareFile(folder.resolve("bare"))) {
      new AppendBench(log, bare).rounds();
    }
  }

  private void rounds() throws IOException {
    for (int i = 0; i < WARM_LINES; i++) {
      batch("report:warm");
    }
    Ratios ratios = new Ratios("append, one thread: bare write and force / append");
    for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      log.keyring().topUp();
      double ratio = round();
      if (round >= WARM_ROUNDS) {
        ratios.add(ratio);
      }
    }
    ratios.atLeast(0.8);
  }

  /** Medians, for other people's work on the same processors strikes single steps. */
  private double round() throws IOException {
    byte[] same = new byte[lineBytes];
    Times appended = new Times();
    Times written = new Times();
    for (int i = 0; i < PER_ROUND; i++) {
      // Whichever comes second finds the disk as the other left it.
      if (i % 2 == 0) {
        appended.add(nanos(this::append));
        written.add(nanos(() -> bare.append(same)));
      } else {
        written.add(nanos(() -> bare.append(same)));
        appended.add(nanos(this::append));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "  append %.0f us, write and force %.0f us%n",
        appended.micros(0.5),
        written.micros(0.5));
    return (double) written.within(0.5) / appended.within(0.5);
  }

  /** Something on the disk. */
  private interface Step {
    void run() throws IOException;
  }

  private static long nanos(Step step) throws IOException {
    long start = System.nanoTime();
    step.run();
    return System.nanoTime() - start;
  }

  private void append() throws IOException {
    log.log().append(batch("report:r-" + number));
  }

  private LogBatch batch(String subject) {
    LogBatch batch = log.log().batch();
    byte[] json = log.json().write(batch.next(), Instant.now(), Samples.report(++number, subject));
    batch.add(json);
    // 64 hex digits, a blank, the JSON, a line feed.
    lineBytes = 64 + 1 + json.length + 1;
    return batch;
  }
}
