package org.currawong.inference;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English words, and figures in any script, that carry a fact which must not be invented. */
final class FactWords {

  private static final Set<String> NEGATIONS =
      words(
          "not no never none nobody nothing nowhere neither nor without except cannot cant wont"
              + " dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt shouldnt"
              + " wouldnt aint hardly barely unless stop stopped false fake hoax untrue wrong"
              + " rumour rumor joke cancelled");

  private static final Set<String> NUMBERS =
      words(
          "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
              + " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy"
              + " eighty ninety hundred hundreds thousand thousands million dozen dozens half"
              + " quarter couple pair several many few first second third both all every double"
              + " triple once twice zero");

  private static final Set<String> DIRECTIONS =
      words(
          "north south east west northern southern eastern western northeast northwest southeast"
              + " southwest northbound southbound eastbound westbound left right up down upstream"
              + " downstream uphill downhill above below under over behind inside outside near"
              + " beside across opposite towards");

  private static final Set<String> TIMES =
      words(
          "today tonight tomorrow yesterday now soon later already morning afternoon evening night"
              + " midnight noon midday am pm oclock hour hours minute minutes day days week weeks"
              + " month months monday tuesday wednesday thursday friday saturday sunday january"
              + " february march april june july august september october november december ago"
              + " before after since until during still yet");

  private static final Set<String> DOUBTS =
      words(
          "if may might could would maybe perhaps think thinks thought believe believes heard hear"
              + " says said apparently possibly probably unsure sure wonder whether seems seem"
              + " looks likely guess claim claims reportedly supposedly");

  /** A run of digits of any script, with what joins them into one time, price or number. */
  private static final Pattern FIGURES = Pattern.compile("\\p{Nd}+(?:[.,:/-]\\p{Nd}+)*");

  /** Fractions, circled and Roman figures. */
  private static final Pattern ODD_FIGURES = Pattern.compile("[\\p{No}\\p{Nl}]");

  private static final Pattern LINK =
      Pattern.compile(
          "(?i)[a-z][a-z0-9+.-]{1,15}:/|www\\.|\\S@\\S|[@#]\\w|[a-z0-9-]\\.[a-z]{2,12}(?:/|\\b)");

  private FactWords() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  static boolean negates(String form) {
    return NEGATIONS.contains(form);
  }

  static boolean doubts(String form) {
    return DOUBTS.contains(form);
  }

  /** The fact that an English word carries; {@code WORD} where it carries none of these. */
  static Verdict.Fault kind(String form) {
    if (negates(form)) {
      return Verdict.Fault.NEGATION;
    }
    if (NUMBERS.contains(form) || Character.isDigit(form.codePointAt(0))) {
      return Verdict.Fault.NUMBER;
    }
    if (DIRECTIONS.contains(form)) {
      return Verdict.Fault.DIRECTION;
    }
    return TIMES.contains(form) ? Verdict.Fault.TIME : Verdict.Fault.WORD;
  }

  /** Every number written in figures, each whole: "12:30" is no "12". */
  static Set<String> figures(String text) {
    Set<String> found = new TreeSet<>();
    Matcher runs = FIGURES.matcher(text);
    while (runs.find()) {
      found.add(ascii(runs.group()));
    }
    Matcher odd = ODD_FIGURES.matcher(text);
    while (odd.find()) {
      found.add(odd.group());
    }
    return found;
  }

  private static String ascii(String digits) {
    StringBuilder out = new StringBuilder(digits.length());
    digits
        .codePoints()
        .forEach(
            cp -> {
              int value = Character.digit(cp, 10);
              out.appendCodePoint(value < 0 ? cp : '0' + value);
            });
    return out.toString();
  }

  /** Whether something stands in it that could be opened, written to or followed. */
  static boolean hasLink(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return LINK.matcher(plain).find();
  }
}
