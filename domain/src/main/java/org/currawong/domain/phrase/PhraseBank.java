package org.currawong.domain.phrase;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All phrases, by language and id. Immutable. */
public final class PhraseBank {

  /** The language in which every phrase exists; the others are held against it. */
  public static final String REFERENCE = "en";

  private static final List<String> SHIPPED = List.of("en", "vi", "es");

  /** Ids that are sentences by themselves; names and labels only stand inside others. */
  private static final List<String> SENTENCES =
      List.of("action.", "frame.", "notice.", "mark.", "correction.");

  private final Map<String, Map<String, Phrase>> byLanguage;

  private PhraseBank(Map<String, Map<String, Phrase>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /** The bank that ships in the jar. */
  public static PhraseBank shipped() {
    return Shipped.BANK;
  }

  /**
   * Reads one file of phrases: UTF-8, five columns between tabs (id, language, text, origin, "yes"
   * or "no" for checked by a speaker), lines that begin with # are remarks. Closes the reader.
   *
   * @param name the file's name, for errors
   * @throws IllegalArgumentException naming the line that is wrong
   * @throws java.io.UncheckedIOException when the reader fails
   */
  public static PhraseBank parse(String name, Reader source) {
    return of(PhraseTable.read(name, source));
  }

  /**
   * A bank of these phrases.
   *
   * @throws IllegalArgumentException when an id comes twice in a language, or when a translation
   *     has other slots than the English
   */
  public static PhraseBank of(Collection<Phrase> phrases) {
    Map<String, Map<String, Phrase>> byLanguage = new TreeMap<>();
    for (Phrase phrase : phrases) {
      Map<String, Phrase> own =
          byLanguage.computeIfAbsent(phrase.language(), l -> new LinkedHashMap<>());
      if (own.put(phrase.id(), phrase) != null) {
        throw new IllegalArgumentException(phrase.id() + " twice in " + phrase.language());
      }
    }
    PhraseBank bank = new PhraseBank(byLanguage);
    phrases.forEach(bank::checkSlots);
    return bank;
  }

  /** This bank and another's phrases; an operator's own file adds to the shipped one. */
  public PhraseBank with(PhraseBank other) {
    List<Phrase> all = new ArrayList<>(phrases());
    all.addAll(other.phrases());
    return of(all);
  }

  /** Every phrase, by language. */
  public List<Phrase> phrases() {
    return byLanguage.values().stream().flatMap(m -> m.values().stream()).toList();
  }

  /** Languages with at least one phrase. */
  public Set<String> languages() {
    return new TreeSet<>(byLanguage.keySet());
  }

  /** A phrase, or nothing: never the same id in another language. */
  public Optional<Phrase> find(String id, String language) {
    return Optional.ofNullable(byLanguage.getOrDefault(language, Map.of()).get(id));
  }

  /**
   * A phrase's words with its slots filled, or nothing where the language lacks it.
   *
   * @throws IllegalArgumentException when a slot of the phrase has no value
   */
  public Optional<String> fill(String id, String language, Map<String, String> slots) {
    return find(id, language).map(phrase -> phrase.fill(slots));
  }

  /** A phrase without slots, or nothing where the language lacks it. */
  public Optional<String> words(String id, String language) {
    return fill(id, language, Map.of());
  }

  /**
   * The same, in English where the language lacks it: for what is too weighty, or too plain, to be
   * missing.
   */
  public Optional<String> wordsOrEnglish(String id, String language) {
    return words(id, language).or(() -> words(id, REFERENCE));
  }

  /**
   * Whether a text is nothing but sentences of the bank in one language, one after another, their
   * slots filled with exactly the given values. Names, labels and receipts don't stand by
   * themselves. White space and Unicode composition don't matter, every other character does.
   *
   * @param slots the draft's own values; a sentence whose slot has none here does not count
   */
  public boolean composedOfPhrases(String text, String language, Map<String, String> slots) {
    List<String> sentences = new ArrayList<>();
    for (Phrase phrase : byLanguage.getOrDefault(language, Map.of()).values()) {
      if (isSentence(phrase) && hasValues(phrase, slots)) {
        sentences.add(phrase.fill(slots));
      }
    }
    return new Composition(sentences).makes(text);
  }

  private static boolean isSentence(Phrase phrase) {
    return SENTENCES.stream().anyMatch(phrase.id()::startsWith);
  }

  private static boolean hasValues(Phrase phrase, Map<String, String> slots) {
    return phrase.slots().stream().allMatch(slot -> !slots.getOrDefault(slot, "").isBlank());
  }

  private void checkSlots(Phrase phrase) {
    find(phrase.id(), REFERENCE)
        .filter(english -> !english.slots().equals(phrase.slots()))
        .ifPresent(
            english -> {
              throw new IllegalArgumentException(
                  phrase.id() + " in " + phrase.language() + " has other slots than in English");
            });
  }

  private static final class Shipped {
    static final PhraseBank BANK = load();

    private static PhraseBank load() {
      List<Phrase> phrases = new ArrayList<>();
      for (String language : SHIPPED) {
        String name = "phrases/" + language + ".tsv";
        InputStream in = PhraseBank.class.getResourceAsStream(name);
        phrases.addAll(PhraseTable.read(name, new InputStreamReader(in, StandardCharsets.UTF_8)));
      }
      return of(phrases);
    }
  }
}
