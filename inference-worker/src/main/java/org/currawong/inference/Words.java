package org.currawong.inference;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as a list of words in a form that rules can compare: lower case, accents and vowel points
 * folded, zero-width and direction marks and terminal escapes left out, letters drawn out
 * ("heeelp") shortened, digits parted from letters. Chinese characters, kana and pictures stand as
 * one word each. One pass over the text, so the time grows with its length alone.
 */
final class Words {

  /** Text beyond this many characters is not read; twice the largest report that the hub takes. */
  static final int MAX_CHARS = 16_384;

  /** Longer words are no words; a cap keeps the work per word constant. */
  private static final int MAX_WORD = 48;

  /** Parts of English contractions that stay with their word: can't, we're, I'll, they've. */
  private static final Set<String> CONTRACTED = Set.of("t", "s", "d", "m", "re", "ll", "ve");

  /**
   * One word.
   *
   * @param form the folded form
   * @param start where it begins in the text, in chars
   * @param end where it ends in the text, exclusive
   * @param afterBreak whether punctuation or a line end stands between it and the word before
   */
  record Word(String form, int start, int end, boolean afterBreak) {}

  private final String text;
  private final List<Word> list = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private int openStart;
  private int openEnd;
  private boolean openDigits;
  private boolean broken = true;

  private Words(String text) {
    this.text = text;
  }

  /** Reads {@code text}; never fails, whatever it holds. */
  static Words of(String text) {
    Words words = new Words(text);
    words.scan();
    return words;
  }

  int size() {
    return list.size();
  }

  Word get(int i) {
    return list.get(i);
  }

  String form(int i) {
    return list.get(i).form();
  }

  List<Word> all() {
    return list;
  }

  /** The text that was read. */
  String text() {
    return text;
  }

  /** Whether some of the text was too far in to be read. */
  boolean cut() {
    return text.length() > MAX_CHARS;
  }

  private void scan() {
    int end = Math.min(text.length(), MAX_CHARS);
    int i = 0;
    while (i < end) {
      int cp = text.codePointAt(i);
      int next = i + Character.charCount(cp);
      if (cp == 0x1b) {
        close();
        i = Escapes.end(text, i, end);
        continue;
      }
      take(cp, i, next);
      i = next;
    }
    close();
  }

  private void take(int cp, int at, int next) {
    if (isInvisible(cp)) {
      return;
    }
    if (isApostrophe(cp)) {
      if (!contraction(next)) {
        close();
      }
    } else if (standsAlone(cp)) {
      close();
      extend(cp, at, next);
      close();
    } else if (isWordPart(cp)) {
      boolean digit = Character.isDigit(cp);
      if (!open.isEmpty() && digit != openDigits) {
        close();
      }
      openDigits = digit;
      extend(cp, at, next);
    } else {
      close();
      broken |= !joins(cp);
    }
  }

  private static boolean isInvisible(int cp) {
    return Character.getType(cp) == Character.FORMAT || cp == 0xFE0F || cp == 0xFE0E;
  }

  private static boolean isApostrophe(int cp) {
    return cp == '\'' || cp == '’' || cp == 'ʼ' || cp == '‘' || cp == '`' || cp == '´';
  }

  private static boolean isWordPart(int cp) {
    int type = Character.getType(cp);
    return Character.isLetterOrDigit(cp)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean standsAlone(int cp) {
    if (cp < 0x2E80) {
      return Character.getType(cp) == Character.OTHER_SYMBOL && cp > 0xFF;
    }
    if (Character.getType(cp) == Character.OTHER_SYMBOL) {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(cp);
    return Character.isLetter(cp)
        && (script == UnicodeScript.HAN
            || script == UnicodeScript.HIRAGANA
            || script == UnicodeScript.KATAKANA);
  }

  private static boolean joins(int cp) {
    return cp == ' ' || cp == '\t' || cp == '-' || cp == '_' || cp == 0xA0 || cp == 0x3000;
  }

  private boolean contraction(int from) {
    int to = from;
    while (to < text.length() && to - from < 3 && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return !open.isEmpty()
        && CONTRACTED.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
  }

  private void extend(int cp, int at, int next) {
    if (open.isEmpty()) {
      openStart = at;
    }
    openEnd = next;
    if (open.length() < MAX_WORD) {
      open.appendCodePoint(cp);
    }
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    String form = fold(open.toString());
    open.setLength(0);
    if (!form.isEmpty()) {
      list.add(new Word(form, openStart, openEnd, broken));
      broken = false;
    }
  }

  /** The form under which two spellings of a word are the same word. */
  static String fold(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    if (!isAscii(folded)) {
      folded = Normalizer.normalize(folded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
      folded = Normalizer.normalize(folded, Normalizer.Form.NFD);
      folded = Normalizer.normalize(withoutMarks(folded), Normalizer.Form.NFC);
    }
    return shortened(folded);
  }

  private static boolean isAscii(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Drops Latin and Greek accents and Arabic points; the vowel signs of Indic scripts stay. */
  private static String withoutMarks(String s) {
    StringBuilder out = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      boolean mark =
          (c >= 0x300 && c <= 0x36f) || (c >= 0x610 && c <= 0x61a) || (c >= 0x64b && c <= 0x65f);
      if (!mark && c != 0x670 && c != 0x640) {
        out.append(plain(c));
      }
    }
    return out.toString();
  }

  private static char plain(char c) {
    return switch (c) {
      case 'đ' -> 'd';
      case 'ı' -> 'i';
      case 'ø' -> 'o';
      case 'ł' -> 'l';
      case 'ς' -> 'σ';
      case 'ٱ' -> 'ا';
      case 'ى' -> 'ي';
      case 'ة' -> 'ه';
      default -> c;
    };
  }

  /** Three or more of the same letter in a row count as one: nobody spells so, people cry so. */
  private static String shortened(String s) {
    StringBuilder out = new StringBuilder(s.length());
    int i = 0;
    while (i < s.length()) {
      int j = i;
      while (j < s.length() && s.charAt(j) == s.charAt(i)) {
        j++;
      }
      boolean drawnOut = j - i >= 3 && Character.isLetter(s.charAt(i));
      out.append(s, i, drawnOut ? i + 1 : j);
      i = j;
    }
    return out.toString();
  }
}
