package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LexiconFilesTest {

  private static List<String> found(String pattern, String text) {
    Lexicon lexicon = new Lexicon();
    lexicon.add("en", pattern, "x", Map.of("@home", "house|flat"));
    Words words = Words.of(text);
    return lexicon.hits(words).stream().map(hit -> hit.quoted(words)).toList();
  }

  @Test
  void aPhraseIsFoundWholeAndAtWordBoundaries() {
    assertEquals(List.of("“on the roof”"), found("on the roof", "we are on the roof now"));
    assertEquals(List.of(), found("on the roof", "upon the roofing"));
  }

  @Test
  void aStarReadsAsBeginsWith() {
    assertEquals(List.of("“drowning”"), found("drown*", "he is drowning"));
  }

  @Test
  void partsMayStandInEitherOrderButNotFarApart() {
    assertEquals(List.of("“fire” with “flat”"), found("fire & @home", "our flat is on fire"));
    assertEquals(List.of("“fire” with “house”"), found("fire & @home", "fire in the house"));
    String far = " and then we went on and on".repeat(3);
    assertEquals(List.of(), found("fire & @home", "fire" + far + " house"));
  }

  @Test
  void onePlaceIsNotTwoParts() {
    assertEquals(List.of(), found("house & @home", "a house"));
  }

  @Test
  void aListThatIsNotNamedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> found("fire & @nowhere", "fire"));
  }

  @Test
  void anUnknownLabelStopsTheReading() {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> LexiconFiles.read("urgency", Set.of("urgent")));
    assertEquals("urgency/any.tsv, line 3: unknown label 'life-safety'", refused.getMessage());
  }
}
