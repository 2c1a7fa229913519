package org.currawong.radio;

import java.util.ArrayList;
import java.util.List;

/** English number words as an announcer says them. Pure. */
final class Numerals {

  /** From here on nobody follows a number in words: it is said digit by digit. */
  static final long MOST = 999_999_999L;

  private static final int TEN = 10;
  private static final int TWENTY = 20;
  private static final int HUNDRED = 100;
  private static final int THOUSAND = 1_000;
  private static final int MILLION = 1_000_000;

  /** Years said in two pairs; 2000 to 2009 are said as numbers. */
  private static final int FIRST_YEAR = 1100;

  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");

  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private Numerals() {}

  /** A whole number from 0 to {@link #MOST} in words; a larger one digit by digit. */
  static String cardinal(long n) {
    if (n > MOST) {
      return digits(Long.toString(n));
    }
    List<String> words = new ArrayList<>();
    scale(words, n / MILLION, "million");
    scale(words, n % MILLION / THOUSAND, "thousand");
    long rest = n % THOUSAND;
    if (rest > 0 || words.isEmpty()) {
      words.add((rest < HUNDRED && !words.isEmpty() ? "and " : "") + belowThousand((int) rest));
    }
    return String.join(" ", words);
  }

  /** A day of the month, 1 to 31, as "twenty third". */
  static String ordinal(int n) {
    String cardinal = cardinal(n);
    int space = cardinal.lastIndexOf(' ') + 1;
    return cardinal.substring(0, space) + ordinalWord(cardinal.substring(space));
  }

  /** A year from 1100 to 2999 as "twenty twenty six"; any other number as a cardinal. */
  static String year(int n) {
    int century = n / HUNDRED;
    int rest = n % HUNDRED;
    if (n < FIRST_YEAR || n >= 3 * THOUSAND || n / TEN == 2 * HUNDRED) {
      return cardinal(n);
    }
    if (rest == 0) {
      return cardinal(century) + " hundred";
    }
    return cardinal(century) + " " + (rest < TEN ? "oh " : "") + cardinal(rest);
  }

  /**
   * Each digit by its name, anything else as a pause: "one three two, five hundred" is not said.
   */
  static String digits(String number) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c >= '0' && c <= '9') {
        out.append(out.isEmpty() || out.charAt(out.length() - 1) == ' ' ? "" : " ");
        out.append(SMALL.get(c - '0'));
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(", ");
      }
    }
    return out.toString().strip();
  }

  private static void scale(List<String> words, long n, String name) {
    if (n > 0) {
      words.add(belowThousand((int) n) + " " + name);
    }
  }

  private static String belowThousand(int n) {
    if (n < HUNDRED) {
      return belowHundred(n);
    }
    String hundreds = SMALL.get(n / HUNDRED) + " hundred";
    return n % HUNDRED == 0 ? hundreds : hundreds + " and " + belowHundred(n % HUNDRED);
  }

  private static String belowHundred(int n) {
    if (n < TWENTY) {
      return SMALL.get(n);
    }
    String tens = TENS.get(n / TEN);
    return n % TEN == 0 ? tens : tens + " " + SMALL.get(n % TEN);
  }

  private static String ordinalWord(String word) {
    return switch (word) {
      case "one" -> "first";
      case "two" -> "second";
      case "three" -> "third";
      case "five" -> "fifth";
      case "eight" -> "eighth";
      case "nine" -> "ninth";
      case "twelve" -> "twelfth";
      default -> word.endsWith("y") ? word.substring(0, word.length() - 1) + "ieth" : word + "th";
    };
  }
}
