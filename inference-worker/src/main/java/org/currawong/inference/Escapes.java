package org.currawong.inference;

/** Terminal escape sequences (ECMA-48, section 5.4), which are no words. */
final class Escapes {

  /** A sequence longer than this is no sequence. */
  private static final int LONGEST = 64;

  private Escapes() {}

  /**
   * Where the sequence that begins with ESC at {@code at} ends, exclusive; just after the ESC where
   * none follows.
   */
  static int end(String text, int at, int limit) {
    int i = at + 1;
    if (i >= limit || text.charAt(i) != '[') {
      return i;
    }
    int stop = Math.min(limit, at + LONGEST);
    for (i++; i < stop; i++) {
      char c = text.charAt(i);
      if (c >= 0x40 && c <= 0x7e) {
        return i + 1;
      }
    }
    return at + 1;
  }
}
