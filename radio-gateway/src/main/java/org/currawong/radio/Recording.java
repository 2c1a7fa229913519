package org.currawong.radio;

/** What speaking a script came to. */
public sealed interface Recording {

  /**
   * It was said.
   *
   * @param wav a WAV file, mono, 16 bit, 16,000 samples a second; not copied
   * @param milliseconds its length
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would be 2 MB
  record Made(byte[] wav, int milliseconds) implements Recording {}

  /** It is longer than may go on air. */
  record TooLong(int mostSeconds) implements Recording {}

  /** It could not be said, and why, in plain words. */
  record NotMade(String reason) implements Recording {}
}
