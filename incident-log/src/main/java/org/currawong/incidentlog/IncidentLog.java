package org.currawong.incidentlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.HubInfo;
import org.currawong.domain.Realm;
import org.currawong.domain.State;
import org.currawong.incidentlog.disk.Disk;
import org.currawong.incidentlog.disk.RealDisk;

/**
 * A data folder opened: log, keys, checkpoints, artefacts, and the state that the log says. The
 * caller holds the folder's lock. Then {@link Core} writes; everything here else is for reading.
 */
public final class IncidentLog implements Closeable {

  /** Format of the log that this version writes (HOUSE.md, section 4). */
  public static final int FORMAT = 1;

  private static final int FIRST_EPOCH = 1;

  /**
   * What a new log is to be.
   *
   * @param hub id of the hub, 1 to 64 lower-case letters, digits, dots, hyphens; an old log keeps
   *     its own
   * @param realm {@code LIVE} for a real hub, {@code DEMO} for a demonstration; an old log of the
   *     other realm is refused
   */
  public record Opening(String hub, Realm realm) {

    public Opening {
      SegmentHeader.requireHub(hub);
      if (realm != Realm.LIVE && realm != Realm.DEMO) {
        throw new IllegalArgumentException("a hub is live or a demonstration, not " + realm);
      }
    }

    Set<KeyUse> uses() {
      return realm == Realm.DEMO ? KeyUse.ofDemo() : KeyUse.ofRealHub();
    }
  }

  private final Disk disk;
  private final Path folder;
  private final Keyring keyring;
  private final FactJson json;
  private final Checkpoints checkpoints;
  private final SegmentedLog log;
  private final Optional<Snapshots> snapshots;
  private final List<String> notes = new ArrayList<>();
  private final State state;
  private final HubKeys keys;
  private final Artefacts artefacts;

  private IncidentLog(
      Disk disk, Path data, Opening opening, InstantSource clock, boolean withSnapshots)
      throws IOException {
    this.disk = disk;
    this.folder = data;
    Path keysFolder = data.resolve("keys");
    Path logFolder = data.resolve("log");
    keyring = Keyring.open(disk, keysFolder);
    json = new FactJson(keyring);
    checkpoints = Checkpoints.open(disk, logFolder);
    log = SegmentedLog.open(disk, logFolder, opening.hub(), checkpoints.count());
    snapshots =
        withSnapshots
            ? Optional.of(new Snapshots(data.resolve("snapshots"), keyring))
            : Optional.empty();
    state = replayed();
    HubInfo known = state.hub();
    if (known != null && known.realm() != opening.realm()) {
      throw new IOException(
          "this data folder is a " + known.realm().word() + " hub's: use another with --data");
    }
    int epoch = known == null ? FIRST_EPOCH : known.epoch();
    keys = HubKeys.open(disk, keysFolder, logFolder, epoch, opening.uses(), known == null);
    if (known != null && !known.keys().containsAll(keys.publicLines())) {
      throw new IOException("the keys in this data folder are not those that its log names");
    }
    artefacts = Artefacts.open(disk, data.resolve("artefacts"), keyring);
    begin(opening, clock);
  }

  /**
   * Opens a data folder, making what is missing.
   *
   * @throws LogDamaged if the log does not verify; says segment and line
   * @throws IOException for anything else that keeps the hub from starting, in words for a person
   */
  public static IncidentLog open(Path data, Opening opening, InstantSource clock)
      throws IOException {
    return new IncidentLog(new RealDisk(), data, opening, clock, true);
  }

  /**
   * As {@link #open(Path, Opening, InstantSource)} on another disk, where MapDB can write no
   * snapshots.
   */
  public static IncidentLog open(Disk disk, Path data, Opening opening, InstantSource clock)
      throws IOException {
    return new IncidentLog(disk, data, opening, clock, false);
  }

  private State replayed() throws IOException {
    State start = new State();
    if (snapshots.isPresent()) {
      start = snapshots.get().load(this::holds, notes).orElse(start);
    }
    State replayed = start;
    log.read(
        start.n() + 1,
        (n, hash, bytes) -> {
          replayed.apply(json.read(n, hash, bytes));
          return true;
        });
    return replayed;
  }

  private boolean holds(long n, String hash) throws IOException {
    List<String> found = new ArrayList<>();
    log.read(
        n,
        (at, itsHash, bytes) -> {
          found.add(itsHash);
          return false;
        });
    return found.equals(List.of(hash));
  }

  /** The first fact of a new log, and a fact for each tail that a power cut left. */
  private void begin(Opening opening, InstantSource clock) throws IOException {
    if (state.n() == 0) {
      append(
          new Fact.LogOpened(FORMAT, log.hub(), keys.epoch(), opening.realm(), keys.publicLines()),
          clock);
    }
    for (TornTail tail : log.torn()) {
      append(new Fact.TailCut(tail.file(), tail.bytes()), clock);
      log.told(tail);
      notes.add(tail.bytes() + " bytes that were never forced were cut: log/torn/" + tail.file());
    }
  }

  private void append(Fact fact, InstantSource clock) throws IOException {
    LogBatch batch = log.batch();
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long n = batch.next();
    String hash = batch.add(json.write(n, at, fact));
    log.append(batch);
    state.apply(new Entry(n, at, hash, fact));
  }

  /** What a person should be told about this opening; in plain words. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  public Artefacts artefacts() {
    return artefacts;
  }

  public HubKeys keys() {
    return keys;
  }

  public Keyring keyring() {
    return keyring;
  }

  public FactJson json() {
    return json;
  }

  /** For reading; {@link Core} alone appends. */
  public SegmentedLog log() {
    return log;
  }

  /** Every signed checkpoint, the oldest first. */
  public List<Checkpoint> checkpointNotes() throws IOException {
    byte[] file = disk.readAll(folder.resolve("log").resolve(Checkpoints.FILE));
    return CheckpointFile.parse(file).notes().stream()
        .map(CheckpointFile.Note::checkpoint)
        .toList();
  }

  /** The bytes of {@code log/hub.pub}. */
  public byte[] publicKeys() throws IOException {
    return disk.readAll(folder.resolve("log").resolve(Verifier.PUBLIC_FILE));
  }

  Checkpoints checkpoints() {
    return checkpoints;
  }

  Optional<Snapshots> snapshots() {
    return snapshots;
  }

  /** The state as opened; from then on {@link Core}'s. */
  State state() {
    return state;
  }

  /** Bytes that may still be written. */
  long free() throws IOException {
    return disk.free(folder);
  }

  @Override
  public void close() throws IOException {
    log.close();
    checkpoints.close();
  }
}
