package org.currawong.radio.icecast;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.currawong.broker.WayOut.StopSign;

/**
 * One recording on its way to the air: its frames, a pause and the same frames again for each
 * repeat, and a little silence at the end that pushes the last words out of every decoder. Lead-in
 * is the silence that the stream has anyway. Encoded while it is played, by the thread that plays;
 * a repeat is what was encoded the first time.
 */
final class Airing {

  /** Between two repeats: two chimes meet there. */
  private static final int PAUSE_MS = 2_000;

  /** Longer than decoders and servers hold back. */
  private static final int TAIL_MS = 1_000;

  /** How an airing ended. */
  sealed interface End {
    /** Every frame was taken and the connection held to the end. */
    record Aired() implements End {}

    /** A stop came. */
    record Stopped() implements End {}

    /** The connection did not hold. */
    record Cut(String reason) implements End {}
  }

  private final short[] pcm;
  private final StopSign stop;
  private final StopSign over;
  private final String title;
  private final CompletableFuture<End> ended = new CompletableFuture<>();
  private final List<byte[]> recording = new ArrayList<>();
  private Mp3Encoder encoder;
  private int encoded;
  private int next;
  private int gap;
  private int left;
  private boolean tail;
  private volatile boolean abandoned;

  /**
   * Begins nothing yet.
   *
   * @param repeats how often it is said, from 1
   * @param title what players show meanwhile
   * @param stop asked before each frame
   * @param over asked before each repeat: an alert whose time has run out is not said again
   */
  Airing(short[] pcm, int repeats, String title, StopSign stop, StopSign over) {
    this.pcm = pcm;
    this.left = repeats;
    this.title = title;
    this.stop = stop;
    this.over = over;
  }

  String title() {
    return title;
  }

  boolean stopped() {
    return abandoned || stop.stopped();
  }

  /** Nobody waits for its end any more: it is as if it were stopped. */
  void abandon() {
    abandoned = true;
  }

  /** At the end of the pause between two repeats. By the thread that plays. */
  boolean betweenRepeats() {
    return gap == 0 && !tail && again();
  }

  private boolean again() {
    return next == 0 && !recording.isEmpty();
  }

  CompletableFuture<End> ended() {
    return ended;
  }

  /** Ends it, once; and lets go of the encoder. By the thread that plays, or before it began. */
  void end(End how) {
    if (encoder != null) {
      encoder.close();
      encoder = null;
    }
    ended.complete(how);
  }

  /** The next frame, or {@code null} after the last. */
  byte[] next() {
    if (gap > 0) {
      gap--;
      return Mp3Frame.silence();
    }
    if (tail) {
      return null;
    }
    byte[] frame = again() && over.stopped() ? null : ofRecording();
    if (frame != null) {
      return frame;
    }
    left--;
    next = 0;
    tail = left <= 0 || over.stopped();
    gap = Mp3Frame.in(tail ? TAIL_MS : PAUSE_MS);
    return next();
  }

  private byte[] ofRecording() {
    while (next == recording.size() && encoded < pcm.length) {
      encode();
    }
    return next < recording.size() ? recording.get(next++) : null;
  }

  private void encode() {
    if (encoder == null) {
      encoder = new Mp3Encoder();
    }
    int to = Math.min(pcm.length, encoded + Mp3Frame.SAMPLES);
    recording.addAll(encoder.more(pcm, encoded, to));
    encoded = to;
    if (encoded == pcm.length) {
      recording.addAll(encoder.end());
    }
  }
}
