package org.currawong.inference;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the language of a text: rules of ours for Nepali and Haitian Creole, Lingua for the other
 * twelve, {@code und} with a reason where neither is sure. Loading takes seconds and about 160 MB
 * of heap, so it runs beside the start, and the first answers wait for it.
 */
public final class Languages {

  /** ISO 639-2's code for a language that could not be told. */
  public static final String UNKNOWN = "und";

  private static final Logger LOG = LoggerFactory.getLogger(Languages.class);

  /** Fewer letters than this say nothing about a language. */
  private static final int FEWEST_LETTERS = 4;

  /** Text beyond this adds nothing; Lingua's time grows with the length. */
  private static final int ENOUGH_CHARS = 600;

  /**
   * Creole's listed words are its own alone, the others' are partly shared: so one counts twice.
   */
  private static final int CREOLE_WEIGHT = 2;

  /** With fewer words than this one small word is enough, and none is too few. */
  private static final int FEW_WORDS = 5;

  /** In running text of any of these languages at least one word in this many is a small word. */
  private static final int SMALL_WORDS_ONE_IN = 9;

  /** Who is named where the language is only what the sender said it is. */
  static final String SENDER = "the sender";

  private static final String RULES = "built-in language rules 1";
  private static final String LINGUA = "Lingua 1.2.2";

  private static final Map<Language, String> CODES =
      Map.ofEntries(
          Map.entry(Language.ENGLISH, "en"),
          Map.entry(Language.CHINESE, "zh"),
          Map.entry(Language.ARABIC, "ar"),
          Map.entry(Language.VIETNAMESE, "vi"),
          Map.entry(Language.GREEK, "el"),
          Map.entry(Language.ITALIAN, "it"),
          Map.entry(Language.HINDI, "hi"),
          Map.entry(Language.PUNJABI, "pa"),
          Map.entry(Language.SPANISH, "es"),
          Map.entry(Language.TAGALOG, "tl"),
          Map.entry(Language.KOREAN, "ko"),
          Map.entry(Language.FRENCH, "fr"));

  private final CompletableFuture<LanguageDetector> detector;
  private final FunctionWords functionWords = FunctionWords.read();

  /** Answers once {@code detector} is there, or by rules alone where it fails. */
  Languages(CompletableFuture<LanguageDetector> detector) {
    this.detector = detector;
  }

  /**
   * Begins to load on {@code executor} and returns at once; {@link #of} waits for the end of it.
   */
  public static Languages load(Executor executor) {
    return new Languages(CompletableFuture.supplyAsync(Languages::build, executor));
  }

  private static LanguageDetector build() {
    return LanguageDetectorBuilder.fromLanguages(CODES.keySet().toArray(Language[]::new))
        .withPreloadedLanguageModels()
        .build();
  }

  /** Whether answers come without waiting. */
  public boolean ready() {
    return detector.isDone();
  }

  /**
   * The language of {@code text}, ISO 639-1, or {@link #UNKNOWN}. Never fails on any text.
   *
   * <p>Where the language models could not be loaded, the rules alone answer.
   */
  public Finding<String> of(String text) {
    return of(Words.of(text));
  }

  /** The language read; where none could be, what the sender said it is, if this hub reads that. */
  Finding<String> of(Words words, String said) {
    Finding<String> read = of(words);
    boolean ours = said != null && LexiconFiles.LANGUAGES.contains(said);
    if (!read.value().equals(UNKNOWN) || !ours) {
      return read;
    }
    return new Finding<>(said, SENDER, "said so; not read from the text: " + read.why());
  }

  Finding<String> of(Words words) {
    Letters letters = Letters.of(words);
    if (letters.count() < FEWEST_LETTERS) {
      return unknown("too few letters to tell a language");
    }
    if (!letters.readable()) {
      return unknown("written in letters of no language that this hub reads");
    }
    FunctionWords.Count counts = functionWords.count(words);
    return switch (letters.script()) {
      case DEVANAGARI -> devanagari(words);
      case LATIN -> latin(words, letters, counts);
      default -> byLingua(words, letters).orElse(unknown("no language of this hub is written so"));
    };
  }

  private Finding<String> devanagari(Words words) {
    String code = functionWords.nepaliOrHindi(words);
    return code.equals(UNKNOWN)
        ? unknown("written in Devanagari, without small words of Hindi or Nepali")
        : ruled(code, "its small words and endings, of Hindi and Nepali");
  }

  private Finding<String> latin(Words words, Letters letters, FunctionWords.Count counts) {
    int creole = counts.of("ht");
    boolean few = words.size() < FEW_WORDS;
    if (creole * CREOLE_WEIGHT > counts.mostBut("ht") && (creole > 1 || few)) {
      return ruled("ht", creole + " words that Haitian Creole alone writes so");
    }
    Optional<Finding<String>> guess = byLingua(words, letters);
    if (guess.isEmpty()) {
      return unknown("no language of this hub is written so");
    }
    int small = counts.of(guess.get().value());
    if (counts.mostUnread() > small) {
      return unknown("its small words are of a language that this hub does not read");
    }
    if (few ? small == 0 : small * SMALL_WORDS_ONE_IN < words.size()) {
      return unknown("it looks like " + guess.get().value() + " but lacks its small words");
    }
    return guess.get();
  }

  /** Lingua's best language, if it knows one at all. */
  private Optional<Finding<String>> byLingua(Words words, Letters letters) {
    Map<Language, Double> confidence;
    try {
      confidence = detector.join().computeLanguageConfidenceValues(readable(words, letters));
    } catch (CompletionException e) {
      LOG.warn("The language models could not be loaded: {}", e.getCause().toString());
      return Optional.empty();
    }
    return confidence.entrySet().stream()
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .map(best -> new Finding<>(CODES.get(best.getKey()), LINGUA, "most like that language"));
  }

  /** The words in the text's main script, joined: no digits, addresses, pictures or escapes. */
  private static String readable(Words words, Letters letters) {
    StringBuilder out = new StringBuilder(ENOUGH_CHARS);
    for (Words.Word word : words.all()) {
      if (out.length() >= ENOUGH_CHARS) {
        break;
      }
      if (letters.covers(word)) {
        out.append(words.text(), word.start(), word.end()).append(' ');
      }
    }
    return out.toString();
  }

  private static Finding<String> ruled(String code, String why) {
    return new Finding<>(code, RULES, why);
  }

  private static Finding<String> unknown(String why) {
    return ruled(UNKNOWN, why);
  }
}
