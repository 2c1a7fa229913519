package org.currawong.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.currawong.domain.Word;
import org.currawong.domain.report.Category;
import org.currawong.domain.report.Urgency;

/**
 * Holds a model's answer against the report that it is about: what the report does not bear out
 * does not pass. Pure: the same report and answer give the same verdict. For any thread.
 *
 * <p>A summary passes only if each of its sentences is whole clauses of the report, word for word
 * and in its order, and no "not", doubt or question is left out: a model chooses what to show, and
 * words nothing. An urgency or a category passes only with a quotation from the report. Of
 * translations see {@link TranslationGate}.
 */
final class EvidenceGate {

  /** Two words may be a coincidence; three in a row are the report's. */
  static final int QUOTED_WORDS = 3;

  /** Fewer words say nothing that a heading would not. */
  private static final int FEWEST_WORDS = 3;

  /** Words that say nothing by themselves, and that may be left out or put in. */
  private static final Set<String> FREE = Set.of("a", "an", "the");

  private final UrgencyRules urgency;
  private final CategoryRules categories;

  EvidenceGate(UrgencyRules urgency, CategoryRules categories) {
    this.urgency = urgency;
    this.categories = categories;
  }

  /** Judges a summary of {@code report}. */
  Verdict summary(String report, String answer) {
    Verdict shape = shape(answer, Summaries.MAX);
    if (shape != null) {
      return shape;
    }
    Words said = Words.of(answer);
    Words held = Words.of(report);
    if (said.size() < FEWEST_WORDS) {
      return Verdict.refused(Verdict.Fault.SHAPE, "too short to say anything");
    }
    Verdict added = added(report, held, answer, said);
    if (added != null) {
      return added;
    }
    Verdict lost = lost(held, said);
    return lost != null ? lost : clauses(report, answer);
  }

  /** What no text of a model may be, whatever the report says; {@code null} where it is well. */
  static Verdict shape(String answer, int most) {
    if (answer == null || answer.isBlank()) {
      return Verdict.refused(Verdict.Fault.SHAPE, "an empty answer");
    }
    if (answer.codePointCount(0, answer.length()) > most) {
      return Verdict.refused(Verdict.Fault.SHAPE, "longer than " + most + " characters");
    }
    if (!Summaries.line(answer).equals(answer.strip())) {
      return Verdict.refused(Verdict.Fault.SHAPE, "with characters that do not read");
    }
    return FactWords.hasLink(answer)
        ? Verdict.refused(Verdict.Fault.LINK, "with a link or an address")
        : null;
  }

  /** What the answer says and the report does not; {@code null} where there is nothing. */
  private static Verdict added(String report, Words held, String answer, Words said) {
    Set<String> figures = new TreeSet<>(FactWords.figures(answer));
    figures.removeAll(FactWords.figures(report));
    if (!figures.isEmpty()) {
      return Verdict.refused(Verdict.Fault.NUMBER, "with a number that the report does not hold");
    }
    Set<String> known = forms(held);
    for (Words.Word word : said.all()) {
      if (!known.contains(word.form()) && !FREE.contains(word.form())) {
        Verdict.Fault kind = kind(said, word);
        return Verdict.refused(kind, Quote.of(word(said, word)) + " is not in the report");
      }
    }
    return null;
  }

  private static Verdict.Fault kind(Words said, Words.Word word) {
    Verdict.Fault kind = FactWords.kind(word.form());
    boolean capital = Character.isUpperCase(said.text().codePointAt(word.start()));
    boolean first = word.start() == said.get(0).start();
    return kind == Verdict.Fault.WORD && capital && !first ? Verdict.Fault.NAME : kind;
  }

  private static String word(Words in, Words.Word word) {
    return in.text().substring(word.start(), word.end());
  }

  private static Set<String> forms(Words words) {
    Set<String> forms = new HashSet<>();
    words.all().forEach(w -> forms.add(w.form()));
    return forms;
  }

  /** A "not" of the report, in any of the hub's languages, that the answer leaves out. */
  private Verdict lost(Words held, Words said) {
    Set<String> kept = forms(said);
    Set<Integer> negated = urgency.negations(held);
    for (int i = 0; i < held.size(); i++) {
      boolean negation = negated.contains(i) || FactWords.negates(held.form(i));
      if (negation && !kept.contains(held.form(i))) {
        return Verdict.refused(
            Verdict.Fault.NEGATION, "without the report's " + Quote.of(word(held, held.get(i))));
      }
    }
    return null;
  }

  /** Each sentence of the answer must be whole clauses of one of the report's, in its order. */
  private static Verdict clauses(String report, String answer) {
    List<String> sentences = Sentences.of(Summaries.line(report));
    int from = 0;
    for (String part : Sentences.of(answer)) {
      int at = from;
      while (at < sentences.size() && !holds(sentences.get(at), part)) {
        at++;
      }
      if (at == sentences.size()) {
        return Verdict.refused(
            Verdict.Fault.CUT, "not whole clauses of the report in the report's order");
      }
      if (doubtLost(sentences.get(at), part)) {
        return Verdict.refused(Verdict.Fault.DOUBT, "without a doubt or question of the report");
      }
      from = at;
    }
    return Verdict.passed(answer.strip(), "whole clauses of the report, chosen by the model");
  }

  private static boolean holds(String sentence, String part) {
    List<Words.Word> held = telling(Words.of(sentence));
    List<Words.Word> said = telling(Words.of(part));
    for (int i = 0; i + said.size() <= held.size(); i++) {
      boolean begins = i == 0 || held.get(i).afterBreak();
      int end = i + said.size();
      boolean ends = end == held.size() || held.get(end).afterBreak();
      if (begins && ends && sameWords(held.subList(i, end), said)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameWords(List<Words.Word> held, List<Words.Word> said) {
    for (int i = 0; i < said.size(); i++) {
      if (!held.get(i).form().equals(said.get(i).form())) {
        return false;
      }
    }
    return !said.isEmpty();
  }

  private static List<Words.Word> telling(Words words) {
    List<Words.Word> telling = new ArrayList<>();
    boolean broken = false;
    for (Words.Word w : words.all()) {
      broken |= w.afterBreak();
      if (!FREE.contains(w.form())) {
        telling.add(new Words.Word(w.form(), w.start(), w.end(), broken));
        broken = false;
      }
    }
    return telling;
  }

  private static boolean doubtLost(String sentence, String part) {
    Set<String> kept = forms(Words.of(part));
    boolean lost =
        Words.of(sentence).all().stream()
            .anyMatch(w -> FactWords.doubts(w.form()) && !kept.contains(w.form()));
    return lost || asks(sentence) && !asks(part);
  }

  private static boolean asks(String sentence) {
    return sentence.indexOf('?') >= 0 || sentence.indexOf('？') >= 0 || sentence.indexOf('؟') >= 0;
  }

  /**
   * Judges an urgency. What the rules say too passes with a quotation; less is refused, and so is
   * more: small models call news items a danger to life. The reason says what it would have been,
   * for a person to read.
   */
  Verdict urgency(String report, String language, String answer, String quote) {
    Urgency said = Word.find(Urgency.class, answer).orElse(null);
    if (said == null) {
      return Verdict.refused(Verdict.Fault.SHAPE, "no urgency that the hub knows");
    }
    Urgency rules = urgency.of(Words.of(report), language).value();
    if (said.compareTo(rules) > 0) {
      return Verdict.refused(
          Verdict.Fault.URGENCY, "less urgent than the rules say; a model lowers nothing");
    }
    if (said != rules) {
      return Verdict.refused(
          Verdict.Fault.URGENCY, "it says " + said.word() + ", more than the rules do: read it");
    }
    return quoted(report, quote)
        ? Verdict.passed(said.word(), "because of " + Quote.of(quote))
        : notQuoted();
  }

  /** Judges a category: the quoted words must speak of it by the rules too. */
  Verdict category(String report, String language, String answer, String quote) {
    Category said = Word.find(Category.class, answer).orElse(null);
    if (said == null) {
      return Verdict.refused(Verdict.Fault.SHAPE, "no category that the hub knows");
    }
    if (!quoted(report, quote)) {
      return notQuoted();
    }
    return categories.of(Words.of(quote), language).value() == said && said != Category.OTHER
        ? Verdict.passed(said.word(), "because of " + Quote.of(quote))
        : Verdict.refused(Verdict.Fault.QUOTE, "the words that it quotes do not speak of it");
  }

  private static Verdict notQuoted() {
    return Verdict.refused(Verdict.Fault.QUOTE, "it quotes words that the report does not hold");
  }

  /** Whether these words, and enough of them, stand in the report one after the other. */
  private static boolean quoted(String report, String quote) {
    List<String> held = Words.of(report).all().stream().map(Words.Word::form).toList();
    List<String> said =
        quote == null ? List.of() : Words.of(quote).all().stream().map(Words.Word::form).toList();
    int fewest = Math.min(QUOTED_WORDS, held.size());
    return said.size() >= fewest && !said.isEmpty() && Collections.indexOfSubList(held, said) >= 0;
  }
}
