package org.currawong.incidentlog;

/**
 * The end of a segment that was written but never forced, moved away at opening.
 *
 * @param file its name under {@code log/torn/}
 * @param segment the segment that it was cut from
 * @param offset where it began there, bytes
 * @param bytes its length
 */
public record TornTail(String file, String segment, long offset, long bytes) {

  static final String FOLDER = "torn";
  private static final String TOLD = ".torn";
  private static final String PENDING = ".cut";

  static TornTail of(ChainScan.Tail tail) {
    String base = tail.segment().substring(0, tail.segment().indexOf('.'));
    return new TornTail(
        base + "-" + tail.offset() + TOLD, tail.segment(), tail.offset(), tail.length());
  }

  /** The tail behind a name in {@code log/torn/} of which no fact speaks yet. */
  static TornTail pending(String name, long bytes) {
    String base = name.substring(0, name.length() - PENDING.length());
    int dash = base.indexOf('-');
    return new TornTail(
        base + TOLD,
        base.substring(0, dash) + ".log",
        Long.parseLong(base.substring(dash + 1)),
        bytes);
  }

  static boolean isPending(String name) {
    return name.matches("[0-9]{16}-[0-9]+\\" + PENDING);
  }

  /** Its name until the fact about it is forced. */
  String pendingName() {
    return file.substring(0, file.length() - TOLD.length()) + PENDING;
  }
}
