package org.currawong.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RdsTextTest {

  @Test
  void theSetIsAsciiWithFourExceptionsAndATableAbove() {
    assertEquals('A', RdsText.code('A'));
    assertEquals(0xAB, RdsText.code('$'));
    assertEquals(0x24, RdsText.code('¤'));
    assertEquals(-1, RdsText.code('^'));
    assertEquals(-1, RdsText.code('`'));
    assertEquals(-1, RdsText.code('~'));
    assertEquals(0x7D, RdsText.code('}'));
    assertEquals(0x7F - 1, RdsText.code('¯'));
    assertEquals(0x80, RdsText.code('á'));
    assertEquals(0xA9, RdsText.code('€'));
    assertEquals(0xBF, RdsText.code('§'));
    assertEquals(0xC0, RdsText.code('Á'));
    assertEquals(0xDF, RdsText.code('ŀ'));
    assertEquals(0xE0, RdsText.code('Ã'));
    assertEquals(0xFE, RdsText.code('ŧ'));
  }

  @Test
  void linesBreakBetweenWordsAndHoldAtMost64() {
    Split split =
        RdsText.split("Flood at Mill Creek. Move to higher ground now. Do not enter floodwater.");
    assertEquals(
        List.of("Flood at Mill Creek. Move to higher ground now. Do not enter", "floodwater."),
        split.parts());
    assertTrue(split.fit().fits());
  }

  @Test
  void aCharacterThatTheDisplayLacksIsNamed() {
    Split split = RdsText.split("Lũ lụt");
    assertFalse(split.fit().fits());
    assertEquals(List.of("not in the radio display's set: ũ ụ"), split.fit().over());
  }

  @Test
  void spanishFitsAndSmartQuotesAreOfferedPlain() {
    assertTrue(RdsText.split("Inundación. ¡Salga ahora, señor!").fit().fits());
    assertEquals("Don't", RdsText.mended("Don’t").orElseThrow());
  }

  @Test
  void eachLineOfAnExerciseSaysThatItIsOne() {
    String mark = "EXERCISE EXERCISE EXERCISE";
    Split split =
        RdsText.split(
            mark + ". Flood at Mill Creek. Move to higher ground now, by Hill Road.", mark);
    assertEquals(
        List.of(
            mark + ". Flood at Mill Creek. Move to higher", "EXERCISE. ground now, by Hill Road."),
        split.parts());
  }

  @Test
  void aMarkInTwoLanguagesIsRepeatedInTheAlertsOwn() {
    String mark = "TEST TEST TEST - PRUEBA";
    Split split = RdsText.split(mark + ". " + "palabra ".repeat(10), mark);
    assertTrue(split.parts().get(1).startsWith("PRUEBA. palabra"));
  }

  @Test
  void aMarkThatSaysNoWordTwiceIsRepeatedWhole() {
    Split split = RdsText.split("ONLY A TEST. " + "word ".repeat(30), "ONLY A TEST");
    assertTrue(split.parts().stream().allMatch(l -> l.startsWith("ONLY A TEST. ")));
    assertTrue(split.parts().stream().allMatch(l -> l.length() <= RdsText.LINE));
  }

  @Test
  void moreThanEightLinesAreTooMany() {
    assertFalse(RdsText.split("word ".repeat(130)).fit().fits());
  }
}
