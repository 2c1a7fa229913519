package org.currawong.incidentlog;

/**
 * Something in a log that does not verify.
 *
 * @param segment the file's name inside the log folder
 * @param line counted from 1 (a segment's header is line 1); 0 where no line can be named
 * @param what in plain words
 */
public record Fault(Kind kind, String segment, long line, String what) {

  /** CONTRACT.md, {@code verify}. */
  public enum Kind {
    /** A line's chain hash is not that of its bytes and its predecessor. */
    HASH,
    /** A line's {@code n} is not its predecessor's plus one. */
    GAP,
    /** A segment's header contradicts its form, its file name or its neighbours. */
    HEADER,
    /** The log ends before the last checkpoint's count. */
    FEWER,
    /** A checkpoint or a public key is not what it should be. */
    SIGNATURE,
    /** The log verifies in itself and differs from a checkpoint or from the words given. */
    ANCHOR
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT)
        + ": "
        + segment
        + (line > 0 ? " line " + line : "")
        + ": "
        + what;
  }
}
