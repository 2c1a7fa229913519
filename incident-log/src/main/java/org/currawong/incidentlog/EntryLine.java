package org.currawong.incidentlog;

import java.nio.charset.StandardCharsets;

/** The bytes of one line: {@code <64 hex> {"n":17,…}} or, withheld, {@code ~ 17 <64 hex>}. */
final class EntryLine {

  private static final int HASH_CHARS = 2 * Chain.BYTES;
  private static final byte[] JSON_START = {'{', '"', 'n', '"', ':'};
  private static final int MAX_N_DIGITS = 16;

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** A run of this many NUL bytes is a block never written, not one damaged byte. */
  private static final int NUL_RUN = 16;

  private EntryLine() {}

  /** Where the JSON begins in a line that begins at {@code from}. */
  static int jsonFrom(int from) {
    return from + HASH_CHARS + 1;
  }

  static boolean withheld(byte[] b, int from, int to) {
    return to - from >= 2 && b[from] == '~' && b[from + 1] == ' ';
  }

  /** The {@code n} of a withheld line, −1 if it has none in the right form. */
  static long withheldN(byte[] b, int from, int to) {
    int end = to - HASH_CHARS - 1;
    return end > from + 2 && b[end] == ' ' ? digits(b, from + 2, end) : -1;
  }

  /** The SHA-256 that stands for a withheld line's JSON; {@code null} if it is not hex. */
  static byte[] withheldDigest(byte[] b, int to) {
    byte[] digest = new byte[Chain.BYTES];
    int at = to - HASH_CHARS;
    for (int i = 0; i < digest.length; i++) {
      int high = hex(b[at + 2 * i]);
      int low = hex(b[at + 2 * i + 1]);
      if (high < 0 || low < 0) {
        return null;
      }
      digest[i] = (byte) (high << 4 | low);
    }
    return digest;
  }

  /** The {@code n} that the JSON starts with, −1 if it does not start with one. */
  static long n(byte[] b, int from, int to) {
    int json = jsonFrom(from);
    if (to - json <= JSON_START.length || b[json - 1] != ' ') {
      return -1;
    }
    for (int i = 0; i < JSON_START.length; i++) {
      if (b[json + i] != JSON_START[i]) {
        return -1;
      }
    }
    int start = json + JSON_START.length;
    int end = start;
    while (end < to && b[end] >= '0' && b[end] <= '9') {
      end++;
    }
    return end < to && (b[end] == ',' || b[end] == '}') ? digits(b, start, end) : -1;
  }

  private static long digits(byte[] b, int from, int to) {
    if (to <= from || to - from > MAX_N_DIGITS || b[from] == '0') {
      return -1;
    }
    long n = 0;
    for (int i = from; i < to; i++) {
      if (b[i] < '0' || b[i] > '9') {
        return -1;
      }
      n = n * 10 + b[i] - '0';
    }
    return n;
  }

  /** True if the line begins with {@code hash} in lower-case hex. */
  static boolean names(byte[] b, int from, byte[] hash) {
    int differs = 0;
    for (int i = 0; i < Chain.BYTES; i++) {
      differs |= b[from + 2 * i] ^ HEX[hash[i] >> 4 & 15];
      differs |= b[from + 2 * i + 1] ^ HEX[hash[i] & 15];
    }
    return differs == 0;
  }

  static void writeHex(byte[] hash, byte[] into, int at) {
    for (int i = 0; i < hash.length; i++) {
      into[at + 2 * i] = HEX[hash[i] >> 4 & 15];
      into[at + 2 * i + 1] = HEX[hash[i] & 15];
    }
  }

  private static int hex(byte c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }

  /**
   * True if NUL bytes stand where a block was never written: at the line's start, to the file's
   * end, or as a run. One NUL byte in the middle is damage, which no power cut makes.
   */
  static boolean holdsUnwrittenBlock(byte[] b, int from, int to, boolean terminated) {
    for (int i = from; i < to; i++) {
      if (b[i] != 0) {
        continue;
      }
      int run = i;
      while (run < to && b[run] == 0) {
        run++;
      }
      if (i == from || run - i >= NUL_RUN || run == to && !terminated) {
        return true;
      }
      i = run;
    }
    return false;
  }
}
