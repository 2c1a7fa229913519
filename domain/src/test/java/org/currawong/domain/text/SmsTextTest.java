package org.currawong.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmsTextTest {

  @Test
  void theAlphabetHoldsExactlyWhatTheStandardLists() {
    long one = 0;
    long two = 0;
    for (int point = 0; point < 0x10000; point++) {
      one += Gsm7.septets(point) == 1 ? 1 : 0;
      two += Gsm7.septets(point) == 2 ? 1 : 0;
    }
    assertEquals(127, one, "128 places, one of them the escape");
    assertEquals(10, two);
  }

  @Test
  void extensionCharactersCostTwoSeptets() {
    assertEquals(20, Gsm7.septets("^{}\\[~]|€\f"));
    assertEquals(3, Gsm7.septets("a€"));
  }

  @Test
  void theSmallCedillaIsNotInTheAlphabetThoughTheCapitalIs() {
    assertTrue(Gsm7.fits("Ç"));
    assertEquals(Set.of("ç"), Gsm7.outside("ça va Ça"));
  }

  @Test
  void oneMessageHolds160SeptetsAnd161MakeTwo() {
    assertEquals(1, SmsText.split("a".repeat(160)).parts().size());
    Split two = SmsText.split("a".repeat(161));
    assertEquals(2, two.parts().size());
    assertEquals(153, Gsm7.septets(two.parts().get(0)));
    assertTrue(two.parts().get(0).startsWith("1/2 "));
  }

  @Test
  void oneMessageHolds70UnitsOutsideTheAlphabetAnd71MakeTwo() {
    assertEquals(1, SmsText.split("ế".repeat(70)).parts().size());
    Split two = SmsText.split("ế".repeat(71));
    assertEquals(2, two.parts().size());
    assertEquals(67, two.parts().get(0).length());
    assertEquals(Unit.UCS2, two.fit().unit());
  }

  @Test
  void decomposedLettersAreComposedBeforeTheyAreCounted() {
    assertEquals(70, SmsText.split("e\u0302\u0301".repeat(70)).fit().used());
  }

  @Test
  void anEscapePairIsNeverSplit() {
    Split split = SmsText.split("€".repeat(200));
    assertTrue(split.parts().stream().allMatch(p -> Gsm7.septets(p) <= SmsText.GSM_PART));
    assertEquals("€".repeat(200), joined(split));
  }

  @Test
  void aSurrogatePairIsNeverSplit() {
    Split split = SmsText.split("🌊".repeat(90));
    for (String part : split.parts()) {
      assertTrue(part.length() <= SmsText.UCS2_PART);
      assertFalse(Character.isHighSurrogate(part.charAt(part.length() - 1)));
      assertFalse(Character.isLowSurrogate(part.charAt(4)));
    }
    assertEquals("🌊".repeat(90), joined(split));
  }

  @Test
  void moreThanSixMessagesAreTooManyAndNothingIsCut() {
    Split split = SmsText.split("leave ".repeat(200));
    assertFalse(split.fit().fits());
    assertEquals("leave ".repeat(200).replace(" ", ""), joined(split).replace(" ", ""));
    assertEquals(List.of("8 messages, at most 6 may be sent"), split.fit().over());
  }

  @Test
  void aSmartQuoteIsOfferedAsAPlainOneAndNotMendedInSilence() {
    String smart = "Don’t wait – leave now…";
    assertEquals("Don't wait - leave now...", SmsText.mended(smart).orElseThrow());
    assertEquals(Unit.UCS2, SmsText.split(smart).fit().unit());
    assertEquals(smart, SmsText.split(smart).parts().get(0));
  }

  @Test
  void noMendingIsOfferedWhereLettersThemselvesAreOutside() {
    assertTrue(SmsText.mended("Lũ lụt – hãy rời đi").isEmpty());
    assertTrue(SmsText.mended("plain").isEmpty());
  }

  @Test
  void anyTextComesBackWholeAndEveryPartIsWithinItsRoom() {
    Random random = new Random(7);
    String letters = "ab c{€ế🌊 \u0301";
    int[] points = letters.codePoints().toArray();
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(400);
      int kinds = 1 + random.nextInt(points.length);
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(points[random.nextInt(kinds)]);
      }
      check(text.toString());
    }
  }

  private static void check(String text) {
    Split split = SmsText.split(text);
    boolean gsm = split.fit().unit() == Unit.SEPTETS;
    for (String part : split.parts()) {
      int cost = gsm ? Gsm7.septets(part) : part.length();
      int whole = gsm ? SmsText.GSM_WHOLE : SmsText.UCS2_WHOLE;
      int several = gsm ? SmsText.GSM_PART : SmsText.UCS2_PART;
      assertTrue(cost <= (split.parts().size() == 1 ? whole : several), part);
    }
    String composed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
    assertEquals(composed.replaceAll("\\s+", ""), joined(split).replaceAll("\\s+", ""));
  }

  private static String joined(Split split) {
    StringBuilder all = new StringBuilder();
    for (String part : split.parts()) {
      all.append(split.parts().size() == 1 ? part : part.replaceFirst("^\\d+/\\d+ ", ""));
    }
    return all.toString();
  }
}
