package org.currawong.hub.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.currawong.channels.paper.PaperLetters;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.radio.Pronunciation;
import org.currawong.radio.Speech;

/** What each of the hub's languages can leave as: spoken, printed, from phrases. */
final class Languages {

  private Languages() {}

  static List<Finding> look(List<String> languages) {
    List<Finding> all = new ArrayList<>();
    PhraseBank phrases = PhraseBank.shipped();
    try (Speech speech = Speech.launch(Pronunciation.shipped())) {
      for (String language : languages) {
        all.add(language(language, speech.speaks(language), hasPhrases(phrases, language)));
      }
    }
    return all;
  }

  private static boolean hasPhrases(PhraseBank phrases, String language) {
    return phrases.words("mark.exercise", language).isPresent();
  }

  private static Finding language(String code, boolean voice, boolean phrases) {
    Locale own = Locale.of(code);
    String name = own.getDisplayLanguage(Locale.ENGLISH);
    // A language's name in itself is written in its own letters.
    boolean letters = PaperLetters.lacking(own.getDisplayLanguage(own)).isEmpty();
    List<String> has = new ArrayList<>();
    List<String> mend = new ArrayList<>();
    has.add(voice ? "voice" : "no voice");
    has.add(letters ? "letters for paper" : "no letters for paper");
    has.add(phrases ? "phrases" : "no phrases");
    if (!voice) {
      mend.add("a person reads the script");
    }
    if (!letters) {
      mend.add("print it elsewhere");
    }
    if (!phrases) {
      mend.add("a person who reads it translates");
    }
    String says = String.join(", ", has);
    return mend.isEmpty()
        ? Finding.ok(name, says)
        : Finding.warn(name, says, String.join(", ", mend));
  }
}
