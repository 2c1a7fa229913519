package org.currawong.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpokenTest {

  @Test
  void aHundredAndFiftyWordsTakeAMinute() {
    assertEquals(60, Spoken.seconds("word ".repeat(150)));
    assertEquals(0, Spoken.seconds(" . "));
  }

  @Test
  void tripleZeroIsSaidDigitByDigit() {
    assertEquals(Spoken.seconds("zero zero zero"), Spoken.seconds("000"));
  }

  @Test
  void scriptsWithoutSpacesAreNotOneWord() {
    assertTrue(Spoken.seconds("立即前往更高的地方，不要进入洪水。") >= 3);
  }

  @Test
  void ninetySecondsFitAndMoreDoNot() {
    assertTrue(Spoken.fit("word ".repeat(225)).fits());
    Fit over = Spoken.fit("word ".repeat(250));
    assertFalse(over.fits());
    assertEquals("10 seconds too long to say", over.over().get(0));
  }

  @Test
  void aHeadlineOf160CharactersFitsAndOneMoreDoesNot() {
    assertTrue(Headline.fit("h".repeat(160)).fits());
    assertFalse(Headline.fit("h".repeat(161)).fits());
  }
}
