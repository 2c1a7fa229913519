package org.currawong.radio.icecast;

import java.util.Arrays;

/**
 * The form of every frame on the stream: MPEG-2 Layer III (ISO/IEC 13818-3), 16,000 samples a
 * second, mono, 64 kbit/s, without CRC. 16 kHz is what recordings have; 576 samples at 64 kbit/s
 * are exactly 288 bytes, so that no frame is padded. Pure.
 */
final class Mp3Frame {

  static final int RATE = 16_000;
  static final int KILOBITS = 64;
  static final int SAMPLES = 576;
  static final int BYTES = 288;

  /** How long one lasts, ns. */
  static final long NANOS = 36_000_000;

  private static final byte SYNC = (byte) 0xFF;
  private static final byte LAYER = (byte) 0xF3;
  private static final byte RATES = (byte) 0x88;
  private static final byte MONO = (byte) 0xC4;

  /**
   * Silence: side information and main data of zeros say that nothing was coded, and that nothing
   * of an earlier frame is needed.
   */
  private static final byte[] SILENCE = Arrays.copyOf(new byte[] {SYNC, LAYER, RATES, MONO}, BYTES);

  private Mp3Frame() {}

  /** A frame of silence. */
  static byte[] silence() {
    return SILENCE.clone();
  }

  /** Whether a frame of this form begins here. */
  static boolean begins(byte[] bytes, int at) {
    return bytes[at] == SYNC && bytes[at + 1] == LAYER && bytes[at + 2] == RATES;
  }

  /** How many frames last at least so long. */
  static int in(int milliseconds) {
    return (int) Math.ceilDiv(milliseconds * 1_000_000L, NANOS);
  }
}
