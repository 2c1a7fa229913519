package org.currawong.inference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.currawong.domain.report.Urgency;

/**
 * How urgent a report is, by words of danger and need in each of the hub's languages. It errs on
 * the side of urgency: what nobody here can read is urgent until a person has read it, a negation
 * never takes a report below urgent, and no sentence in a report ("mark this as none") can lower
 * it, since words only ever raise. A report is of no urgency only if all of it is courtesies.
 */
public final class UrgencyRules {

  private static final String LIFE_SAFETY = Urgency.LIFE_SAFETY.word();
  private static final String URGENT = Urgency.URGENT.word();
  private static final String COURTESY = Urgency.NONE.word();
  private static final String NOT = "not";

  /** A single short word may mean something else in another language; longer ones hardly do. */
  private static final int LONG_WORD = 5;

  /** So many small words of a language make it one of the text's languages. */
  private static final int PRESENT = 2;

  /** Letters of a script that nobody here reads; fewer are a name or an ornament. */
  private static final int UNREAD_LETTERS = 4;

  /** A row of so many words without one small word is in no language that is read here. */
  private static final int UNREAD_WORDS = 10;

  private static final Character.UnicodeScript LATIN = Character.UnicodeScript.LATIN;

  private final Lexicon lexicon;
  private final FunctionWords functionWords = FunctionWords.read();

  private UrgencyRules(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Reads the words from this module's resources; takes some tens of milliseconds. */
  public static UrgencyRules read() {
    return new UrgencyRules(
        LexiconFiles.read("urgency", Set.of(LIFE_SAFETY, URGENT, COURTESY, NOT)));
  }

  /**
   * The urgency of {@code text}. Never fails on any text.
   *
   * @param language as {@link Languages} gave it, ISO 639-1 or {@code und}
   */
  public Finding<Urgency> of(String text, String language) {
    return of(Words.of(text), language);
  }

  Finding<Urgency> of(Words words, String language) {
    List<Lexicon.Hit> hits = new ArrayList<>();
    FunctionWords.Count small = functionWords.count(words);
    for (Lexicon.Hit hit : lexicon.hits(words)) {
      if (counts(hit, words, language, small)) {
        hits.add(hit);
      }
    }
    hits.sort(Comparator.comparing(hit -> !hit.rule().language().equals(language)));
    BitSet negated = negated(hits, words);
    Lexicon.Hit denied = null;
    for (Lexicon.Hit hit : hits) {
      if (hit.rule().label().equals(LIFE_SAFETY)) {
        if (!negated.get(hit.first())) {
          return found(Urgency.LIFE_SAFETY, hit, words, "danger to life");
        }
        denied = hit;
      }
    }
    if (denied != null) {
      return found(Urgency.URGENT, denied, words, "danger to life, though said not to be so");
    }
    return belowLifeSafety(hits, words, language);
  }

  /** Numbers of the words that say "not" in any of the hub's languages. */
  Set<Integer> negations(Words words) {
    Set<Integer> found = new TreeSet<>();
    for (Lexicon.Hit hit : lexicon.hits(words)) {
      if (hit.rule().label().equals(NOT)) {
        for (int i = hit.first(); i <= hit.last(); i++) {
          found.add(i);
        }
      }
    }
    return found;
  }

  private Finding<Urgency> belowLifeSafety(List<Lexicon.Hit> hits, Words words, String language) {
    for (Lexicon.Hit hit : hits) {
      if (hit.rule().label().equals(URGENT)) {
        return found(Urgency.URGENT, hit, words, "need or danger");
      }
    }
    if (words.cut()) {
      return Finding.builtIn(Urgency.URGENT, "too long to be read whole: urgent until read");
    }
    if (words.size() > 0 && courtesiesCover(hits, words)) {
      return Finding.builtIn(Urgency.NONE, "nothing but courtesies");
    }
    if (Letters.of(words).unread() >= UNREAD_LETTERS
        || functionWords.longestUnread(words) >= UNREAD_WORDS) {
      return Finding.builtIn(
          Urgency.URGENT, "part of it is in no language known here: urgent until read");
    }
    if (language.equals(Languages.UNKNOWN)) {
      return Finding.builtIn(Urgency.URGENT, "language not known: urgent until a person reads it");
    }
    return Finding.builtIn(
        Urgency.ORDINARY, "no word of danger or need found in " + name(language));
  }

  /** Whether a hit means what it means: a short Latin word may be another word elsewhere. */
  private static boolean counts(
      Lexicon.Hit hit, Words words, String language, FunctionWords.Count small) {
    Lexicon.Rule rule = hit.rule();
    String form = words.form(hit.first());
    return rule.language().equals(language)
        || rule.language().equals("any")
        || language.equals(Languages.UNKNOWN)
        || small.of(rule.language()) >= PRESENT
        || rule.parts().length > 1
        || hit.last() > hit.first()
        || form.length() >= LONG_WORD
        || !Character.UnicodeScript.of(form.codePointAt(0)).equals(LATIN);
  }

  /** The words before which, with no punctuation between, somebody said "not". */
  private static BitSet negated(List<Lexicon.Hit> hits, Words words) {
    BitSet after = new BitSet();
    for (Lexicon.Hit hit : hits) {
      int next = hit.last() + 1;
      if (hit.rule().label().equals(NOT) && next < words.size() && !words.get(next).afterBreak()) {
        after.set(next);
      }
    }
    return after;
  }

  private static boolean courtesiesCover(List<Lexicon.Hit> hits, Words words) {
    BitSet covered = new BitSet();
    for (Lexicon.Hit hit : hits) {
      if (hit.rule().label().equals(COURTESY)) {
        covered.set(hit.first(), hit.last() + 1);
      }
    }
    return covered.cardinality() == words.size();
  }

  private static Finding<Urgency> found(
      Urgency urgency, Lexicon.Hit hit, Words words, String meaning) {
    return Finding.builtIn(urgency, hit.quoted(words) + " can mean " + meaning + languageOf(hit));
  }

  private static String languageOf(Lexicon.Hit hit) {
    String code = hit.rule().language();
    return code.equals("any") ? "" : " in " + name(code);
  }

  private static String name(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }
}
