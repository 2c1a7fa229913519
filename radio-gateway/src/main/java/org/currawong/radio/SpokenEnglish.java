package org.currawong.radio;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A written English sentence as an announcer says it: times, dates, numbers, units, telephone
 * numbers, abbreviations and initials in words. What stands on the script is what the voice says,
 * so whoever approves the script has read every number as it will be heard. Pure; the result holds
 * printable ASCII only.
 */
final class SpokenEnglish {

  private static final int NOON = 12;
  private static final String MONTHS =
      "January|February|March|April|May|June|July|August|September|October|November|December";
  private static final List<String> MONTH_NAMES = List.of(MONTHS.split("\\|"));

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("km/h", "kilometres an hour"),
          Map.entry("kph", "kilometres an hour"),
          Map.entry("km", "kilometres"),
          Map.entry("cm", "centimetres"),
          Map.entry("mm", "millimetres"),
          Map.entry("m", "metres"),
          Map.entry("ha", "hectares"),
          Map.entry("kg", "kilograms"),
          Map.entry("L", "litres"),
          Map.entry("min", "minutes"),
          Map.entry("mins", "minutes"),
          Map.entry("hrs", "hours"),
          Map.entry("°C", "degrees"),
          Map.entry("°", "degrees"),
          Map.entry("%", "per cent"));

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("St", "Street"),
          Map.entry("Rd", "Road"),
          Map.entry("Ave", "Avenue"),
          Map.entry("Av", "Avenue"),
          Map.entry("Hwy", "Highway"),
          Map.entry("Pde", "Parade"),
          Map.entry("Cres", "Crescent"),
          Map.entry("Ct", "Court"),
          Map.entry("Dr", "Drive"),
          Map.entry("Ln", "Lane"),
          Map.entry("Tce", "Terrace"),
          Map.entry("Mt", "Mount"),
          Map.entry("Ck", "Creek"),
          Map.entry("Cnr", "Corner"),
          Map.entry("approx", "approximately"),
          Map.entry("etc", "et cetera"));

  /** Said letter by letter; any other word in capitals is a word that was shouted. */
  private static final Set<String> INITIALS =
      Set.of(
          "ABC", "ACT", "AM", "CB", "CFA", "CFS", "DFES", "FM", "GP", "MP", "NSW", "NT", "PA",
          "RFDS", "RFS", "RSL", "SA", "SES", "SMS", "TV", "UHF", "VHF", "VRA", "WA", "ICU", "ID");

  private static final List<Rule> RULES =
      List.of(
          rule("[’‘`´]", m -> "'"),
          rule("[“”\"«»]", m -> ""),
          rule("(?i)https?://([^\\s)]+)", m -> address(m.group(1))),
          rule("\\b([\\w.+-]+)@([\\w-]+(?:\\.[\\w-]+)+)", m -> mail(m.group(1), m.group(2))),
          rule("\\bwww\\.([\\w./-]+)", m -> address("www." + m.group(1))),
          rule("(?i)triple zero\\s*\\(\\s*000\\s*\\)", m -> "Triple Zero"),
          rule("(?<![\\d,.])000(?![\\d])", m -> "Triple Zero"),
          rule(
              "(?i)\\b(\\d{1,2})[:.](\\d{2})\\s*([ap])(?:m\\b|\\.m\\.)",
              m -> clock(m.group(1), m.group(2), m.group(3))),
          rule(
              "(?i)\\b(\\d{1,2})\\s*([ap])(?:m\\b|\\.m\\.)",
              m -> clock(m.group(1), "00", m.group(2))),
          rule("\\b([01]?\\d|2[0-3]):([0-5]\\d)\\b", m -> clock24(m.group(1), m.group(2))),
          rule(
              "\\b([0-3]?\\d)/([01]?\\d)/([12]\\d{3})\\b",
              m -> date(m.group(1), m.group(2), m.group(3))),
          rule(
              "\\b([0-3]?\\d)(?:st|nd|rd|th)?\\s+(" + MONTHS + ")(?:,?\\s+([12]\\d{3}))?\\b",
              m -> date(m.group(1), m.group(2), m.group(3))),
          rule("\\b(\\d{1,2})(?:st|nd|rd|th)\\b", m -> Numerals.ordinal(number(m.group(1)))),
          rule("\\+?\\(?\\b0\\d\\)?(?:[ -]?\\d){6,9}\\b", m -> Numerals.digits(m.group())),
          rule("\\b1[38]00(?:[ -]?\\d){6}\\b", m -> Numerals.digits(m.group())),
          rule("\\b13\\d?(?:[ -]\\d{2,3}){1,2}\\b", m -> Numerals.digits(m.group())),
          rule(
              "\\$\\s?(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.00)?\\b",
              m -> whole(m.group(1)) + " dollars"),
          rule("(\\d)\\s?[-–—]\\s?(?=\\d)", m -> m.group(1) + " to "),
          rule(
              "(\\d)\\s?(km/h|kph|km|cm|mm|m|ha|kg|L|mins|min|hrs|°C|°|%)(?![\\w/])",
              m -> m.group(1) + " " + UNITS.get(m.group(2))),
          rule("\\b([A-Z])(\\d{1,4})\\b", m -> m.group(1) + " " + whole(m.group(2))),
          rule("\\b(\\d{1,3}(?:,\\d{3})+)\\b", m -> whole(m.group(1))),
          rule(
              "\\b(\\d+)\\.(\\d+)\\b",
              m -> whole(m.group(1)) + " point " + Numerals.digits(m.group(2))),
          rule("\\bNo\\.\\s*(?=\\d)", m -> "Number "),
          rule("\\d+", m -> " " + whole(m.group()) + " "),
          rule("(?<![A-Z][a-z']{0,20}\\s)\\bSt\\.?\\s+(?=[A-Z][a-z])", m -> "Saint "),
          rule("(?<![A-Z][a-z']{0,20}\\s)\\bDr\\.?\\s+(?=[A-Z][a-z])", m -> "Doctor "),
          rule(
              "\\b(St|Rd|Ave|Av|Hwy|Pde|Cres|Ct|Dr|Ln|Tce|Mt|Ck|Cnr|approx|etc)\\b"
                  + "(?:\\.(?!\\s+[A-Z]|\\s*$))?",
              m -> SHORT.get(m.group(1))),
          rule("&", m -> " and "),
          rule("[-–—]{2,}|\\s[-–—]\\s|[–—]", m -> ", "),
          rule("\\b[A-Z]{2,}\\b", m -> capitals(m.group())),
          rule("[()\\[\\]{}<>|/\\\\*_#=~^+@]", m -> " "));

  private SpokenEnglish() {}

  /** The sentence for the ear; empty when nothing in it can be said. */
  static String say(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFC);
    for (Rule rule : RULES) {
      text = rule.pattern().matcher(text).replaceAll(m -> quoted(rule.words().apply(m)));
    }
    return tidy(ascii(text));
  }

  private static String ascii(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .replaceAll("[^ -~]", " ");
  }

  private static String tidy(String text) {
    return text.replaceAll("\\s+", " ")
        .replaceAll(" (?=[,.;:!?])", "")
        .replaceAll("[,;:]+(?=[,.;:!?])", "")
        .strip();
  }

  private static String clock(String hour, String minute, String half) {
    int h = number(hour);
    int m = number(minute);
    boolean afternoon = half.equalsIgnoreCase("p");
    if (h == NOON && m == 0) {
      return afternoon ? "twelve noon" : "twelve midnight";
    }
    return minutes(h, m) + (afternoon ? " p m" : " a m");
  }

  private static String clock24(String hour, String minute) {
    int h = number(hour);
    String half = h < NOON ? "a" : "p";
    int twelve = h % NOON == 0 ? NOON : h % NOON;
    return clock(Integer.toString(twelve), minute, half);
  }

  private static String minutes(int hour, int minute) {
    String h = Numerals.cardinal(hour);
    if (minute == 0) {
      return h;
    }
    return h + " " + (minute < 10 ? "oh " : "") + Numerals.cardinal(minute);
  }

  private static String date(String day, String month, String year) {
    int d = number(day);
    boolean named = !Character.isDigit(month.charAt(0));
    int m = named ? MONTH_NAMES.indexOf(month) + 1 : number(month);
    if (d < 1 || d > 31 || m < 1 || m > MONTH_NAMES.size()) {
      return Numerals.digits(day) + " " + (named ? month : Numerals.digits(month));
    }
    String words = "the " + Numerals.ordinal(d) + " of " + MONTH_NAMES.get(m - 1);
    return year == null ? words : words + " " + Numerals.year(number(year));
  }

  private static String whole(String digits) {
    String plain = digits.replace(",", "");
    boolean code = plain.length() > 1 && plain.startsWith("0");
    return code || plain.length() > 9 ? Numerals.digits(plain) : Numerals.cardinal(number(plain));
  }

  private static String address(String url) {
    return url.replaceAll("[.,;]+$", "")
        .replace(".", " dot ")
        .replace("/", " slash ")
        .replace("-", " dash ")
        .replaceAll("( slash )+$", "");
  }

  private static String mail(String name, String host) {
    return name.replace(".", " dot ") + " at " + host.replace(".", " dot ");
  }

  private static String capitals(String word) {
    boolean vowelless = word.length() <= 4 && !word.matches(".*[AEIOUY].*");
    if (INITIALS.contains(word) || vowelless) {
      return String.join(" ", word.split(""));
    }
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private static Rule rule(String pattern, Function<MatchResult, String> words) {
    return new Rule(Pattern.compile(pattern), words);
  }

  private record Rule(Pattern pattern, Function<MatchResult, String> words) {}
}
