package org.currawong.radio;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text cut where a reader takes breath. Pure. */
final class Sentences {

  private static final Pattern END = Pattern.compile("(?<=[.!?…])\\s+|(?<=[。！？])\\s*|[\\r\\n]+");

  private Sentences() {}

  /**
   * The sentences, each on one line with a capital and an end mark; what holds no letter or digit
   * is dropped.
   */
  static List<String> of(String text) {
    return Stream.of(END.split(text))
        .map(s -> s.replaceAll("\\s+", " ").strip())
        .filter(s -> s.codePoints().anyMatch(Character::isLetterOrDigit))
        .map(s -> s.matches("(?s).*[.!?…。！？]") ? s : s + ".")
        .map(s -> s.substring(0, 1).toUpperCase(Locale.ROOT) + s.substring(1))
        .toList();
  }
}
