package org.currawong.inference;

import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.text.Plain;

/** Words of a report as they may stand in a reason: harmless, on one line and short. */
final class Quote {

  private static final int LONGEST = 40;

  private Quote() {}

  /** The words {@code first} to {@code last} as they stand in the text. */
  static String of(Words words, int first, int last) {
    return of(words.text().substring(words.get(first).start(), words.get(last).end()));
  }

  static String of(String words) {
    String line = Plain.oneLine(words);
    int points = line.codePointCount(0, line.length());
    String shown =
        points <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    return "“" + shown + "”";
  }

  /** The first words that stand in quotation marks in each reason, or nothing where none do. */
  static List<String> in(String... reasons) {
    List<String> quoted = new ArrayList<>();
    for (String reason : reasons) {
      int open = reason.indexOf('“');
      int close = reason.indexOf('”', open + 1);
      quoted.add(open < 0 || close < 0 ? "" : reason.substring(open + 1, close).replace("…", ""));
    }
    return quoted;
  }
}
