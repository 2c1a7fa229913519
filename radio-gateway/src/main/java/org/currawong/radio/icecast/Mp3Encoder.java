package org.currawong.radio.icecast;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFormat;

/**
 * Samples to frames of {@link Mp3Frame}'s form, as they come: one frame for each 576 samples, none
 * of which needs a byte from before the first. For one thread.
 */
final class Mp3Encoder implements AutoCloseable {

  /** Good speech at a third of a millisecond for each frame, once warm. */
  private static final int QUALITY = LameEncoder.QUALITY_MIDDLE;

  /** Some eleven seconds of audio, a second or two of processor: compiled by then. */
  private static final int WARM_FRAMES = 300;

  private static final int LOUD = 12_000;

  private static final AudioFormat FORM = new AudioFormat(Mp3Frame.RATE, 16, 1, true, false);

  private final LameEncoder lame =
      new LameEncoder(FORM, Mp3Frame.KILOBITS, LameEncoder.CHANNEL_MODE_MONO, QUALITY, false);
  private final byte[] out = new byte[lame.getMP3BufferSize()];
  private byte[] begun = new byte[0];

  /**
   * Encodes a few seconds of noise and throws them away: the first second that a JVM encodes takes
   * ten times as long as the next, and that second should not be an alert's.
   */
  static void warm() {
    Random noise = new Random(1);
    short[] pcm = new short[Mp3Frame.SAMPLES];
    try (Mp3Encoder encoder = new Mp3Encoder()) {
      for (int frame = 0; frame < WARM_FRAMES; frame++) {
        for (int i = 0; i < pcm.length; i++) {
          pcm[i] = (short) noise.nextInt(-LOUD, LOUD);
        }
        encoder.more(pcm, 0, pcm.length);
      }
    }
  }

  /** The frames that these samples complete. */
  List<byte[]> more(short[] pcm, int from, int to) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * (to - from)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(pcm, from, to - from);
    return frames(lame.encodeBuffer(bytes.array(), 0, bytes.capacity(), out));
  }

  /** The frames that are left once there are no more samples. */
  List<byte[]> end() {
    return frames(lame.encodeFinish(out));
  }

  private List<byte[]> frames(int made) {
    byte[] all = Arrays.copyOf(begun, begun.length + made);
    System.arraycopy(out, 0, all, begun.length, made);
    List<byte[]> frames = new ArrayList<>();
    int at = 0;
    for (; at + Mp3Frame.BYTES <= all.length; at += Mp3Frame.BYTES) {
      if (!Mp3Frame.begins(all, at)) {
        throw new IllegalStateException("the encoder made something else than a frame");
      }
      frames.add(Arrays.copyOfRange(all, at, at + Mp3Frame.BYTES));
    }
    begun = Arrays.copyOfRange(all, at, all.length);
    return frames;
  }

  @Override
  public void close() {
    lame.close();
  }
}
