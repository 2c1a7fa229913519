package org.currawong.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.currawong.broker.LedgerLine.Copy;

/**
 * What one way out has attempted, as on its disk: a line per attempt, forced before the effect, and
 * a line for how it ended, forced before anybody is told. It outlives restarts until 24 hours after
 * an order's end, when no such order can pass its time checks any more. For any thread.
 *
 * <p>After a failed write or force it takes nothing more until it is opened anew: what the disk
 * then holds is unknown.
 */
final class Ledger implements AutoCloseable {
  private final LedgerFile file;
  private final Map<String, LedgerLine> copies = new LinkedHashMap<>();
  private final Map<String, LedgerLine> stops = new LinkedHashMap<>();
  private final Set<String> fromBefore = new HashSet<>();
  private boolean broken;

  private Ledger(LedgerFile file) {
    this.file = file;
  }

  /**
   * Reads the ledger; cuts a torn last line, and drops what may be forgotten.
   *
   * @throws IOException if the disk fails, or a line that is not the last does not verify: then
   *     nobody can tell what was attempted, and nothing may leave until a person has looked
   */
  static Ledger open(LedgerFile file, Instant now) throws IOException {
    Ledger ledger = new Ledger(file);
    byte[] bytes = file.read();
    int kept = ledger.load(bytes);
    int before = ledger.copies.size() + ledger.stops.size();
    ledger.copies.values().removeIf(line -> line.forget().isBefore(now));
    ledger.stops.values().removeIf(line -> line.forget().isBefore(now));
    if (kept < bytes.length || ledger.copies.size() + ledger.stops.size() < before) {
      file.replace(ledger.content());
    }
    return ledger;
  }

  /** Returns up to where the lines are whole. */
  private int load(byte[] bytes) throws IOException {
    int from = 0;
    for (int number = 1; from < bytes.length; number++) {
      int end = lineEnd(bytes, from);
      Optional<LedgerLine> line =
          end < bytes.length ? LedgerLine.read(bytes, from, end) : Optional.empty();
      if (line.isEmpty()) {
        if (!torn(bytes, from, end)) {
          throw new IOException("line " + number + " of the ledger of attempts is damaged");
        }
        return from;
      }
      take(line.get());
      fromBefore.add(key(line.get().effect(), line.get().recipient()));
      from = end + 1;
    }
    return from;
  }

  /**
   * Each line is forced before the next is written, so only the last can be torn: it lacks its LF,
   * or has blocks that were never written. A whole last line that does not verify is damage.
   */
  private static boolean torn(byte[] bytes, int from, int end) {
    if (end == bytes.length) {
      return true;
    }
    boolean hole = false;
    for (int i = from; i < end; i++) {
      hole |= bytes[i] == 0;
    }
    return hole && end + 1 == bytes.length;
  }

  /** Where the LF is, or the end of the file for a line that has none. */
  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private void take(LedgerLine line) {
    if (line.what().equals(LedgerLine.STOPPED)) {
      stops.put(line.effect(), line);
    } else {
      copies.put(key(line.effect(), line.recipient()), line);
    }
  }

  private static String key(String effect, String recipient) {
    return effect + " " + recipient;
  }

  private byte[] content() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    stops.values().forEach(line -> all.writeBytes(line.bytes()));
    copies.values().forEach(line -> all.writeBytes(line.bytes()));
    return all.toByteArray();
  }

  /** The last line about one copy; empty if it was never attempted. */
  synchronized Optional<LedgerLine> find(String effect, String recipient) {
    return Optional.ofNullable(copies.get(key(effect, recipient)));
  }

  /** Whether nothing of this release may leave any more. */
  synchronized boolean isStopped(String manifest) {
    return stops.containsKey(manifest);
  }

  /** The last line about each copy. */
  synchronized List<LedgerLine> all() {
    return List.copyOf(copies.values());
  }

  /** The last line about each copy of one release. */
  synchronized List<LedgerLine> ofRelease(String manifest) {
    List<LedgerLine> lines = new ArrayList<>();
    copies.values().stream().filter(l -> l.effect().startsWith(manifest + " ")).forEach(lines::add);
    return lines;
  }

  /** True once for each copy that an earlier life wrote of: its news may have been lost with it. */
  synchronized boolean maybeUntold(LedgerLine line) {
    return fromBefore.remove(key(line.effect(), line.recipient()));
  }

  /** Notes that a copy is about to go out; on disk when this returns. */
  synchronized void attempted(Copy copy, int attempt) throws IOException {
    append(LedgerLine.attempted(copy, attempt));
  }

  /** Notes how it ended; on disk when this returns. */
  synchronized void settled(Copy copy, int attempt, Outcome outcome) throws IOException {
    append(LedgerLine.settled(copy, attempt, outcome));
  }

  /** Notes a stop; on disk when this returns. */
  synchronized void stopped(String manifest, Instant forget) throws IOException {
    if (!stops.containsKey(manifest)) {
      append(LedgerLine.stopped(manifest, forget));
    }
  }

  private void append(LedgerLine line) throws IOException {
    usable();
    broken = true;
    file.append(line.bytes());
    file.force();
    broken = false;
    take(line);
  }

  private void usable() throws IOException {
    if (broken) {
      throw new IOException("the ledger of attempts could not be written; restart after mending");
    }
  }

  @Override
  public synchronized void close() throws IOException {
    broken = true;
    file.close();
  }
}
