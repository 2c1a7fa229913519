package org.currawong.domain.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckWordsTest {

  private final CheckWords words = CheckWords.english();

  @Test
  void bip39sOwnVectorsBeginAlike() {
    byte[] seventyF = HexFormat.of().parseHex("7f".repeat(32));
    byte[] ones = HexFormat.of().parseHex("ff".repeat(32));
    byte[] zeros = new byte[32];
    assertEquals("legal winner thank year wave sausage worth useful", words.words(seventyF));
    assertEquals("zoo zoo zoo zoo zoo zoo zoo zoo", words.words(ones));
    assertEquals(
        "abandon abandon abandon abandon abandon abandon abandon abandon", words.words(zeros));
  }

  @Test
  void whatWasWrittenReadsBack() {
    Random random = new Random(11);
    for (int round = 0; round < 1_000; round++) {
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      CheckWords.Words read = (CheckWords.Words) words.parse(words.words(hash));
      assertArrayEquals(Arrays.copyOf(hash, CheckWords.COVERED_BYTES), read.prefix());
      assertTrue(words.match(words.words(hash), hash));
    }
  }

  @Test
  void caseSpacesAndCommasDoNotMatter() {
    byte[] hash = HexFormat.of().parseHex("7f".repeat(32));
    assertTrue(words.match(" Legal,WINNER thank-year\nwave  sausage worth useful. ", hash));
    assertFalse(words.match("legal winner thank year wave sausage worth usual", hash));
  }

  @Test
  void aWrongWordIsNamedWithItsPlaceAndTheNearestRightOne() {
    assertEquals(
        new CheckWords.WrongWord(3, "thnak", "thank"),
        words.parse("legal winner thnak year wave sausage worth useful"));
  }

  @Test
  void tooFewAndTooManyWordsAreCounted() {
    assertEquals(new CheckWords.WrongCount(2), words.parse("legal winner"));
    assertEquals(new CheckWords.WrongCount(0), words.parse("  "));
    assertEquals(new CheckWords.WrongCount(9), words.parse("zoo ".repeat(9)));
  }

  @Test
  void aHashTooShortForTheWordsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> words.words(new byte[10]));
  }

  @Test
  void aListThatIsNotTheListIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> CheckWords.of(new StringReader("a\nb\n")));
  }
}
