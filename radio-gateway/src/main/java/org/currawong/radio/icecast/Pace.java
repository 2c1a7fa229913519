package org.currawong.radio.icecast;

/**
 * Real time on the stream: how far what was written is ahead of what a listener hears. Times are of
 * a monotonic clock, ns.
 */
final class Pace {

  /**
   * Silence is written in pieces of so many frames, as late as it may be: an idle hub wakes six
   * times a second, and at most this much silence stands before an alert.
   */
  static final int SILENCE_AT_ONCE = 5;

  /**
   * An alert is at most this far ahead: enough that a server, which passes audio on in pieces of
   * 1,400 bytes (175 ms), passes its beginning on at once; and with one frame to notice a stop it
   * is cut well within a second.
   */
  static final long ALERT_AHEAD = 600_000_000;

  /** What is late by more (a machine that slept) is not caught up with. */
  private static final long MOST_BEHIND = 1_000_000_000;

  private long written;

  /** The stream begins now. */
  Pace(long now) {
    this.written = now;
  }

  /** One frame was written. */
  void wrote(long now) {
    written = Math.max(written, now - MOST_BEHIND) + Mp3Frame.NANOS;
  }

  /** How long what was written lasts beyond now, ns; below 0 where listeners wait. */
  long ahead(long now) {
    return written - now;
  }

  /** How long to wait until silence is due, ns; 0 for none. */
  long untilSilence(long now) {
    return Math.max(0, ahead(now) - Mp3Frame.NANOS);
  }

  /** How long to wait until an alert's next frame may go, ns; 0 for none. */
  long untilFrame(long now) {
    return Math.max(0, ahead(now) + Mp3Frame.NANOS - ALERT_AHEAD);
  }
}
