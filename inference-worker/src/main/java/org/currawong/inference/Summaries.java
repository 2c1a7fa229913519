package org.currawong.inference;

import java.util.List;

/**
 * One line that says what a report says, taken from it: whole sentences where they fit, else the
 * beginning of one and an ellipsis. It never adds a word, a number or a place, and never cuts a
 * number in two.
 */
public final class Summaries {

  /** The longest summary, in characters (code points). */
  public static final int MAX = 120;

  private static final String ELLIPSIS = "…";

  /** How much the sentence that made a report urgent weighs, against one word of its category. */
  private static final int URGENCY_WEIGHT = 8;

  private Summaries() {}

  /** The first words of a text as a line. */
  public static Finding<String> of(String text) {
    return Finding.builtIn(fit(line(text)), "its first words");
  }

  /**
   * The line that holds most of what was found.
   *
   * @param found what the other duties quoted of the text, the weightiest first
   */
  static Finding<String> of(String text, List<String> found) {
    String whole = line(text);
    if (length(whole) <= MAX) {
      return Finding.builtIn(whole, "the whole text");
    }
    List<String> sentences = Sentences.of(whole);
    int best = 0;
    int most = -1;
    for (int i = 0; i < sentences.size(); i++) {
      int weight = weight(sentences.get(i), found);
      if (weight > most) {
        most = weight;
        best = i;
      }
    }
    return Finding.builtIn(
        fit(join(sentences, best)), best == 0 ? "its first words" : "its weightiest sentence");
  }

  private static int weight(String sentence, List<String> found) {
    int weight = 0;
    for (int i = 0; i < found.size(); i++) {
      if (!found.get(i).isEmpty() && sentence.contains(found.get(i))) {
        weight += i == 0 ? URGENCY_WEIGHT : 1;
      }
    }
    return weight;
  }

  /** That sentence and those that follow it, as long as they fit whole. */
  private static String join(List<String> sentences, int from) {
    StringBuilder joined = new StringBuilder(sentences.get(from));
    for (int i = from + 1; i < sentences.size(); i++) {
      String longer = joined + " " + sentences.get(i);
      if (length(longer) > MAX) {
        break;
      }
      joined.append(' ').append(sentences.get(i));
    }
    return joined.toString();
  }

  /**
   * A text on one line that does nothing but read: white space as one space, no controls, no marks
   * that turn the direction or hide, no terminal escapes.
   */
  static String line(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), Words.MAX_CHARS));
    int end = Math.min(text.length(), Words.MAX_CHARS);
    int i = 0;
    while (i < end) {
      int cp = text.codePointAt(i);
      if (cp == 0x1b) {
        i = Escapes.end(text, i, end);
        continue;
      }
      append(out, cp);
      i += Character.charCount(cp);
    }
    return out.toString().strip();
  }

  private static void append(StringBuilder out, int cp) {
    boolean space = Character.isWhitespace(cp) || Character.isSpaceChar(cp);
    if (space) {
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
      return;
    }
    int type = Character.getType(cp);
    boolean joiner = cp == 0x200C || cp == 0x200D;
    boolean hidden =
        type == Character.CONTROL
            || type == Character.FORMAT && !joiner
            || type == Character.SURROGATE
            || type == Character.PRIVATE_USE
            || type == Character.UNASSIGNED;
    if (!hidden) {
      out.appendCodePoint(cp);
    }
  }

  /** At most {@link #MAX} characters: whole words, then an ellipsis. */
  private static String fit(String line) {
    if (length(line) <= MAX) {
      return line;
    }
    int limit = line.offsetByCodePoints(0, MAX - 1);
    int cut = lastWholeWord(Words.of(line), limit);
    return line.substring(0, cut).strip() + ELLIPSIS;
  }

  /** Where the last word ends that fits whole; numbers that follow each other stay together. */
  private static int lastWholeWord(Words words, int limit) {
    int cut = 0;
    for (int i = 0; i < words.size() && words.get(i).end() <= limit; i++) {
      boolean amidNumber = isNumber(words, i) && isNumber(words, i + 1);
      if (!amidNumber) {
        cut = words.get(i).end();
      }
    }
    return cut;
  }

  private static boolean isNumber(Words words, int i) {
    return i < words.size() && Character.isDigit(words.form(i).codePointAt(0));
  }

  private static int length(String s) {
    return s.codePointCount(0, s.length());
  }
}
