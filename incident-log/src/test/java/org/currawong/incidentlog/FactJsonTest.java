package org.currawong.incidentlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Sealed;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;
import org.currawong.incidentlog.disk.SimulatedDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactJsonTest {

  private static final Instant AT = Instant.parse("2026-11-23T05:10:00.123Z");
  private static final String HASH = "ab".repeat(32);

  private Keyring keyring;
  private FactJson json;

  @BeforeEach
  void open() throws IOException {
    keyring = Keyring.open(new SimulatedDisk(), Path.of("/data/keys"), 64);
    json = new FactJson(keyring);
  }

  @Test
  void everyKindOfFactComesBackAsItWas() throws IOException {
    Set<String> kinds = new HashSet<>();
    for (Fact fact : Facts.oneOfEach()) {
      byte[] written = json.write(17, AT, fact);
      assertEquals(new Entry(17, AT, HASH, fact), json.read(17, HASH, written), text(written));
      kinds.add(fact.getClass().getSimpleName());
    }
    assertEquals(Fact.class.getPermittedSubclasses().length, kinds.size(), "none left out");
  }

  @Test
  void absentValuesAreLeftOutAndComeBackAsNull() throws IOException {
    for (Fact fact : Facts.oneOfEachWithNulls()) {
      byte[] written = json.write(17, AT, fact);
      assertFalse(text(written).contains("null"), text(written));
      assertEquals(fact, json.read(17, HASH, written).fact(), text(written));
    }
  }

  @Test
  void aLineHasTheFormThatACouncilReads() {
    String line = text(json.write(17, AT, new Fact.HubStopped("update \"x\"\n\u0000end")));
    assertTrue(
        line.matches(
            "\\{\"n\":17,\"at\":\"2026-11-23T05:10:00.123Z\",\"salt\":\"[0-9a-f]{32}\","
                + "\"type\":\"HubStopped\",\"why\":\"update \\\\\"x\\\\\"\\\\n\\\\u0000end\"}"),
        line);
  }

  @Test
  void personalWordsStandOnlyAsCiphertextAndNoTwoLinesAreAlike() {
    String one = text(json.write(1, AT, report("water to the roof, Joanna, 0491 570 006")));
    String two = text(json.write(1, AT, report("water to the roof, Joanna, 0491 570 006")));
    for (String word : new String[] {"water", "roof", "Joanna", "0491"}) {
      assertFalse(one.contains(word), one);
    }
    assertTrue(one.contains("\"sealed\":{\"key\":\"report:r1\",\"slot\":"), one);
    assertFalse(one.equals(two));
  }

  private static Fact report(String text) {
    ReportBody body =
        new ReportBody(text, null, null, null, null, "Joanna", null, null, null, "receipt", null);
    return new Fact.ReportReceived(
        "r1", Via.WEB, null, "digest", null, new Sealed<>("report:r1", body));
  }

  @Test
  void anErasedKeyLeavesTheFactWithoutItsWords() throws IOException {
    byte[] written = json.write(1, AT, report("help"));
    keyring.erase("report:r1");
    Fact.ReportReceived read = (Fact.ReportReceived) json.read(1, HASH, written).fact();
    assertEquals("report:r1", read.secret().key());
    assertNull(read.secret().body());
    String later = text(json.write(2, AT, report("more words")));
    assertFalse(later.contains("\"data\""), "nothing is kept under an erased key");
  }

  @Test
  void aSealedPartMovedToAnotherLineCannotBeRead() throws IOException {
    String one = text(json.write(1, AT, report("first")));
    String two = text(json.write(2, AT, report("second")));
    String sealed = one.substring(one.indexOf("\"sealed\""));
    String moved = two.substring(0, two.indexOf("\"sealed\"")) + sealed;
    Fact.ReportReceived read =
        (Fact.ReportReceived) json.read(2, HASH, moved.getBytes(StandardCharsets.UTF_8)).fact();
    assertNull(read.secret().body());
  }

  @Test
  void whatThisVersionDoesNotKnowIsSaidPlainly() {
    for (String bad :
        new String[] {
          "{\"n\":3,\"type\":\"MoonRose\"}",
          "{\"n\":3,\"at\":\"x\",\"type\":\"HubStopped\"}",
          "{\"n\":3,\"at\":\"2026-11-23T05:10:00Z\",\"type\":\"ReportReceived\",\"via\":\"owl\"}",
          "[]",
          "{"
        }) {
      byte[] bytes = bad.getBytes(StandardCharsets.UTF_8);
      IOException e = assertThrows(IOException.class, () -> json.read(3, HASH, bytes));
      assertTrue(e.getMessage().startsWith("entry 3 can't be understood"), e.getMessage());
    }
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
