package org.currawong.incidentlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.currawong.domain.text.CheckWords;

/**
 * Checks a log folder or an exported bundle without a server (CONTRACT.md, {@code verify}). {@code
 * verify.py} beside it gives the same verdict with Python alone; a test holds the two together.
 */
public final class Verifier {

  /** A year of a checkpoint a minute is 180 MB; what is larger is no checkpoints file. */
  private static final int MAX_SMALL_FILE = 256 * 1024 * 1024;

  static final String PUBLIC_FILE = "hub.pub";

  private final LogSource source;
  private final Anchors anchors;
  private final List<Fault> faults = new ArrayList<>();
  private List<CheckpointFile.Note> notes = List.of();
  private List<PublicKeyLine> keys = List.of();
  private byte[] firstJson;
  private int nextNote;
  private long anchored;
  private boolean wordsFound;
  private Fault differs; // a checkpoint of the log's own
  private Fault differsOutside; // the checkpoint given
  private ChainScan scan;

  private Verifier(LogSource source, Anchors anchors) {
    this.source = source;
    this.anchors = anchors;
  }

  /**
   * Checks a log.
   *
   * @param path a data folder, its {@code log} folder, an unpacked bundle or a bundle's ZIP file
   * @throws IOException if it can't be read, or no log is there
   */
  public static Verdict verify(Path path, Anchors anchors) throws IOException {
    try (LogPlace place = LogPlace.of(path)) {
      return verify(place.source(), anchors);
    }
  }

  static Verdict verify(LogSource source, Anchors anchors) throws IOException {
    return new Verifier(source, anchors).run();
  }

  private Verdict run() throws IOException {
    CheckpointFile checkpoints = CheckpointFile.parse(small(Checkpoints.FILE));
    notes = checkpoints.notes();
    scan = new ChainScan(source, this::entry);
    scan.run();
    if (scan.segments().isEmpty() && notes.isEmpty()) {
      throw new IOException("there is no log here");
    }
    scan.fault().ifPresent(faults::add);
    publicKeys();
    checkpoints.fault().ifPresent(faults::add);
    signatures();
    add(differs);
    if (scan.fault().isEmpty() && !notes.isEmpty() && scan.last() < lastCount()) {
      faults.add(fewer(scan, lastCount()));
    }
    outsideAnchors();
    return verdict(checkpoints);
  }

  private Verdict verdict(CheckpointFile checkpoints) {
    Optional<String> torn =
        scan.tail()
            .map(t -> t.segment() + " line " + t.line() + ": " + t.length() + " bytes never forced")
            .or(() -> checkpoints.torn() ? Optional.of("the last checkpoint") : Optional.empty());
    return new Verdict(
        scan.hub() == null ? "unknown" : scan.hub(),
        scan.first(),
        scan.last(),
        scan.withheld(),
        HexFormat.of().formatHex(scan.head()),
        CheckWords.english().words(scan.head()),
        notes.size(),
        lastCount(),
        anchored,
        torn,
        faults);
  }

  private void entry(long n, byte[] head, byte[] buffer, int jsonFrom, int jsonTo) {
    if (n == 1 && jsonFrom >= 0) {
      firstJson = Arrays.copyOfRange(buffer, jsonFrom, jsonTo);
    }
    while (nextNote < notes.size() && notes.get(nextNote).checkpoint().count() <= n) {
      Checkpoint c = notes.get(nextNote++).checkpoint();
      if (c.count() == n && differs == null) {
        differs = compare(c, head, "differs from the checkpoint of " + n + " entries");
      }
    }
    Checkpoint given = anchors.checkpoint();
    if (given != null && given.count() == n) {
      differsOutside = compare(given, head, "differs from the checkpoint given");
      anchored = differsOutside == null ? n : anchored;
    }
    if (anchors.namesHead(head)) {
      wordsFound = true;
      anchored = n;
    }
  }

  private Fault compare(Checkpoint c, byte[] head, String what) {
    return Arrays.equals(c.headBytes(), head)
        ? null
        : new Fault(Fault.Kind.ANCHOR, scan.segment(), scan.line(), what);
  }

  private void publicKeys() throws IOException {
    String file = new String(small(PUBLIC_FILE), StandardCharsets.UTF_8);
    keys = PublicKeyLine.parseAll(file);
    int bad = keys.size() + 1;
    int length = keys.stream().mapToInt(k -> k.text().length() + 1).sum();
    if (length != file.length()) {
      faults.add(new Fault(Fault.Kind.SIGNATURE, PUBLIC_FILE, bad, "this is no public key"));
    }
    if (firstJson == null) {
      return;
    }
    String opened = new String(firstJson, StandardCharsets.UTF_8);
    if (!opened.contains("\"" + scan.hub() + "\"")) {
      String what = "entry 1 does not name hub " + scan.hub();
      faults.add(new Fault(Fault.Kind.HEADER, scan.segments().getFirst(), 1, what));
    }
    for (int i = 0; i < keys.size(); i++) {
      if (!opened.contains("\"" + keys.get(i).text() + "\"")) {
        String what = "entry 1 does not name this key";
        faults.add(new Fault(Fault.Kind.SIGNATURE, PUBLIC_FILE, i + 1, what));
        return;
      }
    }
  }

  private void signatures() {
    long count = 0;
    for (CheckpointFile.Note note : notes) {
      String wrong = wrong(note.checkpoint());
      if (wrong == null && note.checkpoint().count() < count) {
        wrong = "counts fewer entries than the one before it";
      }
      if (wrong != null) {
        faults.add(new Fault(Fault.Kind.SIGNATURE, Checkpoints.FILE, note.line(), wrong));
        return;
      }
      count = note.checkpoint().count();
    }
  }

  /** What is wrong with a checkpoint in itself, or null. */
  private String wrong(Checkpoint c) {
    if (scan.hub() != null && !c.hub().equals(scan.hub())) {
      return "is of hub " + c.hub();
    }
    boolean good =
        keys.stream()
            .filter(k -> k.epoch() == c.epoch() && k.use().equals(KeyUse.CHECKPOINT.word()))
            .anyMatch(k -> Ed25519.verifies(k.key(), c.signedBytes(), c.signature()));
    return good ? null : "the signature is not by this hub's checkpoint key";
  }

  private void outsideAnchors() {
    Checkpoint given = anchors.checkpoint();
    if (given != null) {
      String wrong = wrong(given);
      if (wrong != null) {
        faults.add(new Fault(Fault.Kind.SIGNATURE, "the checkpoint given", 0, wrong));
      } else if (scan.fault().isEmpty() && given.count() > scan.last()) {
        faults.add(fewer(scan, given.count()));
      }
      add(differsOutside);
    }
    if (anchors.hashStart() != null && !wordsFound && scan.fault().isEmpty()) {
      String what = "no entry has the words given as its head";
      faults.add(new Fault(Fault.Kind.ANCHOR, scan.segment(), scan.line(), what));
    }
  }

  static Fault fewer(ChainScan scan, long count) {
    String what = "ends at entry " + scan.last() + ", a checkpoint counts " + count;
    return new Fault(Fault.Kind.FEWER, scan.segment(), scan.line(), what);
  }

  private long lastCount() {
    return notes.isEmpty() ? 0 : notes.getLast().checkpoint().count();
  }

  private void add(Fault fault) {
    if (fault != null) {
      faults.add(fault);
    }
  }

  private byte[] small(String name) throws IOException {
    if (!source.names().contains(name)) {
      return new byte[0];
    }
    if (source.size(name) > MAX_SMALL_FILE) {
      throw new IOException(name + " is too large to be one");
    }
    try (InputStream in = source.open(name)) {
      return in.readAllBytes();
    }
  }
}
