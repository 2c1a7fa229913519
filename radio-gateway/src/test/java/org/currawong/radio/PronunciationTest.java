package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PronunciationTest {

  @Test
  void namesAreRespelledAsWholeWordsWhateverTheirCase() {
    Pronunciation lexicon = read("Yass\tyass\nWagga Wagga\twogga wogga\nWagga\twogga\n");
    assertEquals(
        "From wogga wogga to wogga, not to Yassir.",
        lexicon.respell("From WAGGA  Wagga to Wagga, not to Yassir."));
  }

  @Test
  void theTownsOwnWinOverTheShipped() {
    Pronunciation lexicon =
        Pronunciation.shipped().with(Map.of("Bourke", "burkey", "Đà 5", "da five"));
    assertEquals(
        "At burkey and da five.", lexicon.respell(SpokenEnglish.say("At Bourke and Đà 5.")));
  }

  @Test
  void aMeasureIsHeardAsOne() {
    assertEquals(
        "two meters at seven ay em",
        Pronunciation.shipped().respell(SpokenEnglish.say("2 m at 7 am")));
  }

  @Test
  void anEmptyLexiconChangesNothing() {
    assertEquals("As it is.", read("# nothing\n").respell("As it is."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yass", "Yass\t", "\tyass", "Yass\tyass\tmore", "Yass\t<b>7</b>"})
  void aWrongLineIsRefusedAndNamed(String line) {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> read("# names\n" + line + "\n"));
    assertEquals("test line 2", fault.getMessage().substring(0, 11));
  }

  private static Pronunciation read(String text) {
    return Pronunciation.parse("test", new StringReader(text));
  }
}
