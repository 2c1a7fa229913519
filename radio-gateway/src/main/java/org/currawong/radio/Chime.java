package org.currawong.radio;

/**
 * The neutral sound before and after a message: three soft bell notes, synthesised here. It is not
 * the Standard Emergency Warning Signal, which the hub never ships, and holds no tone that opens a
 * receiver: its partials (392 to 1046.5 Hz) stay 70 Hz and more away from 853, 960, 1562.5 and
 * 2083.3 Hz (EAS attention signal and SAME, 47 CFR 11.31).
 */
final class Chime {

  /** Length of the whole, ms. */
  static final int MILLISECONDS = 1500;

  /** E5, C5, G4: falling, where sirens rise. */
  private static final double[] NOTES = {659.26, 523.25, 392.00};

  /** A new note every so many ms. */
  private static final int STEP_MS = 300;

  /** Share of the second partial, which makes a bell of a sine. */
  private static final double OCTAVE = 0.18;

  /** E5's octave would come near 1318 Hz and is left out with room to spare. */
  private static final double HIGHEST_PARTIAL_HZ = 1100;

  /** A note falls to 1/e in this many seconds. */
  private static final double DECAY_S = 0.28;

  /** A note rises in this many seconds: without a click. */
  private static final double ATTACK_S = 0.008;

  /** Peak of one note as a share of full scale: about the level of speech. */
  private static final double LEVEL = 0.30;

  private Chime() {}

  /** The sound at this many samples a second, 16 bit. */
  static short[] at(int rate) {
    short[] out = new short[rate / 10 * MILLISECONDS / 100];
    for (int i = 0; i < out.length; i++) {
      double t = (double) i / rate;
      double sum = 0;
      for (int n = 0; n < NOTES.length; n++) {
        sum += note(NOTES[n], t - n * STEP_MS / 1000.0);
      }
      double left = (out.length - i) / (double) rate;
      out[i] = (short) Math.round(Short.MAX_VALUE * LEVEL * sum * Math.min(1, left / 0.05));
    }
    return out;
  }

  private static double note(double hertz, double t) {
    if (t < 0) {
      return 0;
    }
    double octave =
        2 * hertz < HIGHEST_PARTIAL_HZ ? OCTAVE * StrictMath.sin(4 * Math.PI * hertz * t) : 0;
    double wave = StrictMath.sin(2 * Math.PI * hertz * t) + octave;
    return wave * Math.min(1, t / ATTACK_S) * StrictMath.exp(-t / DECAY_S);
  }
}
