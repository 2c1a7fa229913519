package org.currawong.domain.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text as lines of RDS RadioText: at most 64 characters of the RDS basic set each, sent in turn
 * (IEC 62106, section 6.1.5.3 and Annex E, table E.1).
 */
public final class RdsText {

  /** Characters of one RadioText. */
  public static final int LINE = 64;

  /**
   * Most lines in turn: a line stays about ten seconds, and nobody watches a car radio for longer
   * than a minute and a half.
   */
  public static final int MOST_LINES = 8;

  private static final String LOW =
      " !\"#¤%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]―_‖abcdefghijklmnopqrstuvwxyz{|}¯";
  private static final String HIGH =
      "áàéèíìóòúùÑÇŞß¡Ĳâäêëîïôöûüñçşğıĳªα©‰Ğěňőπ€£$←↑→↓º¹²³±İńűµ¿÷°¼½¾§"
          + "ÁÀÉÈÍÌÓÒÚÙŘČŠŽĐĿÂÄÊËÎÏÔÖÛÜřčšžđŀÃÅÆŒŷÝÕØÞŊŔĆŚŹŦðãåæœŵýõøþŋŕćśźŧ";
  private static final int LOW_START = 0x20;
  private static final int HIGH_START = 0x80;

  /** Before the word of the alert's own language, in a mark that says it in two. */
  private static final char OWN_WORD = '-';

  private static final Cutter CHARACTERS = new Cutter(point -> 1);

  private RdsText() {}

  /** The RDS byte of a code point, 0x20 to 0xFE, or -1 where the set lacks it. */
  public static int code(int codePoint) {
    int low = LOW.indexOf(codePoint);
    if (low >= 0) {
      return LOW_START + low;
    }
    int high = HIGH.indexOf(codePoint);
    return high >= 0 ? HIGH_START + high : -1;
  }

  /** The characters that the RDS set lacks, each once, in code point order. */
  public static Set<String> outside(String text) {
    Set<String> found = new TreeSet<>();
    text.codePoints()
        .filter(point -> code(point) < 0)
        .forEach(p -> found.add(Character.toString(p)));
    return found;
  }

  /** The lines, and whether they are few enough and all of the set. Line breaks become spaces. */
  public static Split split(String text) {
    return split(text, "");
  }

  /**
   * The same for a text that begins with a mark: who looks at a display sees one line, whichever,
   * so each later one repeats it, once, in the language's own word.
   *
   * @param mark exercise, demonstration or test words; empty for none
   */
  public static Split split(String text, String mark) {
    String composed = composed(text);
    String again = mark.isEmpty() ? "" : once(composed(mark)) + ". ";
    List<String> lines = new ArrayList<>(CHARACTERS.pieces(composed, LINE));
    if (lines.size() > 1) {
      String rest = composed.strip().substring(lines.getFirst().length());
      lines.subList(1, lines.size()).clear();
      CHARACTERS.pieces(rest, LINE - CHARACTERS.cost(again)).forEach(l -> lines.add(again + l));
    }
    int used = lines.stream().mapToInt(CHARACTERS::cost).sum();
    List<String> over = new ArrayList<>();
    if (lines.size() > MOST_LINES) {
      over.add(lines.size() + " lines, at most " + MOST_LINES + " may be sent");
    }
    Set<String> outside = outside(composed);
    if (!outside.isEmpty()) {
      over.add("not in the radio display's set: " + String.join(" ", outside));
    }
    int allowed = LINE * MOST_LINES;
    return new Split(lines, new Fit(used, allowed, Unit.CHARACTERS, lines.size(), over));
  }

  /** The same words with plain punctuation, where that alone brings the text into the set. */
  public static Optional<String> mended(String text) {
    String composed = composed(text);
    if (outside(composed).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Punctuation.plain(composed)).filter(plain -> outside(plain).isEmpty());
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
  }

  /** What a mark says, once: "TEST" of "TEST TEST TEST", "PRUEBA" of "TEST TEST TEST - PRUEBA". */
  private static String once(String whole) {
    String mark = whole.substring(whole.lastIndexOf(OWN_WORD) + 1).strip();
    for (int at = mark.indexOf(' '); at > 0; at = mark.indexOf(' ', at + 1)) {
      String word = mark.substring(0, at + 1);
      String all = mark + " ";
      if (word.repeat(all.length() / word.length()).equals(all)) {
        return mark.substring(0, at);
      }
    }
    return mark;
  }
}
