package org.currawong.radio;

import java.util.Arrays;

/** What is done to 16-bit samples on their way to a recording. Pure. */
final class Sound {

  /** Loudness that speech is brought to, as a share of full scale (about −18 dB). */
  private static final double TARGET_RMS = 0.126;

  /** No sample above this share of full scale (about −1.4 dB): room for a transmitter's filters. */
  private static final double CEILING = 0.85;

  /** Samples below this are silence when ends are trimmed: −46 dB of full scale. */
  private static final int SILENCE = 164;

  /** Samples below this don't count for loudness: pauses must not make speech louder. */
  private static final int GATE = 328;

  /** Kept on both sides of a trimmed piece, ms: soft consonants begin below the threshold. */
  private static final int MARGIN_MS = 30;

  private static final int MS = 1000;

  private Sound() {}

  /** Without the silence before and after; empty when there is nothing else. */
  static short[] trimmed(short[] pcm, int rate) {
    int first = 0;
    while (first < pcm.length && Math.abs(pcm[first]) < SILENCE) {
      first++;
    }
    int last = pcm.length - 1;
    while (last > first && Math.abs(pcm[last]) < SILENCE) {
      last--;
    }
    int margin = rate * MARGIN_MS / MS;
    return first >= pcm.length
        ? new short[0]
        : Arrays.copyOfRange(
            pcm, Math.max(0, first - margin), Math.min(pcm.length, last + 1 + margin));
  }

  /** At one loudness, whatever was said; unchanged when it is silent. */
  static short[] levelled(short[] pcm) {
    double sum = 0;
    int loud = 0;
    int peak = 0;
    for (short s : pcm) {
      int size = Math.abs(s);
      peak = Math.max(peak, size);
      if (size >= GATE) {
        sum += (double) s * s;
        loud++;
      }
    }
    if (loud == 0) {
      return pcm;
    }
    double wanted = TARGET_RMS * Short.MAX_VALUE / Math.sqrt(sum / loud);
    double gain = Math.min(wanted, CEILING * Short.MAX_VALUE / peak);
    short[] out = new short[pcm.length];
    for (int i = 0; i < pcm.length; i++) {
      out[i] = (short) Math.round(pcm[i] * gain);
    }
    return out;
  }

  /** The pieces one after another. */
  static short[] joined(Iterable<short[]> pieces) {
    int length = 0;
    for (short[] piece : pieces) {
      length += piece.length;
    }
    short[] out = new short[length];
    int at = 0;
    for (short[] piece : pieces) {
      System.arraycopy(piece, 0, out, at, piece.length);
      at += piece.length;
    }
    return out;
  }

  /** So many ms of nothing. */
  static short[] silence(int milliseconds, int rate) {
    return new short[(int) ((long) rate * milliseconds / MS)];
  }
}
