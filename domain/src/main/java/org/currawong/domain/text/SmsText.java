package org.currawong.domain.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text as one or several SMS. One message holds 160 septets of the GSM alphabet or 70 UTF-16
 * units; of several, each holds 153 or 67, the rest being the header that joins them (3GPP TS
 * 23.038 and TS 23.040, section 9.2.3.24.1). Parts are numbered in words as well ("1/3 "), within
 * that room, so that they read in order on a phone or gateway that does not join them. An escape
 * pair or a surrogate pair is never split.
 */
public final class SmsText {

  /** Septets of a single message. */
  public static final int GSM_WHOLE = 160;

  /** Septets of each of several messages. */
  public static final int GSM_PART = 153;

  /** UTF-16 units of a single message outside the GSM alphabet. */
  public static final int UCS2_WHOLE = 70;

  /** UTF-16 units of each of several messages. */
  public static final int UCS2_PART = 67;

  /**
   * Most messages for one alert: six of 67 carry a Vietnamese alert of 370 characters; more than
   * that takes a slow gateway too long and is not read.
   */
  public static final int MOST_PARTS = 6;

  private static final Cutter GSM = new Cutter(point -> Math.max(1, Gsm7.septets(point)));
  private static final Cutter UCS2 = new Cutter(Character::charCount);

  private SmsText() {}

  /** The messages and whether they are few enough. Text is taken in composed form (NFC). */
  public static Split split(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return Gsm7.fits(composed)
        ? split(composed, GSM, GSM_WHOLE, GSM_PART, Unit.SEPTETS)
        : split(composed, UCS2, UCS2_WHOLE, UCS2_PART, Unit.UCS2);
  }

  /**
   * The same words with plain punctuation, where that alone saves the text from UCS-2. It is an
   * offer for the writer to take, never done silently.
   */
  public static Optional<String> mended(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (Gsm7.fits(composed)) {
      return Optional.empty();
    }
    return Optional.of(Punctuation.plain(composed)).filter(Gsm7::fits);
  }

  private static Split split(String text, Cutter cutter, int whole, int part, Unit unit) {
    List<String> parts = cutter.numbered(text, whole, part);
    int used = parts.stream().mapToInt(cutter::cost).sum();
    int allowed = parts.size() <= 1 ? whole : part * MOST_PARTS;
    List<String> over = new ArrayList<>();
    if (parts.size() > MOST_PARTS) {
      over.add(parts.size() + " messages, at most " + MOST_PARTS + " may be sent");
    }
    return new Split(parts, new Fit(used, allowed, unit, parts.size(), over));
  }
}
