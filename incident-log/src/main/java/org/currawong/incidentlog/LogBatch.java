package org.currawong.incidentlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Lines to be written with one write and one force. Hashes are known as entries are added, because
 * later decisions of the same batch may rest on them. Nothing is written before {@link
 * SegmentedLog#append(LogBatch)}; a batch that is dropped leaves no trace.
 */
public final class LogBatch {

  private static final int FIRST_BYTES = 16 * 1024;

  private final Head start;
  private final Chain chain;
  private final List<String> hashes = new ArrayList<>();
  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;

  LogBatch(Head start) {
    this.start = start;
    this.chain = new Chain(start.hashBytes());
  }

  /** The number that the next entry's JSON must begin with. */
  public long next() {
    return start.n() + hashes.size() + 1;
  }

  public int size() {
    return hashes.size();
  }

  /** What a line takes with its hash, the blank and the LF. */
  static int lineBytes(byte[] json) {
    return EntryLine.jsonFrom(0) + json.length + 1;
  }

  /** True if all these lines still fit. */
  boolean hasRoomFor(List<byte[]> json) {
    long all = json.stream().mapToLong(LogBatch::lineBytes).sum();
    return length + all <= LogLimits.BATCH_BYTES;
  }

  /**
   * Adds an entry.
   *
   * @param json compact UTF-8 without line breaks, beginning with {@code "n"}, which is {@link
   *     #next()}
   * @return its chain hash, 64 hex digits
   * @throws IllegalArgumentException for other JSON, or over a limit; nothing was added
   */
  public String add(byte[] json) {
    int jsonAt = EntryLine.jsonFrom(length);
    int end = jsonAt + json.length + 1;
    if (end - length > LogLimits.LINE_BYTES || end > LogLimits.BATCH_BYTES) {
      throw new IllegalArgumentException("entry " + next() + " is over the size limit");
    }
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end));
    }
    bytes[jsonAt - 1] = ' ';
    System.arraycopy(json, 0, bytes, jsonAt, json.length);
    bytes[end - 1] = '\n';
    requireEntry(jsonAt, end - 1);
    chain.advance(json, 0, json.length);
    EntryLine.writeHex(chain.head(), bytes, length);
    length = end;
    hashes.add(HexFormat.of().formatHex(chain.head()));
    return hashes.getLast();
  }

  private void requireEntry(int jsonFrom, int jsonTo) {
    if (EntryLine.n(bytes, length, jsonTo) != next()) {
      throw new IllegalArgumentException("the JSON must begin with the number " + next());
    }
    for (int i = jsonFrom; i < jsonTo; i++) {
      if (bytes[i] == '\n' || bytes[i] == 0) {
        throw new IllegalArgumentException("entry " + next() + " holds a line break or a NUL");
      }
    }
  }

  Head start() {
    return start;
  }

  Head end() {
    return hashes.isEmpty() ? start : new Head(start.n() + hashes.size(), hashes.getLast());
  }

  List<String> hashes() {
    return hashes;
  }

  int length() {
    return length;
  }

  ByteBuffer lines() {
    return ByteBuffer.wrap(bytes, 0, length);
  }
}
