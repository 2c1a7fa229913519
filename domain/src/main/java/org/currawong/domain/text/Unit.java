package org.currawong.domain.text;

/** The unit in which a way out counts its room. */
public enum Unit {
  /** Septets of the GSM 7-bit alphabet (3GPP TS 23.038): one for most characters, two for some. */
  SEPTETS("SMS characters"),
  /** UTF-16 code units of an SMS that left the GSM alphabet. */
  UCS2("SMS characters (Unicode)"),
  /** Bytes of UTF-8. */
  BYTES("bytes"),
  /** Characters (Unicode code points). */
  CHARACTERS("characters"),
  /** Seconds of speech. */
  SECONDS("seconds");

  private final String words;

  Unit(String words) {
    this.words = words;
  }

  /** The unit in plain words for a screen. */
  public String words() {
    return words;
  }
}
