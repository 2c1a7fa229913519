package org.currawong.inference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.currawong.domain.phrase.Phrase;
import org.currawong.domain.phrase.PhraseBank;

/**
 * Translation without a model: a text that is one of the phrase bank's sentences, word for word,
 * has people's own words in the other language; any other text has none.
 */
final class PhraseTranslation {

  /** What the language of the answer is called in the reason. */
  private static final String INTO = "en";

  private final PhraseBank bank;
  private final Map<String, Phrase> byWords = new HashMap<>();

  PhraseTranslation(PhraseBank bank) {
    this.bank = bank;
    for (Phrase phrase : bank.phrases()) {
      if (phrase.slots().isEmpty()) {
        byWords.putIfAbsent(key(Words.of(phrase.text())), phrase);
      }
    }
  }

  /** The English words; empty with the reason where nobody has written them. */
  Finding<String> of(Words text) {
    Phrase phrase = byWords.get(key(text));
    if (phrase == null) {
      return Finding.builtIn("", "not available without a model");
    }
    Optional<Phrase> english = bank.find(phrase.id(), INTO);
    return english
        .map(
            e ->
                new Finding<>(
                    e.text(), "phrase bank", "people's words for the phrase " + phrase.id()))
        .orElse(Finding.builtIn("", "not available without a model"));
  }

  private static String key(Words words) {
    StringBuilder key = new StringBuilder();
    for (Words.Word word : words.all()) {
      key.append(word.form()).append(' ');
    }
    return key.toString();
  }
}
