package org.currawong.incidentlog;

/** The log's fixed sizes; each with its reason. */
public final class LogLimits {

  /** A segment is closed at this size, so that one can be copied to a stick or sent on its own. */
  public static final long SEGMENT_BYTES = 64L * 1024 * 1024;

  /** One line with its hash and LF. The largest fact is a release of some tens of KB. */
  public static final int LINE_BYTES = 1024 * 1024;

  /** One write and one force. A torn tail can be no longer than this, so it bounds what is cut. */
  public static final int BATCH_BYTES = 8 * 1024 * 1024;

  /** A header is below 200 bytes; anything longer is damage. */
  static final int HEADER_BYTES = 512;

  /** Nobody asks for a hub id longer than a host name's label. */
  static final int HUB_ID_CHARS = 64;

  private LogLimits() {}
}
