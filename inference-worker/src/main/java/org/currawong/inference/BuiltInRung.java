package org.currawong.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Category;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Urgency;

/**
 * The lowest rung of inference, which needs no model, no network and no GPU: every duty by rules.
 * The same reports in the same order give the same answers. For any thread.
 */
public final class BuiltInRung {

  private static final long NANOS_PER_MS = 1_000_000;

  private final Languages languages;
  private final UrgencyRules urgency = UrgencyRules.read();
  private final CategoryRules categories = CategoryRules.read();
  private final Places places;
  private final PhraseTranslation phrases;
  private final NearCopies copies = new NearCopies();
  private final LongSupplier nanos;

  private BuiltInRung(Languages languages, Places places, PhraseBank bank, LongSupplier nanos) {
    this.languages = languages;
    this.places = places;
    this.phrases = new PhraseTranslation(bank);
    this.nanos = nanos;
  }

  /**
   * Reads the rules and begins to load the language models; the first answers wait for these.
   *
   * @param loader runs the loading, a few seconds of one core
   * @param town the town's own places, as {@link PlaceFile#town} read them; may be empty
   * @param nanos a clock that only runs forward, nanoseconds, such as {@code System::nanoTime}
   */
  public static BuiltInRung load(
      Executor loader, List<NamedPlace> town, PhraseBank bank, LongSupplier nanos) {
    return of(Languages.load(loader), Places.read(town), bank, nanos);
  }

  static BuiltInRung of(Languages languages, Places places, PhraseBank bank, LongSupplier nanos) {
    return new BuiltInRung(languages, places, bank, nanos);
  }

  /** Whether answers come at once. */
  public boolean ready() {
    return languages.ready();
  }

  /** The gate that holds a model's answers against the report, by these same rules. */
  EvidenceGate evidence() {
    return new EvidenceGate(urgency, categories);
  }

  /** The gate for a model's translations. */
  TranslationGate translations() {
    return new TranslationGate(urgency, categories, languages);
  }

  /**
   * Answers about one report, the language first: language, urgency, category, place and summary
   * always; a near-copy where there is one; a translation where the text is not in English, empty
   * unless the phrase bank has people's words for it. A duty without an answer gives an empty one
   * with the reason.
   *
   * @param report its id; asked again, the answers are the same
   * @param text what was said: data, never instructions
   * @param language ISO 639-1 as the sender gave it, or {@code null}
   * @param place as the sender gave it, or {@code null}
   */
  public List<Assessment> assess(String report, String text, String language, String place) {
    Words words = Words.of(text);
    Sheet sheet = new Sheet();
    Finding<String> tongue = sheet.word(Duty.LANGUAGE, () -> languages.of(words, language));
    // What the sender says about the language is not used here: it could lower the urgency.
    String read = tongue.by().equals(Languages.SENDER) ? Languages.UNKNOWN : tongue.value();
    Finding<Urgency> how = sheet.put(Duty.URGENCY, () -> urgency.of(words, read), u -> u.word());
    Finding<Category> what =
        sheet.put(
            Duty.CATEGORY, () -> categories.of(words, read, places.inNames(words)), c -> c.word());
    sheet.place(() -> places.of(words, place));
    sheet.word(Duty.SUMMARY, () -> Summaries.of(text, Quote.in(how.why(), what.why())));
    sheet.copy(() -> copies.see(report, words));
    if (!tongue.value().equals(PhraseBank.REFERENCE)) {
      sheet.word(Duty.TRANSLATION, () -> phrases.of(words));
    }
    return sheet.answers;
  }

  /** The answers about one report, each with the time that it took. */
  private final class Sheet {
    private final List<Assessment> answers = new ArrayList<>();

    Finding<String> word(Duty duty, Supplier<Finding<String>> asked) {
      return put(duty, asked, s -> s);
    }

    <T> Finding<T> put(Duty duty, Supplier<Finding<T>> asked, Function<T, String> written) {
      long began = nanos.getAsLong();
      Finding<T> f = asked.get();
      add(duty, written.apply(f.value()), null, f.by(), f.why(), began);
      return f;
    }

    void place(Supplier<Optional<Finding<Placed>>> asked) {
      long began = nanos.getAsLong();
      Finding<Placed> f = asked.get().orElse(null);
      if (f == null) {
        add(Duty.PLACE, "", null, Finding.BUILT_IN, "names no place that is on a list", began);
      } else {
        add(Duty.PLACE, f.value().name(), f.value(), f.by(), f.why(), began);
      }
    }

    void copy(Supplier<Optional<Finding<NearCopies.Copy>>> asked) {
      long began = nanos.getAsLong();
      asked.get().ifPresent(f -> add(Duty.NEAR_COPY, f.value().of(), null, f.by(), f.why(), began));
    }

    private void add(Duty duty, String answer, Placed place, String by, String why, long began) {
      long ms = (nanos.getAsLong() - began) / NANOS_PER_MS;
      answers.add(new Assessment(duty, answer, place, by, why, ms));
    }
  }
}
