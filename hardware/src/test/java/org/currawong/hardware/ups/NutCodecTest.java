package org.currawong.hardware.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines as upsd 2.8.0 with dummy-ups sent them, and lines as it never should. */
class NutCodecTest {

  @Test
  void linesOfARealUpsdAreRead() {
    assertEquals(
        new NutAnswer.Variable("hub", "battery.charge", "98"),
        NutCodec.read("VAR hub battery.charge \"98\""));
    assertEquals(
        new NutAnswer.Variable("hub", "ups.status", "OB LB DISCHRG"),
        NutCodec.read("VAR hub ups.status \"OB LB DISCHRG\""));
    assertEquals(new NutAnswer.Device("hub", "Hub UPS"), NutCodec.read("UPS hub \"Hub UPS\""));
    assertEquals(new NutAnswer.Begin(), NutCodec.read("BEGIN LIST VAR hub"));
    assertEquals(new NutAnswer.End(), NutCodec.read("END LIST VAR hub"));
    assertEquals(new NutAnswer.Ignored(), NutCodec.read("OK Goodbye"));
    assertEquals(
        new NutAnswer.Ignored(),
        NutCodec.read("Network UPS Tools upsd 2.8.0 - http://www.networkupstools.org/"));
  }

  @Test
  void errorsAreReadWithTheirWordAlsoOnesThatNobodyKnowsYet() {
    for (String word : List.of("DATA-STALE", "UNKNOWN-UPS", "DRIVER-NOT-CONNECTED", "NEW-ONE")) {
      assertEquals(new NutAnswer.Refusal(word), NutCodec.read("ERR " + word));
    }
    assertEquals("upsd has no fresh data of the UPS", new NutAnswer.Refusal("DATA-STALE").words());
    assertEquals("upsd answers NEW-ONE", new NutAnswer.Refusal("NEW-ONE").words());
    assertInstanceOf(NutAnswer.Malformed.class, NutCodec.read("ERR"));
  }

  @Test
  void quotesAndBackslashesAreUndone() {
    assertEquals(
        new NutAnswer.Variable("u", "ups.mfr", "say \"hi\" \\ # now"),
        NutCodec.read("VAR u ups.mfr \"say \\\"hi\\\" \\\\ \\# now\""));
    assertEquals(new NutAnswer.Variable("u", "ups.mfr", ""), NutCodec.read("VAR u ups.mfr \"\"\r"));
    assertEquals(List.of("a b", "c"), NutCodec.words("  \"a b\"\tc "));
  }

  @Test
  void whatIsNoLineIsSaidToBeNone() {
    for (String line :
        List.of(
            "VAR u ups.status \"OL",
            "VAR u",
            "UPS",
            "VAR u a b c d",
            "VAR u n " + "x ".repeat(40))) {
      assertInstanceOf(NutAnswer.Malformed.class, NutCodec.read(line), line);
    }
    assertInstanceOf(NutAnswer.Malformed.class, NutCodec.read("x".repeat(3_000)));
  }

  @Test
  void noLineWhateverThrows() {
    Random random = new Random(31);
    String letters = "VAR UPS\"\\ \t#=ERROK\u0000é0";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        line.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertNotNull(NutCodec.read(line.toString()));
    }
  }

  @Test
  void aNameCanBringNoSecondQuestion() {
    assertEquals("LIST VAR ups\n", NutCodec.listVariables("ups"));
    assertEquals("LIST VAR \"back room\"\n", NutCodec.listVariables("back room"));
    assertEquals("LIST VAR \"a\\\"b\"\n", NutCodec.listVariables("a\"b"));
    for (String name : List.of("", "ups\nFSD ups", "x".repeat(201))) {
      assertThrows(IllegalArgumentException.class, () -> NutCodec.listVariables(name));
    }
  }
}
