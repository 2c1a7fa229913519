package org.currawong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** What the forces on a release's own way took, as the virtual machine's flight recorder saw it. */
final class OwnForces implements AutoCloseable {

  private static final String FORCE = "jdk.FileForce";

  /** On the way of one recording: log, ledger, the recording, its folder. */
  private static final int FORCES = 4;

  private record Force(String path, Instant start, Duration took) {}

  private record Window(Instant start, Instant end, long nanos) {}

  private final Recording recording = new Recording();
  private final List<Window> windows = new ArrayList<>();
  private final String log;
  private final String ledger;
  private final String spool;

  OwnForces(Path data) {
    log = data.resolve("log").toString();
    ledger = data.resolve("ledger").resolve("live-radio.ledger").toString();
    spool = data.resolve("spool").resolve("radio").toString();
    recording.enable(FORCE).withoutThreshold();
    recording.start();
  }

  /** Read afterwards: reading them meanwhile would take the hub's processors. */
  private List<Force> forces() throws IOException {
    recording.stop();
    Path file = Files.createTempFile("forces", ".jfr");
    try {
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(e -> e.getEventType().getName().equals(FORCE) && e.getString("path") != null)
          .map(e -> new Force(e.getString("path"), e.getStartTime(), e.getDuration()))
          .toList();
    } finally {
      Files.delete(file);
    }
  }

  /** Remembers one release. */
  void released(Instant start, long nanos) {
    windows.add(new Window(start, start.plusNanos(nanos), nanos));
  }

  /** Ends the recording; what each release took beside its forces. */
  Times beside() throws IOException {
    List<Force> forces = forces();
    Times beside = new Times();
    for (Window w : windows) {
      List<Force> own = own(w, forces);
      if (own.size() == FORCES) {
        long forced = own.stream().mapToLong(f -> f.took().toNanos()).sum();
        beside.add(w.nanos() - forced);
      }
    }
    return beside;
  }

  /** The first of the log and of the ledger; whatever of the spool. */
  private List<Force> own(Window w, List<Force> forces) {
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
    recording.close();
  }
}
