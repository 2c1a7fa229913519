package org.currawong.incidentlog;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a whole log in order and checks every line against its predecessor. Stops at the first
 * fault, or at a tail that a power cut may leave.
 */
final class ChainScan {

  /** Told of each entry that verified. */
  interface Visitor {
    /**
     * @param head the entry's chain hash; the array is used again
     * @param jsonFrom −1 for a withheld entry
     */
    void entry(long n, byte[] head, byte[] buffer, int jsonFrom, int jsonTo) throws IOException;
  }

  /**
   * The end of the last segment that was never forced.
   *
   * @param offset where it starts in the file, bytes
   * @param length bytes
   */
  record Tail(String segment, long line, long offset, long length) {}

  private final LogSource source;
  private final Visitor visitor;
  private final Chain chain = new Chain(new byte[Chain.BYTES]);
  private final byte[] before = new byte[Chain.BYTES];
  private List<String> segments = List.of();
  private boolean slice;
  private String hub;
  private long first;
  private long last;
  private long withheld;
  private String segment = "";
  private long line;
  private Tail tail;
  private Fault fault;

  ChainScan(LogSource source, Visitor visitor) {
    this.source = source;
    this.visitor = visitor;
  }

  ChainScan run() throws IOException {
    List<String> names = source.names();
    segments = names.stream().filter(SegmentHeader::isSegment).toList();
    if (segments.isEmpty() && names.contains(SegmentHeader.SLICE)) {
      slice = true;
      segments = List.of(SegmentHeader.SLICE);
    }
    for (int i = 0; i < segments.size() && fault == null && tail == null; i++) {
      segment = segments.get(i);
      try (LineReader reader = new LineReader(source.open(segment), source.size(segment))) {
        if (header(reader, i)) {
          entries(reader, i);
        }
      }
    }
    return this;
  }

  private boolean header(LineReader reader, int index) throws IOException {
    line = 1;
    if (!reader.next()) {
      unsound(Fault.Kind.HEADER, "the file is empty", reader, index);
      return false;
    }
    Optional<SegmentHeader> header =
        reader.terminated()
            ? SegmentHeader.parse(reader.buffer(), reader.from(), reader.to())
            : Optional.empty();
    if (header.isEmpty()) {
      unsound(Fault.Kind.HEADER, "the first line is no header of this format", reader, index);
      return false;
    }
    String wrong = index == 0 ? begin(header.get()) : follows(header.get());
    if (wrong == null && !slice && !segment.equals(SegmentHeader.fileName(header.get().first()))) {
      wrong = "the file is not named after its first entry " + header.get().first();
    }
    if (wrong != null) {
      fault = new Fault(Fault.Kind.HEADER, segment, 1, wrong);
    }
    return wrong == null;
  }

  private String begin(SegmentHeader header) {
    hub = header.hub();
    first = header.first();
    last = first - 1;
    chain.set(header.prev());
    boolean zero = Arrays.equals(header.prev(), new byte[Chain.BYTES]);
    if (first == 1 ? !zero : zero) {
      return "the hash before the first entry is not what it must be";
    }
    return first == 1 || slice ? null : "the log begins at entry " + first + ", not at 1";
  }

  private String follows(SegmentHeader header) {
    if (!header.hub().equals(hub)) {
      return "names hub " + header.hub() + ", the segment before it " + hub;
    }
    if (header.first() != last + 1) {
      return "begins at entry " + header.first() + ", the segment before it ends at " + last;
    }
    return Arrays.equals(header.prev(), chain.head())
        ? null
        : "its hash of the entry before it is not that entry's hash";
  }

  private void entries(LineReader reader, int index) throws IOException {
    while (reader.next()) {
      line = reader.lineNumber();
      System.arraycopy(chain.head(), 0, before, 0, Chain.BYTES);
      Fault.Kind wrong = check(reader.buffer(), reader.from(), reader.to());
      if (wrong == null && reader.terminated()) {
        last++;
        boolean open = !EntryLine.withheld(reader.buffer(), reader.from(), reader.to());
        int json = open ? EntryLine.jsonFrom(reader.from()) : -1;
        withheld += open ? 0 : 1;
        visitor.entry(last, chain.head(), reader.buffer(), json, reader.to());
        continue;
      }
      chain.set(before);
      unsound(
          wrong == null ? Fault.Kind.HASH : wrong,
          wrong == Fault.Kind.GAP
              ? "entry " + (last + 1) + " should stand here"
              : "the hash is not that of this line after entry " + last,
          reader,
          index);
      return;
    }
  }

  /** What is wrong with the next line, or null. Advances the chain. */
  private Fault.Kind check(byte[] b, int from, int to) {
    if (EntryLine.withheld(b, from, to)) {
      if (EntryLine.withheldN(b, from, to) != last + 1) {
        return Fault.Kind.GAP;
      }
      byte[] digest = EntryLine.withheldDigest(b, to);
      if (digest == null) {
        return Fault.Kind.HASH;
      }
      chain.advanceWithheld(digest);
      return null;
    }
    if (EntryLine.jsonFrom(from) >= to) {
      return Fault.Kind.HASH;
    }
    long n = EntryLine.n(b, from, to);
    if (n > 0 && n != last + 1) {
      return Fault.Kind.GAP;
    }
    chain.advance(b, EntryLine.jsonFrom(from), to);
    if (!EntryLine.names(b, from, chain.head())) {
      return Fault.Kind.HASH;
    }
    return n > 0 ? null : Fault.Kind.GAP;
  }

  /** Either a tail that a power cut leaves, or a fault. */
  private void unsound(Fault.Kind kind, String what, LineReader reader, int index)
      throws IOException {
    long offset = reader.lineNumber() == 0 ? 0 : reader.lineOffset();
    long length = source.size(segment) - offset;
    boolean mayBeTorn = index == segments.size() - 1 && !slice && length <= LogLimits.BATCH_BYTES;
    if (mayBeTorn && (length == 0 || looksTorn(reader))) {
      tail = new Tail(segment, line, offset, length);
    } else {
      fault = new Fault(kind, segment, line, what);
    }
  }

  private boolean looksTorn(LineReader reader) {
    byte[] b = reader.buffer();
    if (EntryLine.holdsUnwrittenBlock(b, reader.from(), reader.to(), reader.terminated())) {
      return true;
    }
    return !reader.terminated() && !reader.tooLong() && !wholeWithDamagedEnd(reader);
  }

  /** A line that verifies without its last byte was whole: its LF was damaged later. */
  private boolean wholeWithDamagedEnd(LineReader reader) {
    byte[] b = reader.buffer();
    if (reader.lineNumber() == 1) {
      return SegmentHeader.parse(b, reader.from(), reader.to() - 1).isPresent();
    }
    boolean whole = check(b, reader.from(), reader.to() - 1) == null;
    chain.set(before);
    return whole;
  }

  String hub() {
    return hub;
  }

  /** True where an exported part of a log was read. */
  boolean slice() {
    return slice;
  }

  /** Number of the first entry; 0 where there is no log at all. */
  long first() {
    return first;
  }

  /** Number of the last entry that verified. */
  long last() {
    return last;
  }

  long withheld() {
    return withheld;
  }

  byte[] head() {
    return chain.head().clone();
  }

  List<String> segments() {
    return segments;
  }

  /** The file where the scan stopped. */
  String segment() {
    return segment;
  }

  /** The line where the scan stopped. */
  long line() {
    return line;
  }

  Optional<Tail> tail() {
    return Optional.ofNullable(tail);
  }

  Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }
}
