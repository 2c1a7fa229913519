package org.currawong.incidentlog;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.currawong.domain.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done beside the writer: checkpoints, keys ahead of need, snapshots. */
final class Upkeep {

  /** One checkpoint each minute with news (HOUSE.md, section 4). */
  private static final long CHECKPOINT_SECONDS = 60;

  /** A hub that has just started has news too: that it did. */
  private static final long FIRST_CHECKPOINT_SECONDS = 1;

  /** Half a file of slots lasts longer than this at any rate of reports we can force. */
  private static final long KEYS_SECONDS = 1;

  private static final long SNAPSHOT_SECONDS = 600;

  /** Replaying this many takes less than a second. */
  private static final long SNAPSHOT_ENTRIES = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final IncidentLog incidents;
  private final InstantSource clock;
  private final Supplier<State> copy;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("core-upkeep").daemon().factory());
  private volatile Checkpoint latest;
  private long snapshotAt;

  Upkeep(IncidentLog incidents, InstantSource clock, Supplier<State> copy) {
    this.incidents = incidents;
    this.clock = clock;
    this.copy = copy;
    this.latest = incidents.checkpoints().latest().orElse(null);
    this.snapshotAt = incidents.log().head().n();
  }

  /** A task that throws would never run again. */
  private interface Task {
    void run() throws IOException;
  }

  void start() {
    each(FIRST_CHECKPOINT_SECONDS, CHECKPOINT_SECONDS, this::checkpoint);
    each(KEYS_SECONDS, KEYS_SECONDS, () -> incidents.keyring().topUp());
    each(SNAPSHOT_SECONDS, SNAPSHOT_SECONDS, () -> snapshot(SNAPSHOT_ENTRIES));
  }

  private void each(long first, long seconds, Task task) {
    Future<?> unused =
        timer.scheduleWithFixedDelay(() -> quietly(task), first, seconds, TimeUnit.SECONDS);
  }

  private static void quietly(Task task) {
    try {
      task.run();
    } catch (IOException | RuntimeException e) {
      LOG.error("upkeep of the log failed: {}", e.getMessage(), e);
    }
  }

  Optional<Checkpoint> latest() {
    return Optional.ofNullable(latest);
  }

  private synchronized void checkpoint() throws IOException {
    Head head = incidents.log().head();
    if (latest != null && latest.count() >= head.n() || incidents.log().failed()) {
      return;
    }
    HubKeys keys = incidents.keys();
    Checkpoint made =
        Checkpoint.sign(
            incidents.log().hub(),
            keys.epoch(),
            head,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            bytes -> keys.sign(KeyUse.CHECKPOINT, bytes));
    incidents.checkpoints().append(made);
    latest = made;
  }

  private synchronized void snapshot(long unlessFewerThan) throws IOException {
    long n = incidents.log().head().n();
    if (incidents.snapshots().isPresent() && n - snapshotAt >= unlessFewerThan) {
      incidents.snapshots().get().write(copy.get());
      snapshotAt = n;
    }
  }

  /** A last checkpoint; and a snapshot where there is enough to be worth one. */
  void close() {
    timer.shutdown();
    quietly(this::checkpoint);
    quietly(() -> snapshot(SNAPSHOT_ENTRIES));
  }
}
