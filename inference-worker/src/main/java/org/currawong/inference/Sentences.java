package org.currawong.inference;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a line, each with its full stop. */
final class Sentences {

  private static final String ENDS = ".!?。！？؟।";

  private Sentences() {}

  /** At least one sentence; joined with spaces they give the line's words again. */
  static List<String> of(String line) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < line.length(); i++) {
      if (ENDS.indexOf(line.charAt(i)) >= 0 && endsHere(line, i)) {
        add(sentences, line.substring(from, i + 1));
        from = i + 1;
      }
    }
    add(sentences, line.substring(from));
    if (sentences.isEmpty()) {
      sentences.add("");
    }
    return sentences;
  }

  /** A point within a number or a name ends nothing; Chinese stops need no space after them. */
  private static boolean endsHere(String line, int i) {
    return i + 1 == line.length() || line.charAt(i + 1) == ' ' || line.charAt(i) > 0x7f;
  }

  private static void add(List<String> sentences, String sentence) {
    if (!sentence.isBlank()) {
      sentences.add(sentence.strip());
    }
  }
}
