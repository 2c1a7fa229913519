package org.currawong.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the second approval's request to the recording settled in the spool, its file and folder
 * forced, against four forces on the same disk, turn by turn.
 */
final class ReleaseBench {

  private static final int WARM = 20;
  private static final int ALERTS = 100;

  /** What a release may take beside its forces. */
  private static final double GRACE_MS = 30;

  /** Paper, texts and CAP of the same alert go out meanwhile; the next one waits for them. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long BOUND_NANOS = TimeUnit.MINUTES.toNanos(3);

  private final Path data;
  private final LedgerTail ledger;
  private final Alerts alerts;

  private ReleaseBench(Path data, URI hub) throws Exception {
    this.data = data;
    this.ledger = new LedgerTail(data.resolve("ledger").resolve("live-radio.ledger"));
    this.alerts = Alerts.of(hub);
  }

  static void run(Path folder) throws Exception {
    Path data = folder.resolve("data");
    Alerts.people(data);
    try (FastHub hub = FastHub.real(data, 5)) {
      new ReleaseBench(data, hub.node().address()).measure(folder.resolve("bare"));
    }
  }

  private void measure(Path bare) throws Exception {
    List<Alerts.Ready> waiting = alerts.ready(WARM + ALERTS);
    Times releases = new Times();
    Times forces = new Times();
    try (FourForces four = new FourForces(bare, recordingBytes());
        OwnForces own = new OwnForces(data)) {
      for (int i = 0; i < waiting.size(); i++) {
        long forced = four.nanos();
        Instant start = Instant.now();
        long released = release(waiting.get(i));
        LockSupport.parkNanos(PAUSE_NANOS);
        if (i >= WARM) {
          forces.add(forced);
          releases.add(released);
          own.released(start, released);
        }
      }
      print(releases, forces, own.beside());
    }
  }

  private static void print(Times releases, Times forces, Times beside) {
    double p99 = releases.micros(0.99) / 1e3;
    double bound = forces.micros(0.99) / 1e3 + GRACE_MS;
    System.out.printf(
        Locale.ROOT,
        "second approval to recording settled, %d alerts: p50 %.1f ms, p99 %.1f ms;"
            + " four forces p50 %.1f ms, p99 %.1f ms; at most %.1f ms wanted: %s%n",
        releases.count(),
        releases.micros(0.5) / 1e3,
        p99,
        forces.micros(0.5) / 1e3,
        forces.micros(0.99) / 1e3,
        bound,
        p99 <= bound ? "met" : "MISSED");
    double rest = beside.micros(0.99) / 1e3;
    System.out.printf(
        Locale.ROOT,
        "  beside the four forces on its own way, %d alerts: p50 %.1f ms, p99 %.1f ms;"
            + " at most %.1f ms wanted: %s%n",
        beside.count(),
        beside.micros(0.5) / 1e3,
        rest,
        GRACE_MS,
        rest <= GRACE_MS ? "met" : "MISSED");
  }

  private int recordingBytes() throws Exception {
    Path artefacts = data.resolve("artefacts");
    try (var files = Files.list(artefacts)) {
      return (int)
          files
              .filter(Files::isRegularFile)
              .mapToLong(f -> f.toFile().length())
              .max()
              .orElseThrow();
    }
  }

  /** Until the ledger's second line, which comes once file and folder are forced. */
  private long release(Alerts.Ready alert) throws Exception {
    long before = ledger.settled();
    long start = System.nanoTime();
    Thread approval = alerts.approval(alert);
    while (ledger.settled() == before) {
      if (System.nanoTime() - start > BOUND_NANOS) {
        throw new IllegalStateException("no recording came");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    long nanos = System.nanoTime() - start;
    approval.join();
    return nanos;
  }
}
