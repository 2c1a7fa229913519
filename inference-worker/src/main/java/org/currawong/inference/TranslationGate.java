package org.currawong.inference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.currawong.domain.report.Category;
import org.currawong.domain.report.Urgency;

/**
 * Holds a model's English against the report in another language. Words can't be compared, so facts
 * are: figures must be the same on both sides, a "not" must stand on both or on neither, names must
 * stand in the report, and number words, directions and times pass only in the languages whose
 * words for them are known here. What it means is compared by the rules of both languages: the same
 * urgency and the same category, and some category at all. What can't be compared does not pass.
 */
final class TranslationGate {

  /** The longest translation, in characters: of the longest text that a model is asked about. */
  static final int MAX = 1_200;

  /** One character of Chinese is a word of English; English of English would be one to one. */
  private static final int LONGER = 7;

  private static final int SHORTER = 3;

  /** With so many in ten of its words standing in the report it is hardly translated. */
  private static final int COPIED_TENTHS = 5;

  /** Facts in words, by language: {@code word=fact}. One is left out: it is an article too. */
  private static final Map<String, Map<String, String>> KNOWN =
      Map.of(
          "en",
          table(
              "two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 north=n south=s"
                  + " east=e west=w left=left right=right today=today tomorrow=tomorrow"
                  + " yesterday=yesterday tonight=tonight"),
          "es",
          table(
              "dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 norte=n sur=s"
                  + " oeste=w izquierda=left derecha=right hoy=today ayer=yesterday"),
          "fr",
          table(
              "deux=2 trois=3 quatre=4 cinq=5 sept=7 huit=8 dix=10 nord=n sud=s ouest=w"
                  + " gauche=left droite=right demain=tomorrow hier=yesterday"),
          "it",
          table(
              "due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 nord=n sud=s"
                  + " ovest=w sinistra=left destra=right oggi=today domani=tomorrow ieri=yesterday"
                  + " stasera=tonight"));

  /**
   * Words that English writes large as a part of a name, and the small words of other languages
   * that they stand for: {@code word=name}.
   */
  private static final Map<String, Map<String, String>> IN_NAMES =
      Map.of(
          "vi",
          table("đường=street phố=street"),
          "es",
          table(
              "calle=street avenida=avenue carretera=road puente=bridge río=river"
                  + " arroyo=creek escuela=school parque=park"),
          "fr",
          table("rue=street avenue=avenue route=road pont=bridge école=school parc=park"),
          "it",
          table("via=street viale=avenue strada=road ponte=bridge fiume=river scuola=school"));

  private final UrgencyRules urgency;
  private final CategoryRules categories;
  private final Languages languages;

  TranslationGate(UrgencyRules urgency, CategoryRules categories, Languages languages) {
    this.urgency = urgency;
    this.categories = categories;
    this.languages = languages;
  }

  private static Map<String, String> table(String pairs) {
    Map<String, String> table = new HashMap<>();
    for (String pair : pairs.split(" ")) {
      String[] both = pair.split("=");
      table.put(Words.fold(both[0]), both[1]);
    }
    return Map.copyOf(table);
  }

  /**
   * Judges a translation into English.
   *
   * @param language of the report, ISO 639-1
   */
  Verdict judge(String report, String language, String answer) {
    Verdict shape = EvidenceGate.shape(answer, MAX);
    if (shape != null) {
      return shape;
    }
    int from = report.codePointCount(0, report.length());
    int to = answer.codePointCount(0, answer.length());
    if (to > from * LONGER || to * SHORTER < from) {
      return Verdict.refused(Verdict.Fault.SHAPE, "much longer or shorter than the report");
    }
    Words held = Words.of(report);
    Words said = Words.of(answer);
    Verdict facts = facts(report, held, language, answer, said);
    return facts != null ? facts : meaning(held, language, answer, said);
  }

  private Verdict facts(String report, Words held, String language, String answer, Words said) {
    if (!FactWords.figures(report).equals(FactWords.figures(answer))) {
      return Verdict.refused(Verdict.Fault.NUMBER, "its figures are not those of the report");
    }
    boolean not = negates(held);
    if (not != negates(said)) {
      return Verdict.refused(
          Verdict.Fault.NEGATION, not ? "the report's “not” is lost" : "a “not” was added");
    }
    for (Words.Word word : said.all()) {
      boolean there = held.all().stream().anyMatch(w -> w.form().equals(word.form()));
      if (!there && name(said, word) && !namesAlike(held, language, word)) {
        return Verdict.refused(Verdict.Fault.NAME, Quote.of(answer(said, word)) + " is added");
      }
    }
    return inWords(held, language, said);
  }

  /** Number words, directions and times: the same facts on both sides, or none. */
  private static Verdict inWords(Words held, String language, Words said) {
    Set<String> there = facts(held, language);
    Set<String> here = facts(said, "en");
    for (Words.Word word : said.all()) {
      Verdict.Fault kind = FactWords.kind(word.form());
      boolean carries = kind != Verdict.Fault.WORD && kind != Verdict.Fault.NEGATION;
      boolean figure = Character.isDigit(word.form().codePointAt(0));
      String fact = KNOWN.get("en").get(word.form());
      if (carries && !figure && (fact == null || !there.contains(fact))) {
        return Verdict.refused(
            kind, Quote.of(answer(said, word)) + " can't be found in the report's language");
      }
    }
    return here.containsAll(there)
        ? null
        : Verdict.refused(
            Verdict.Fault.NUMBER, "a number, direction or time of the report is lost");
  }

  private static Set<String> facts(Words words, String language) {
    Map<String, String> table = KNOWN.getOrDefault(language, Map.of());
    Set<String> found = new TreeSet<>();
    for (Words.Word word : words.all()) {
      String fact = table.get(word.form());
      if (fact != null) {
        found.add(fact);
      }
    }
    return found;
  }

  private boolean negates(Words words) {
    return !urgency.negations(words).isEmpty()
        || words.all().stream().anyMatch(w -> FactWords.negates(w.form()));
  }

  private static boolean name(Words said, Words.Word word) {
    boolean first = word.afterBreak();
    boolean capital = Character.isUpperCase(said.text().codePointAt(word.start()));
    return capital && !first && !answer(said, word).toLowerCase(Locale.ROOT).startsWith("i");
  }

  /** "Street", where the report says "calle". */
  private static boolean namesAlike(Words held, String language, Words.Word word) {
    Map<String, String> names = IN_NAMES.getOrDefault(language, Map.of());
    return held.all().stream().anyMatch(w -> word.form().equals(names.get(w.form())));
  }

  private static String answer(Words in, Words.Word word) {
    return in.text().substring(word.start(), word.end());
  }

  private Verdict meaning(Words held, String language, String answer, Words said) {
    if (!languages.of(said).value().equals("en") || copied(held, said)) {
      return Verdict.refused(Verdict.Fault.MEANING, "not in English, or not translated");
    }
    Category about = categories.of(held, language).value();
    if (about == Category.OTHER) {
      return Verdict.refused(
          Verdict.Fault.MEANING, "the rules can't tell what the report is about, to compare");
    }
    Urgency urgent = urgency.of(held, language).value();
    boolean same =
        about == categories.of(said, "en").value() && urgent == urgency.of(said, "en").value();
    return same
        ? Verdict.passed(
            answer.strip(), "figures, names, “not” and subject are the report's; else unchecked")
        : Verdict.refused(Verdict.Fault.MEANING, "by the rules it says something else");
  }

  private static boolean copied(Words held, Words said) {
    Set<String> known = new HashSet<>();
    held.all().forEach(w -> known.add(w.form()));
    long same = said.all().stream().filter(w -> known.contains(w.form())).count();
    return same * 10 > (long) said.size() * COPIED_TENTHS;
  }
}
