package org.currawong.radio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A WAV file: RIFF with one PCM format chunk and one data chunk (Multimedia Programming Interface
 * and Data Specifications 1.0, 1991). Written by hand so that no Java version adds a byte.
 */
public final class Wav {

  /** Media type of the artefact (RFC 2361 registers codecs; this is what browsers play). */
  static final String TYPE = "audio/wav";

  private static final byte[] RIFF = ascii("RIFF");
  private static final int HEADER = 44;
  private static final int FORMAT_BYTES = 16;
  private static final short PCM = 1;
  private static final short MONO = 1;
  private static final short SAMPLE_BYTES = 2;
  private static final short SAMPLE_BITS = 16;
  private static final int RIFF_BEFORE_SIZE = 8;
  private static final int FORMAT_AT = 20;

  private Wav() {}

  /** Mono 16-bit samples as a file. */
  public static byte[] file(short[] pcm, int rate) {
    int data = pcm.length * SAMPLE_BYTES;
    ByteBuffer out = ByteBuffer.allocate(HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
    out.put(RIFF).putInt(HEADER - RIFF_BEFORE_SIZE + data).put(ascii("WAVE"));
    out.put(ascii("fmt ")).putInt(FORMAT_BYTES).putShort(PCM).putShort(MONO);
    out.putInt(rate).putInt(rate * SAMPLE_BYTES).putShort(SAMPLE_BYTES).putShort(SAMPLE_BITS);
    out.put(ascii("data")).putInt(data);
    for (short s : pcm) {
      out.putShort(s);
    }
    return out.array();
  }

  /** Whether bytes begin as {@link #file} begins them and hold something to hear. */
  static boolean isFile(byte[] bytes) {
    return bytes.length > HEADER
        && Arrays.equals(Arrays.copyOf(bytes, RIFF.length), RIFF)
        && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(RIFF.length)
            == bytes.length - RIFF_BEFORE_SIZE;
  }

  /**
   * The samples of a file in the form that {@link #file} writes.
   *
   * @throws IllegalArgumentException where it has another form or rate; the message says which
   */
  public static short[] samples(byte[] bytes, int rate) {
    if (!isFile(bytes)) {
      throw new IllegalArgumentException("it is no recording");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (in.getShort(FORMAT_AT) != PCM
        || in.getShort(FORMAT_AT + 2) != MONO
        || in.getInt(FORMAT_AT + 4) != rate
        || in.getShort(HEADER - 10) != SAMPLE_BITS
        || in.getInt(HEADER - 4) != bytes.length - HEADER) {
      throw new IllegalArgumentException(
          "the recording is not mono, 16 bit, " + rate + " samples a second");
    }
    short[] pcm = new short[(bytes.length - HEADER) / SAMPLE_BYTES];
    in.position(HEADER).asShortBuffer().get(pcm);
    return pcm;
  }

  private static byte[] ascii(String tag) {
    return tag.getBytes(StandardCharsets.US_ASCII);
  }
}
