package org.currawong.incidentlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A part of the log for an exported bundle: the files that belong under its {@code log/}. It runs
 * on with withheld lines up to the next checkpoint, so that a signature covers all of it.
 */
public final class LogSlice {

  /** Name of the lines' file under {@code log/}. */
  public static final String LINES = SegmentHeader.SLICE;

  /** Name of the checkpoints' file under {@code log/}. */
  public static final String CHECKPOINTS = Checkpoints.FILE;

  /** Name of the public keys' file under {@code log/}. */
  public static final String PUBLIC_KEYS = Verifier.PUBLIC_FILE;

  /** Says which entries are disclosed. */
  @FunctionalInterface
  public interface Disclosure {
    boolean discloses(long n, byte[] json) throws IOException;
  }

  private final SegmentedLog log;
  private final List<Checkpoint> checkpoints;
  private final long from;
  private final long to;
  private final long last;

  /**
   * Entries {@code from} to {@code to}, both included.
   *
   * @throws IllegalArgumentException unless 1 ≤ from ≤ to ≤ the last entry
   */
  public LogSlice(IncidentLog incidents, long from, long to) throws IOException {
    this(incidents.log(), incidents.checkpointNotes(), from, to);
  }

  LogSlice(SegmentedLog log, List<Checkpoint> notes, long from, long to) {
    if (from < 1 || to < from || to > log.head().n()) {
      throw new IllegalArgumentException(
          "entries " + from + " to " + to + " are not in a log of " + log.head().n());
    }
    this.log = log;
    this.from = from;
    this.to = to;
    Optional<Checkpoint> covering = notes.stream().filter(c -> c.count() >= to).findFirst();
    this.last = covering.map(Checkpoint::count).orElse(to);
    this.checkpoints = notes.stream().filter(c -> c.count() >= from && c.count() <= last).toList();
  }

  /** Number of the last line: {@code to}, or the count of the checkpoint that covers it. */
  public long last() {
    return last;
  }

  /** Writes header and lines; what is not disclosed stands as the hash of its JSON. */
  public void lines(OutputStream out, Disclosure disclosure) throws IOException {
    out.write(new SegmentHeader(log.hub(), from, before()).line());
    log.read(
        from,
        (n, hash, json) -> {
          boolean open = n <= to && disclosure.discloses(n, json);
          out.write(ascii(open ? hash + " " : "~ " + n + " "));
          out.write(open ? json : ascii(HexFormat.of().formatHex(Chain.sha256().digest(json))));
          out.write('\n');
          return n < last;
        });
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The chain hash of the entry before the first. */
  private byte[] before() throws IOException {
    List<byte[]> hash = new ArrayList<>();
    if (from > 1) {
      log.read(
          from - 1,
          (n, itsHash, json) -> {
            hash.add(HexFormat.of().parseHex(itsHash));
            return false;
          });
    }
    return hash.isEmpty() ? new byte[Chain.BYTES] : hash.getFirst();
  }

  /** The notes that count entries of this part. */
  public byte[] checkpoints() {
    StringBuilder notes = new StringBuilder();
    checkpoints.forEach(c -> notes.append(c.text()));
    return notes.toString().getBytes(StandardCharsets.UTF_8);
  }
}
