package org.currawong.domain.text;

import java.util.List;

/** How long a script takes to say, before any voice has said it. */
public final class Spoken {

  /** Words a minute of a clear announcer. */
  public static final int WORDS_PER_MINUTE = 150;

  /** Seconds after which listeners no longer hold what was said. */
  public static final int MOST_SECONDS = 90;

  /** A syllable-like character of a script without spaces between words, as a share of a word. */
  private static final double IDEOGRAPH_WORDS = 0.6;

  private static final int SECONDS_PER_MINUTE = 60;

  private Spoken() {}

  /**
   * Seconds to say the text once, rounded up; 0 for no words. Each digit counts as a word ("000" is
   * said digit by digit), and so do parts of a word for scripts written without spaces.
   */
  public static int seconds(String text) {
    double words = 0;
    for (String token : text.split("[\\s\\p{Punct}–—]+")) {
      words += words(token);
    }
    return (int) Math.ceil(words * SECONDS_PER_MINUTE / WORDS_PER_MINUTE);
  }

  /** Whether a whole script, its repetition included, may go on air. */
  public static Fit fit(String script) {
    int seconds = seconds(script);
    List<String> over =
        seconds > MOST_SECONDS
            ? List.of((seconds - MOST_SECONDS) + " seconds too long to say")
            : List.of();
    return new Fit(seconds, MOST_SECONDS, Unit.SECONDS, seconds > 0 ? 1 : 0, over);
  }

  private static double words(String token) {
    long digits = token.codePoints().filter(Character::isDigit).count();
    long unspaced = token.codePoints().filter(Spoken::isUnspaced).count();
    boolean letters = token.codePoints().anyMatch(p -> Character.isLetter(p) && !isUnspaced(p));
    return digits + unspaced * IDEOGRAPH_WORDS + (letters ? 1 : 0);
  }

  private static boolean isUnspaced(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(point);
      default -> false;
    };
  }
}
