package org.currawong.domain.power;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one UPS said at one moment, by the variables of Network UPS Tools ({@code ups.status},
 * {@code battery.charge}, {@code battery.runtime}).
 *
 * @param words of {@code ups.status} as they came, unknown ones too; empty where it said nothing
 * @param charge percent, 0 to 100, or {@code null} where it said none or an impossible one
 * @param runtime seconds, or {@code null} likewise
 * @param odd what it said that can't be so, in words for people
 */
public record UpsReading(
    List<String> words, Double charge, Double runtime, List<String> odd, Instant at) {

  /** More words than any UPS says at once; keeps a broken one out of the log. */
  private static final int MOST_WORDS = 32;

  private static final int LONGEST_WORD = 32;

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(?:\\.\\d{1,9})?");

  /** Some gauges run a little over when full. */
  private static final double FULLEST = 105;

  /** A battery that would last longer has a gauge that can't be trusted: seconds of a week. */
  private static final double LONGEST = 7 * 24 * 3600;

  public UpsReading {
    words = List.copyOf(words);
    odd = List.copyOf(odd);
  }

  /**
   * Reads what {@code upsc} prints. A remark after {@code #} is no part of a value; what is not a
   * number, or can't be so, counts as not said and is kept in {@code odd}.
   */
  public static UpsReading of(Map<String, String> variables, Instant at) {
    List<String> odd = new ArrayList<>();
    Double charge = number(variables, "battery.charge", FULLEST, odd);
    return new UpsReading(
        words(value(variables, "ups.status")),
        charge == null ? null : Double.valueOf(Math.min(100, charge)),
        number(variables, "battery.runtime", LONGEST, odd),
        odd,
        at);
  }

  private static String value(Map<String, String> variables, String name) {
    String said = variables.get(name);
    return said == null ? "" : said.split("#", 2)[0].strip();
  }

  private static List<String> words(String status) {
    return Arrays.stream(status.split("\\s+"))
        .filter(w -> !w.isEmpty())
        .map(w -> w.length() <= LONGEST_WORD ? w : w.substring(0, LONGEST_WORD))
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  private static Double number(
      Map<String, String> variables, String name, double most, List<String> odd) {
    String said = value(variables, name);
    if (said.isEmpty()) {
      return null;
    }
    Double n = NUMBER.matcher(said).matches() ? Double.valueOf(said) : null;
    if (n == null || n < 0 || n > most) {
      odd.add(name + " can't be what it says");
      return null;
    }
    return n;
  }

  /** Whether {@code ups.status} has this word. */
  public boolean says(String word) {
    return words.contains(word);
  }
}
