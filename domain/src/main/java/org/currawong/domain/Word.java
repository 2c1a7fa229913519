package org.currawong.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An enumeration whose values are written outside as fixed words (JSON, CAP, file names). */
public interface Word {

  /** The word as it stands in JSON, in CAP or in a file name; never changes once released. */
  String word();

  /** The value of {@code type} whose word is {@code word}, exactly as written; empty if none is. */
  static <E extends Enum<E> & Word> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.word().equals(word)).findFirst();
  }

  /** The constant's name in lower case with hyphens, the usual form of a word. */
  static String hyphened(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
