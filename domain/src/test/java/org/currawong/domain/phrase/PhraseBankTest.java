package org.currawong.domain.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.currawong.domain.text.RdsText;
import org.junit.jupiter.api.Test;

class PhraseBankTest {

  private final PhraseBank bank = PhraseBank.shipped();

  @Test
  void everyShippedLanguageHasEveryPhraseOfEnglish() {
    Set<String> english = ids("en");
    assertEquals(Set.of("en", "vi", "es"), bank.languages());
    for (String language : bank.languages()) {
      assertEquals(english, ids(language), language);
    }
  }

  @Test
  void noShippedPhraseClaimsThatASpeakerCheckedIt() {
    assertTrue(bank.phrases().stream().noneMatch(Phrase::checkedBySpeaker));
    assertTrue(bank.phrases().stream().noneMatch(p -> p.origin().isBlank()));
  }

  @Test
  void theCallsToActionOfTheWarningSystemAreThere() {
    for (String id :
        new String[] {
          "prepare-now",
          "stay-informed",
          "monitor-conditions",
          "avoid-the-area",
          "reduced-threat",
          "return-with-caution",
          "prepare-to-leave",
          "leave-now-if-not-prepared",
          "leave-now",
          "move-to-higher-ground",
          "stay-indoors",
          "do-not-enter-floodwater",
          "leave-immediately",
          "seek-shelter-now",
          "too-late-to-leave"
        }) {
      assertTrue(bank.find("action." + id, "vi").isPresent(), id);
    }
  }

  @Test
  void vietnameseIsWrittenInComposedLetters() {
    for (Phrase phrase : bank.phrases()) {
      assertTrue(Normalizer.isNormalized(phrase.text(), Normalizer.Form.NFC), phrase.id());
    }
    assertEquals(
        "Hãy di chuyển đến nơi cao hơn.",
        bank.words("action.move-to-higher-ground", "vi").orElseThrow());
  }

  @Test
  void englishAndSpanishShowOnARadioDisplay() {
    for (Phrase phrase : bank.phrases()) {
      if (!phrase.language().equals("vi")) {
        assertEquals(Set.of(), RdsText.outside(phrase.fill(sample(phrase))), phrase.id());
      }
    }
  }

  @Test
  void aPhraseIsNeverAnsweredInAnotherLanguage() {
    assertTrue(bank.find("action.leave-now", "ar").isEmpty());
    assertTrue(bank.words("action.leave-now", "").isEmpty());
  }

  @Test
  void aSlotWithoutAValueIsRefusedByName() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> bank.fill("frame.place", "en", Map.of()));
    assertTrue(e.getMessage().contains("{place}"), e.getMessage());
  }

  @Test
  void aValueIsTakenAsItIsAndNotReadForSlots() {
    assertEquals(
        "At {time} $1 \\.",
        bank.fill("frame.place", "en", Map.of("place", "{time} $1 \\", "time", "x")).orElseThrow());
  }

  @Test
  void correctionsNeverSayThatAWarningIsCancelledOrThatAllIsClear() {
    for (Phrase phrase : bank.phrases()) {
      if (phrase.id().startsWith("correction.")) {
        assertFalse(
            phrase.text().toLowerCase(Locale.ROOT).matches(".*(cancel|all.clear|hủy|anulad).*"),
            phrase.id());
      }
      if (phrase.id().matches("correction\\.(withdrawn|error|replaced)")) {
        assertTrue(phrase.text().contains("(000)"), phrase.id());
      }
    }
  }

  @Test
  void aTextOfPhrasesIsKnownAndOneFreeWordIsNot() {
    Map<String, String> slots = Map.of("place", "Mill Creek", "hazard", "Flood");
    String text = "Flood at Mill Creek.\n Move to higher ground now.  Do not enter floodwater.";
    assertTrue(bank.composedOfPhrases(text, "en", slots));
    assertFalse(bank.composedOfPhrases(text + " Hurry.", "en", slots));
    assertFalse(bank.composedOfPhrases("Please. " + text, "en", slots));
    assertFalse(bank.composedOfPhrases(text, "vi", slots));
    assertFalse(bank.composedOfPhrases("", "en", slots));
  }

  @Test
  void aSlotTakesOnlyTheDraftsOwnValue() {
    Map<String, String> slots = Map.of("place", "Mill Creek", "hazard", "Flood");
    assertFalse(bank.composedOfPhrases("Flood at Gold Creek.", "en", slots));
    assertFalse(bank.composedOfPhrases("Flood at Mill Creek. Send money to x.", "en", slots));
    assertFalse(bank.composedOfPhrases("Flood at Mill Creek.", "en", Map.of()));
  }

  @Test
  void namesAndLabelsAreNoSentences() {
    assertFalse(bank.composedOfPhrases("Flood", "en", Map.of()));
    assertFalse(bank.composedOfPhrases("Emergency Warning", "en", Map.of()));
  }

  @Test
  void sentencesGluedTogetherAreNotAnAnswer() {
    assertFalse(bank.composedOfPhrases("Leave now.Stay indoors.", "en", Map.of()));
  }

  @Test
  void aFaultInAFileIsNamedWithItsLine() {
    assertFault("x line 2: 5 columns wanted, 4 found", "# id\na.b\ten\tText\tus\n");
    assertFault("x line 1: not an id: A b", "A b\ten\tText\tus\tno\n");
    assertFault("x line 1: not a language: english", "a.b\tenglish\tText\tus\tno\n");
    assertFault("x line 1: the last column is yes or no", "a.b\ten\tText\tus\tmaybe\n");
    assertFault("x line 1: text and origin may not be empty", "a.b\ten\t \tus\tno\n");
    assertFault("a.b twice in en", "a.b\ten\tT\tus\tno\na.b\ten\tT\tus\tno\n");
    assertFault(
        "a.b in vi has other slots than in English",
        "a.b\ten\tAt {place}\tus\tno\na.b\tvi\tT\tus\tno\n");
  }

  @Test
  void anOperatorsOwnPhrasesAreAddedToTheShippedOnes() {
    PhraseBank own =
        PhraseBank.parse(
            "own", new StringReader("action.go-to-hall\ten\tGo to the hall.\tus\tyes\n"));
    assertEquals("Go to the hall.", bank.with(own).words("action.go-to-hall", "en").orElseThrow());
    assertThrows(IllegalArgumentException.class, () -> own.with(own));
  }

  private Set<String> ids(String language) {
    return bank.phrases().stream()
        .filter(p -> p.language().equals(language))
        .map(Phrase::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> sample(Phrase phrase) {
    return phrase.slots().stream().collect(Collectors.toMap(s -> s, s -> "x"));
  }

  private static void assertFault(String message, String file) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> PhraseBank.parse("x", new StringReader(file)));
    assertEquals(message, e.getMessage());
  }
}
