package org.currawong.incidentlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Streams a file line by line without copying lines: {@link #buffer()} from {@link #from()} to
 * {@link #to()} is the line without its LF, valid until the next call.
 */
final class LineReader implements Closeable {

  private static final int FILL_BYTES = 256 * 1024;
  private static final int LEAST_BYTES = 1024;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LF_IN_EACH = 0x0a0a0a0a0a0a0a0aL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private final InputStream in;
  private byte[] buffer;
  private int start; // of what has not been handed out
  private int end; // of what has been read
  private int from;
  private int to;
  private long offset; // of start in the file
  private long lineOffset;
  private int lineNumber;
  private boolean terminated;
  private boolean tooLong;

  /**
   * @param size of the file, bytes: a small one needs no large buffer
   */
  LineReader(InputStream in, long size) {
    this.in = in;
    this.buffer = new byte[Math.clamp(size + 1, LEAST_BYTES, FILL_BYTES)];
  }

  /** Goes to the next line; false at the end of the file. The last may lack its LF. */
  boolean next() throws IOException {
    int scanned = start;
    int lf;
    while ((lf = find(scanned)) < 0) {
      scanned = end;
      int before = start;
      if (end - start > LogLimits.LINE_BYTES || !fill()) {
        return last();
      }
      scanned -= before - start;
    }
    if (lf - start >= LogLimits.LINE_BYTES) {
      return last();
    }
    hand(lf, true);
    start = lf + 1;
    return true;
  }

  private boolean last() {
    if (start == end) {
      return false;
    }
    tooLong = end - start > LogLimits.LINE_BYTES;
    int lineEnd = Math.min(end, start + LogLimits.LINE_BYTES + 1);
    hand(lineEnd, false);
    start = lineEnd;
    return true;
  }

  private void hand(int lineEnd, boolean hasLf) {
    lineOffset = offset;
    from = start;
    to = lineEnd;
    terminated = hasLf;
    offset += lineEnd - start + (hasLf ? 1 : 0);
    lineNumber++;
  }

  /** Reads more behind what is left, which moves to the front; false at the end of the file. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, end, buffer.length - end);
    end += Math.max(read, 0);
    return read > 0;
  }

  /** Index of the first LF in [i, end), eight bytes at a time; −1 if there is none. */
  private int find(int i) {
    int at = i;
    for (; at + 8 <= end; at += 8) {
      long x = (long) LONGS.get(buffer, at) ^ LF_IN_EACH;
      long zero = (x - ONES) & ~x & HIGHS;
      if (zero != 0) {
        return at + (Long.numberOfTrailingZeros(zero) >>> 3);
      }
    }
    for (; at < end; at++) {
      if (buffer[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Where the line starts in the file, bytes. */
  long lineOffset() {
    return lineOffset;
  }

  /** Where the next line starts in the file, bytes. */
  long nextOffset() {
    return offset;
  }

  /** Counted from 1. */
  int lineNumber() {
    return lineNumber;
  }

  /** False for a last line without LF. */
  boolean terminated() {
    return terminated;
  }

  /** True if the line was given up on because it exceeds the limit. */
  boolean tooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
