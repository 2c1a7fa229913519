package org.currawong.channels.cap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.currawong.channels.Samples;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Hazard;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.PhraseBank;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CapRendererTest {

  private final CapRenderer renderer = new CapRenderer(PhraseBank.shipped());

  @Test
  void everyMessagePassesTheSchema() throws Exception {
    Path schema = Path.of("../../shared/data/cap/ibm-cap/CAP-v1.2.xsd");
    Assumptions.assumeTrue(Files.exists(schema), "no CAP schema beside the project");
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // The OASIS schema imports the one of signatures by address; CAP does not need it to be read.
    factory.setResourceResolver((type, namespace, publicId, systemId, base) -> null);
    var validator = factory.newSchema(schema.toFile()).newValidator();
    for (byte[] message : messages()) {
      validator.validate(new StreamSource(new ByteArrayInputStream(message)));
    }
  }

  @Test
  void theSameDraftGivesTheSameBytes() {
    assertArrayEquals(bytes(Samples.live("en", "vi", "es")), bytes(Samples.live("en", "vi", "es")));
  }

  @Test
  void eachLanguageIsAnInfoWithTheSameCategoryAndCode() {
    String xml = xml(Samples.live("en", "vi", "es"));
    assertEquals(3, count(xml, "<info>"));
    assertEquals(3, count(xml, "<event>Flood</event>"));
    assertEquals(3, count(xml, "<value>flood</value>"));
    assertTrue(xml.contains("<language>en-AU</language>") && xml.contains("<language>vi<"));
    assertTrue(xml.contains("<headline>Lũ lụt tại Mill Creek</headline>"));
  }

  @Test
  void aLanguageWithoutWordsIsReportedAndNotPretended() {
    Rendering made = renderer.render(Samples.live("en", "it"), Wording.ALERT, "en");
    assertEquals(1, made.artefacts().size());
    assertEquals("cap.xml in it", made.unavailable().getFirst().artefact());
    assertFalse(text(made).contains("<language>it"));
  }

  @Test
  void theLevelTravelsAsAParameterWithItsDefaults() {
    String xml = xml(warning(AlertLevel.EMERGENCY_WARNING));
    assertTrue(xml.contains("<valueName>AlertLevel</valueName>\n<value>Emergency Warning</value>"));
    assertTrue(
        xml.contains(
            "<urgency>Immediate</urgency>\n<severity>Extreme</severity>\n"
                + "<certainty>Observed</certainty>"));
    assertTrue(xml.contains("State Emergency Service (Mill Creek Hub)"));
    assertTrue(xml(warning(AlertLevel.WATCH_AND_ACT)).contains("<severity>Severe</severity>"));
    assertTrue(xml(warning(AlertLevel.ADVICE)).contains("<severity>Moderate</severity>"));
  }

  @Test
  void timesHaveOffsetsInDigitsAndNeverZ() {
    assertTrue(xml(Samples.live("en")).contains("<sent>2026-11-23T17:30:00+11:00</sent>"));
    Instant at = Instant.parse("2026-11-23T06:30:00.987Z");
    assertEquals("2026-11-23T06:30:00-00:00", CapTime.write(at, ZoneOffset.UTC));
    assertEquals("2026-11-23T06:30:00-00:00", CapTime.write(at, ZoneId.of("UTC")));
    assertEquals("2026-11-23T03:30:00-03:00", CapTime.write(at, ZoneId.of("-03:00")));
    assertTrue(CapTime.read("2026-11-23T06:30:00Z").isEmpty());
    assertTrue(CapTime.read("2026-13-23T06:30:00-00:00").isEmpty());
  }

  @Test
  void whatIsNotRealIsNeverActual() {
    String exercise =
        xml(Samples.input(Samples.draft(AlertStatus.EXERCISE, AlertLevel.ADVICE, "en"), List.of()));
    assertTrue(exercise.contains("<status>Exercise</status>"));
    assertTrue(exercise.contains("<note>EXERCISE EXERCISE EXERCISE. This is an exercise."));
    assertTrue(exercise.contains("<headline>EXERCISE EXERCISE EXERCISE: Flood"));
    String demonstration = xml(Samples.demonstration("en"));
    assertTrue(demonstration.contains("<status>Test</status>"));
    assertTrue(demonstration.contains("<note>DEMONSTRATION. "));
    assertFalse(demonstration.contains("Actual"));
  }

  @Test
  void aCancelRefersToItsAlertAndClaimsNoDanger() {
    Rendering made = renderer.render(Samples.cancel("en", "vi"), Wording.WITHDRAWN, "en");
    String xml = text(made);
    assertEquals("withdrawn.cap.xml", made.artefacts().getFirst().name());
    assertTrue(xml.contains("<msgType>Cancel</msgType>"));
    assertTrue(
        xml.contains(
            "<references>hub@millcreek.example,urn.currawong.hub-1.a-1.1,"
                + "2026-11-23T17:30:00+11:00</references>"),
        xml);
    assertTrue(xml.contains("sent at 5:30 pm Monday 23 November is withdrawn"));
    assertFalse(xml.contains("<effective>") || xml.contains("Move to higher ground"));
    assertTrue(xml.contains("<severity>Unknown</severity>"));
  }

  @Test
  void anUpdateWithoutReferencesIsNotMade() {
    RenderInput in = Samples.live("en");
    RenderInput update =
        new RenderInput(
            in.hubId(),
            in.hubName(),
            in.realm(),
            false,
            in.alertId(),
            2,
            in.draft(),
            new org.currawong.domain.alert.CapMessage("x-2", "Update", Samples.AT, "cap.xml"),
            in.capSender(),
            List.of(),
            in.zone(),
            List.of(),
            null,
            in.checkWords(),
            1);
    Rendering made = renderer.render(update, Wording.ALERT, "en");
    assertTrue(made.artefacts().isEmpty());
    assertEquals("Update without references", made.unavailable().getFirst().reason());
  }

  @Test
  void hostileWordsStayWords() {
    Draft d = Samples.draft(AlertStatus.ACTUAL, AlertLevel.COMMUNITY_INFORMATION, "en");
    Draft hostile =
        new Draft(
            d.status(),
            d.hazard(),
            d.level(),
            null,
            null,
            null,
            "</headline><status>Actual</status> & \u0000\u001b[2J \uD800 \u202Ecod.exe",
            "]]>",
            d.instruction(),
            d.area(),
            d.effective(),
            d.expires(),
            d.nextUpdate(),
            d.languages(),
            Map.of(),
            null,
            null,
            null,
            null);
    String xml = xml(Samples.input(hostile, List.of()));
    assertTrue(xml.contains("&lt;/headline&gt;&lt;status&gt;"), xml);
    assertEquals(1, count(xml, "<status>"));
    assertEquals(List.of(), CapCheck.faults(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void everyHazardHasACodeOfTheList() {
    for (Hazard hazard : Hazard.values()) {
      EventCode code = EventCode.of(hazard);
      assertFalse(code.event().isBlank() || code.code().isBlank() || code.category().isBlank());
    }
  }

  @Test
  void aCircleIsWrittenAsCapWritesIt() {
    Draft d = Samples.draft(AlertStatus.ACTUAL, AlertLevel.COMMUNITY_INFORMATION, "en");
    Draft round =
        new Draft(
            d.status(),
            d.hazard(),
            d.level(),
            null,
            null,
            null,
            d.headline(),
            d.description(),
            d.instruction(),
            new Area("Mill Creek", null, null, "-36.0,148.0 2.5"),
            d.effective(),
            d.expires(),
            d.nextUpdate(),
            d.languages(),
            Map.of(),
            null,
            null,
            null,
            null);
    assertTrue(xml(Samples.input(round, List.of())).contains("<circle>-36.0,148.0 2.5</circle>"));
  }

  private List<byte[]> messages() {
    return List.of(
        bytes(Samples.live("en", "vi", "es", "ar")),
        bytes(warning(AlertLevel.EMERGENCY_WARNING)),
        bytes(Samples.demonstration("en")),
        renderer
            .render(Samples.cancel("en", "vi"), Wording.ERROR, "en")
            .artefacts()
            .getFirst()
            .bytes());
  }

  private static RenderInput warning(AlertLevel level) {
    return Samples.input(Samples.draft(AlertStatus.ACTUAL, level, "en"), List.of());
  }

  private byte[] bytes(RenderInput input) {
    return renderer.render(input, Wording.ALERT, "en").artefacts().getFirst().bytes();
  }

  private String xml(RenderInput input) {
    return new String(bytes(input), StandardCharsets.UTF_8);
  }

  private static String text(Rendering made) {
    return new String(made.artefacts().getFirst().bytes(), StandardCharsets.UTF_8);
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
