package org.currawong.inference;

import java.util.Optional;
import java.util.Set;
import org.currawong.domain.report.Placed;

/** A street with a house number in a text: "14 River Road". Its coordinates are not known. */
final class StreetAddress {

  private static final Set<String> KINDS =
      Set.of(
          "street",
          "st",
          "road",
          "rd",
          "avenue",
          "ave",
          "lane",
          "ln",
          "drive",
          "dr",
          "court",
          "ct",
          "crescent",
          "cres",
          "highway",
          "hwy",
          "parade",
          "pde",
          "terrace",
          "tce",
          "close",
          "esplanade",
          "boulevard",
          "blvd",
          "parkway",
          "circuit",
          "grove");

  /** Names of streets have one to this many words. */
  private static final int MAX_NAME = 3;

  /** House numbers have at most this many digits. */
  private static final int MAX_DIGITS = 5;

  private StreetAddress() {}

  static Optional<Finding<Placed>> find(Words words) {
    for (int i = 0; i < words.size(); i++) {
      int end = isNumber(words.form(i)) ? end(words, i) : -1;
      if (end > 0) {
        String name = words.text().substring(words.get(i).start(), words.get(end).end());
        Placed placed = new Placed(Summaries.line(name), null, null);
        return Optional.of(
            Finding.builtIn(
                placed, "the report names a street; it is on no list, so not on the map"));
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(String form) {
    return form.length() <= MAX_DIGITS && form.chars().allMatch(Character::isDigit);
  }

  private static int end(Words words, int number) {
    int from = number + 1;
    // "14b River Road": the letter stands as a word of its own.
    if (from < words.size() && words.form(from).length() == 1) {
      from++;
    }
    for (int at = from; at < words.size() && at <= from + MAX_NAME; at++) {
      Words.Word word = words.get(at);
      if (word.afterBreak() || Character.isDigit(word.form().charAt(0))) {
        return -1;
      }
      if (at > from && KINDS.contains(word.form())) {
        return at;
      }
    }
    return -1;
  }
}
