package org.currawong.inference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The small words by which a language gives itself away; no two pages of it lack them. */
final class FunctionWords {

  private static final String FILE = "language/function-words.tsv";

  /** Endings of case and verb that Nepali writes onto the word and Hindi does not. */
  private static final List<String> NEPALI_ENDINGS =
      List.of(
          "को", "मा", "लाई", "हरू", "हरु", "नुहोस्", "एको", "ेको", "छन्", "िन्छ", "हुन्छ", "बाट",
          "सँग");

  /** After the blocks of Latin letters; folded forms hold no accents. */
  private static final char LATIN_END = '\u0250';

  private final Map<String, List<String>> languagesByWord = new HashMap<>();

  private FunctionWords() {}

  static FunctionWords read() {
    FunctionWords all = new FunctionWords();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(FunctionWords.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          int tab = line.indexOf('\t');
          all.add(line.substring(0, tab), Words.of(line.substring(tab + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return all;
  }

  private void add(String language, Words words) {
    for (Words.Word word : words.all()) {
      List<String> known = languagesByWord.computeIfAbsent(word.form(), w -> new ArrayList<>(2));
      if (!known.contains(language)) {
        known.add(language);
      }
    }
  }

  /** How many of {@code words} are small words of each language. */
  Count count(Words words) {
    Map<String, Integer> counts = new HashMap<>();
    for (Words.Word word : words.all()) {
      for (String language : languagesByWord.getOrDefault(word.form(), List.of())) {
        counts.merge(language, 1, Integer::sum);
      }
    }
    return new Count(counts);
  }

  /**
   * The most words in a row, without punctuation between, of which none is a small word of a
   * language of this hub: a long row is in a language that nobody here reads. Latin letters only.
   */
  int longestUnread(Words words) {
    int longest = 0;
    int row = 0;
    for (Words.Word word : words.all()) {
      char first = word.form().charAt(0);
      boolean latin = Character.isLetter(first) && first < LATIN_END;
      boolean small =
          languagesByWord.getOrDefault(word.form(), List.of()).stream()
              .anyMatch(LexiconFiles.LANGUAGES::contains);
      row = !latin || small || word.afterBreak() ? 0 : row + 1;
      longest = Math.max(longest, row);
    }
    return longest;
  }

  /** Nepali or Hindi, both in Devanagari, which Lingua cannot tell apart (it knows no Nepali). */
  String nepaliOrHindi(Words words) {
    Count counts = count(words);
    int nepali = counts.of("ne");
    for (Words.Word word : words.all()) {
      if (!languagesByWord.containsKey(word.form()) && endsAsNepali(word.form())) {
        nepali++;
      }
    }
    int hindi = counts.of("hi");
    if (nepali == hindi) {
      return Languages.UNKNOWN;
    }
    return nepali > hindi ? "ne" : "hi";
  }

  private static boolean endsAsNepali(String form) {
    for (String ending : NEPALI_ENDINGS) {
      if (form.length() > ending.length() + 1 && form.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Small words of a text, by language. */
  record Count(Map<String, Integer> byLanguage) {

    int of(String language) {
      return byLanguage.getOrDefault(language, 0);
    }

    /** The most that any language has which this hub does not read. */
    int mostUnread() {
      int most = 0;
      for (Map.Entry<String, Integer> e : byLanguage.entrySet()) {
        if (!LexiconFiles.LANGUAGES.contains(e.getKey())) {
          most = Math.max(most, e.getValue());
        }
      }
      return most;
    }

    /** The most that any language but {@code language} has. */
    int mostBut(String language) {
      int most = 0;
      for (Map.Entry<String, Integer> e : byLanguage.entrySet()) {
        if (!e.getKey().equals(language)) {
          most = Math.max(most, e.getValue());
        }
      }
      return most;
    }
  }
}
