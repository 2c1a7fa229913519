package org.currawong.radio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.phrase.PhraseSlots;
import org.currawong.domain.phrase.TimeWords;

/** The fixed sentences of one language with this draft's values in them, and its free words. */
final class Wordbook {

  private static final String ENGLISH = "en";

  private final PhraseBank phrases;
  private final String language;
  private final Map<String, String> values = new HashMap<>();

  Wordbook(PhraseBank phrases, RenderInput input, String language) {
    this.phrases = phrases;
    this.language = language;
    Draft d = input.draft();
    values.putAll(PhraseSlots.of(phrases, d, language));
    value("source", input.hubName());
    value("address", input.publicUrl());
    value("time", TimeWords.say(input.renderedAt(), input.zone(), language));
    if (d.expires() != null) {
      value("until", TimeWords.say(d.expires(), input.zone(), language));
    }
    if (d.nextUpdate() != null) {
      value("next_update", TimeWords.say(d.nextUpdate(), input.zone(), language));
    }
  }

  /** Whether the sentence exists in the language and every slot of it has a value. */
  boolean has(String id) {
    return phrases
        .find(id, language)
        .filter(p -> values.keySet().containsAll(p.slots()))
        .isPresent();
  }

  /** Whether all of them do. */
  boolean hasAll(List<String> ids) {
    return ids.stream().allMatch(this::has);
  }

  /** The first of the sentences that can be said; nothing when none can. */
  List<String> fixed(String... ids) {
    return Stream.of(ids)
        .filter(this::has)
        .findFirst()
        .flatMap(id -> phrases.fill(id, language, values))
        .map(this::free)
        .orElse(List.of());
  }

  /** A mark in capitals and the sentence that explains it, as they stand in the bank. */
  List<String> mark(String name) {
    return Stream.of("mark." + name, "notice." + name)
        .flatMap(id -> phrases.words(id, language).stream())
        .flatMap(words -> Sentences.of(words).stream())
        .toList();
  }

  /** Somebody's own words, sentence by sentence, in English as they are spoken. */
  List<String> free(String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    return Sentences.of(language.equals(ENGLISH) ? SpokenEnglish.say(text) : text);
  }

  private void value(String name, String value) {
    if (value != null && !value.isBlank()) {
      values.put(name, value);
    }
  }
}
