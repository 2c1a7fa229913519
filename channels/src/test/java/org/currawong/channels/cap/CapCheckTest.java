package org.currawong.channels.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.currawong.channels.Samples;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.PhraseBank;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CapCheckTest {

  private final String good =
      new String(
          new CapRenderer(PhraseBank.shipped())
              .render(Samples.live("en", "vi"), Wording.ALERT, "en")
              .artefacts()
              .getFirst()
              .bytes(),
          StandardCharsets.UTF_8);

  @Test
  void whatWeWriteKeepsTheRules() {
    assertEquals(List.of(), faults(good));
  }

  @Test
  void eachRuleIsNoticedWhenBroken() {
    assertFault("identifier is empty", good.replace("<identifier>urn", "<identifier>u rn"));
    assertFault("sender is empty", good.replace("<sender>hub@", "<sender>hub,@"));
    assertFault("sent is no time", good.replace("17:30:00+11:00</sent>", "06:30:00Z</sent>"));
    assertFault("infos differ", good.replaceFirst("<category>Met<", "<category>Fire<"));
    assertFault("info wants one event code", good.replaceFirst("10772/6495", "10772/9"));
    assertFault("info without headline", good.replaceFirst("(?s)<headline>.*?</headline>", ""));
    assertFault("info without area", good.replaceFirst("(?s)<area>.*?</area>", ""));
    assertFault("expires is not after sent", good.replace("23:30:00+11:00", "17:30:00+11:00"));
    assertFault("Cancel without references", good.replace(">Alert<", ">Cancel<"));
    assertFault("Cancel with effective", good.replace(">Alert<", ">Cancel<"));
    assertFault("the polygon is not closed", good.replace(" -36.0,148.0<", " -36.0,148.2<"));
    assertFault("not latitude,longitude", good.replace("-36.0,148.1", "-96.0,148.1"));
    assertFault("not a CAP 1.2 alert", good.replace("cap:1.2\"", "cap:1.1\""));
    assertFault("not well-formed", good.replace("</alert>", ""));
    assertFault("no info", good.replaceAll("(?s)<info>.*</info>", ""));
  }

  @Test
  void aDocumentTypeIsRefusedUnread() {
    String evil =
        "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + good.substring(good.indexOf("<alert"));
    assertFault("not well-formed XML, or with a document type", evil);
  }

  @Test
  void shapesAreCheckedBeyondTheSchema() {
    assertEquals(List.of(), CapShape.polygonFaults("1,1 1,2 2,2 1,1"));
    assertFalse(CapShape.polygonFaults("1,1 1,2 1,1").isEmpty());
    assertFalse(CapShape.polygonFaults("1,1 1,2 2,2 1,181").isEmpty());
    assertFalse(CapShape.polygonFaults("").isEmpty());
    assertEquals(List.of(), CapShape.circleFaults("-36.5,148.25 0"));
    assertFalse(CapShape.circleFaults("-36.5,148.25").isEmpty());
    assertFalse(CapShape.circleFaults("-36.5,148.25 -1").isEmpty());
    assertFalse(CapShape.circleFaults("-36.5,148.25 99999").isEmpty());
  }

  @Test
  void attacksAndBrokenMessagesFromElsewhereAreRefusedWithoutHarm() throws IOException {
    Path folder = Path.of("../../shared/data/cap/google-cap-library");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no foreign CAP messages beside the project");
    for (String name : List.of("xee.cap", "invalid.cap", "noaa_errors.cap", "weather.atom")) {
      assertFalse(CapCheck.faults(Files.readAllBytes(folder.resolve(name))).isEmpty(), name);
    }
  }

  private static void assertFault(String begins, String xml) {
    List<String> faults = faults(xml);
    assertTrue(faults.stream().anyMatch(f -> f.startsWith(begins)), begins + " in " + faults);
  }

  private static List<String> faults(String xml) {
    return CapCheck.faults(xml.getBytes(StandardCharsets.UTF_8));
  }
}
