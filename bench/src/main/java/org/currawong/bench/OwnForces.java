package org.currawong.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/** What the forces on a release's own way took, as the virtual machine's flight recorder saw it. */
final class OwnForces implements AutoCloseable {

  private static final String FORCE = "jdk.FileForce";

  /** On the way of one recording: log, ledger, the recording, its folder. */
  private static final int FORCES = 4;

  private record Force(String path, Instant start, Duration took) {}

  private record Window(Instant start, Instant end, long nanos) {}

  private final RecordingStream recorder = new RecordingStream();
  private final List<Force> forces = new CopyOnWriteArrayList<>();
  private final List<Window> windows = new ArrayList<>();
  private final String log;
  private final String ledger;
  private final String spool;

  OwnForces(Path data) {
    log = data.resolve("log").toString();
    ledger = data.resolve("ledger").resolve("live-radio.ledger").toString();
    spool = data.resolve("spool").resolve("radio").toString();
    recorder.enable(FORCE).withoutThreshold();
    recorder.onEvent(FORCE, this::saw);
    recorder.startAsync();
  }

  private void saw(RecordedEvent e) {
    String path = e.getString("path");
    if (path != null) {
      forces.add(new Force(path, e.getStartTime(), e.getDuration()));
    }
  }

  /** Remembers one release. */
  void released(Instant start, long nanos) {
    windows.add(new Window(start, start.plusNanos(nanos), nanos));
  }

  /** Ends the recording; what each release took beside its forces. */
  Times beside() {
    recorder.stop();
    Times beside = new Times();
    for (Window w : windows) {
      List<Force> own = own(w);
      if (own.size() == FORCES) {
        long forced = own.stream().mapToLong(f -> f.took().toNanos()).sum();
        beside.add(w.nanos() - forced);
      }
    }
    return beside;
  }

  /** The first of the log and of the ledger; whatever of the spool. */
  private List<Force> own(Window w) {
    List<Force> within =
        forces.stream()
            .filter(f -> f.start().isAfter(w.start()) && f.start().isBefore(w.end()))
            .sorted((a, b) -> a.start().compareTo(b.start()))
            .toList();
    List<Force> own = new ArrayList<>();
    within.stream().filter(f -> f.path().startsWith(log)).findFirst().ifPresent(own::add);
    within.stream().filter(f -> f.path().equals(ledger)).findFirst().ifPresent(own::add);
    within.stream().filter(f -> f.path().startsWith(spool)).forEach(own::add);
    return own;
  }

  @Override
  public void close() {
    recorder.close();
  }
}
