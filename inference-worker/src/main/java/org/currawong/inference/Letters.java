package org.currawong.inference;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The letters of a text by script, which alone settles much of what language it can be in.
 *
 * @param count letters in all
 * @param script the script that most of it is written in; {@code COMMON} where there are no letters
 * @param unread letters in scripts of no language of this hub
 * @param foreign letters that Persian, Urdu and Pashto write and Arabic does not
 */
record Letters(int count, UnicodeScript script, int unread, int foreign) {

  /** The scripts of the hub's languages. */
  private static final Set<UnicodeScript> KNOWN =
      Set.of(
          UnicodeScript.LATIN,
          UnicodeScript.HAN,
          UnicodeScript.ARABIC,
          UnicodeScript.GREEK,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.HANGUL);

  /** Loan words within Chinese; whole texts in it are another language. */
  private static final Set<UnicodeScript> KANA =
      Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  /** One of Chinese says as much as a few letters do. */
  private static final int HAN_WEIGHT = 3;

  /** Some keyboards write Arabic with a Persian letter here and there; more is another language. */
  private static final int FOREIGN_SHARE_PERCENT = 4;

  static Letters of(Words words) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int foreign = 0;
    for (Words.Word word : words.all()) {
      int cp = word.form().codePointAt(0);
      if (Character.isLetter(cp)) {
        UnicodeScript script = UnicodeScript.of(cp);
        int weight = script == UnicodeScript.HAN ? HAN_WEIGHT : word.form().length();
        counts.merge(script, weight, Integer::sum);
        foreign += foreignIn(word.form());
      }
    }
    UnicodeScript most = UnicodeScript.COMMON;
    int all = 0;
    int unread = 0;
    for (Map.Entry<UnicodeScript, Integer> e : counts.entrySet()) {
      all += e.getValue();
      unread += KNOWN.contains(e.getKey()) || KANA.contains(e.getKey()) ? 0 : e.getValue();
      if (e.getValue() > counts.getOrDefault(most, 0)) {
        most = e.getKey();
      }
    }
    return new Letters(all, most, unread, foreign);
  }

  private static int foreignIn(String form) {
    int found = 0;
    for (int i = 0; i < form.length(); i++) {
      if ("پچژگکیےٹڈڑںھہۍېۀڼځڅښړډټکۇۆ".indexOf(form.charAt(i)) >= 0) {
        found++;
      }
    }
    return found;
  }

  /** Whether a language of this hub is written in this script. */
  boolean readable() {
    return KNOWN.contains(script)
        && !(script == UnicodeScript.ARABIC && foreign * 100 > count * FOREIGN_SHARE_PERCENT);
  }

  /** Whether {@code word} is written in this script. */
  boolean covers(Words.Word word) {
    int cp = word.form().codePointAt(0);
    UnicodeScript its = UnicodeScript.of(cp);
    return its == script || (script == UnicodeScript.HAN && KANA.contains(its));
  }
}
