package org.currawong.channels.sms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.currawong.channels.Samples;
import org.currawong.channels.mesh.MeshRenderer;
import org.currawong.channels.rds.RdsRenderer;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.text.Gsm7;
import org.currawong.domain.text.MeshText;
import org.currawong.domain.text.RdsText;
import org.junit.jupiter.api.Test;

class TextFormsTest {

  private final Renderer sms = new SmsRenderer(PhraseBank.shipped());
  private final Renderer mesh = new MeshRenderer(PhraseBank.shipped());
  private final Renderer rds = new RdsRenderer(PhraseBank.shipped());

  @Test
  void anSmsFileHoldsOneNumberedMessageALine() {
    String text = only(sms, Samples.live("en"), Wording.ALERT, "en");
    List<String> lines = text.lines().toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("1/2 Flood at Mill Creek. Move to higher ground now."));
    assertTrue(lines.get(1).startsWith("2/2 ") && text.endsWith("\n"));
    assertTrue(lines.stream().allMatch(line -> Gsm7.septets(line) <= 153));
  }

  @Test
  void meshPartsAreFilesOfAtMost200Bytes() {
    Rendering made = mesh.render(Samples.live("en", "vi"), Wording.ALERT, "vi");
    assertEquals(
        List.of("mesh.vi.1.txt", "mesh.vi.2.txt"),
        made.artefacts().stream().map(Artefact::name).toList());
    for (Artefact part : made.artefacts()) {
      assertTrue(part.bytes().length <= MeshText.PART_BYTES);
    }
  }

  @Test
  void rdsLinesAreOfTheSetAndAtMost64() {
    String text = only(rds, Samples.live("en"), Wording.ALERT, "en");
    assertTrue(text.lines().allMatch(line -> line.length() <= RdsText.LINE));
    assertTrue(RdsText.outside(text.replace("\n", "")).isEmpty());
  }

  @Test
  void typographyIsMadePlainForTheDisplayOnly() {
    RenderInput input = headline("Flood – don’t cross");
    assertTrue(only(rds, input, Wording.ALERT, "en").startsWith("Flood - don't cross."));
    assertTrue(only(sms, input, Wording.ALERT, "en").contains("Flood – don’t cross."));
  }

  @Test
  void aDisplayThatLacksTheLettersGetsNothingAndItIsSaid() {
    Rendering made = rds.render(Samples.live("vi"), Wording.ALERT, "vi");
    assertTrue(made.artefacts().size() + made.unavailable().size() == 1);
    Rendering vietnamese = rds.render(headline("Lũ lụt tại Mill Creek"), Wording.ALERT, "en");
    assertTrue(vietnamese.artefacts().isEmpty());
    assertTrue(vietnamese.unavailable().getFirst().reason().contains("ũ"));
  }

  @Test
  void whatIsTooLongIsSaidAndNeverCut() {
    RenderInput input = headline("Flood at Mill Creek. ".repeat(80));
    for (Renderer renderer : List.of(sms, mesh, rds)) {
      Rendering made = renderer.render(input, Wording.ALERT, "en");
      assertTrue(made.artefacts().isEmpty(), renderer.way());
      assertTrue(made.unavailable().getFirst().reason().contains("at most"), renderer.way());
    }
  }

  @Test
  void aCorrectionAlwaysGoesWholeWhateverTheNamesLengths() {
    RenderInput live = Samples.live("en", "vi");
    RenderInput wordy =
        new RenderInput(
            live.hubId(),
            "A hub with a very long name indeed ".repeat(20).strip(),
            live.realm(),
            false,
            live.alertId(),
            1,
            live.draft(),
            live.cap(),
            live.capSender(),
            List.of(),
            live.zone(),
            List.of(),
            live.publicUrl(),
            live.checkWords(),
            1);
    for (Renderer renderer : List.of(sms, mesh)) {
      for (Wording wording : List.of(Wording.WITHDRAWN, Wording.ERROR, Wording.REPLACED)) {
        assertFalse(renderer.render(wordy, wording, "vi").artefacts().isEmpty());
      }
    }
  }

  @Test
  void correctionsBearTheirKindInTheName() {
    assertEquals(
        "withdrawn.sms.vi.txt",
        sms.render(Samples.live("en", "vi"), Wording.WITHDRAWN, "vi")
            .artefacts()
            .getFirst()
            .name());
    assertEquals(
        "error.rds.txt",
        rds.render(Samples.live("en"), Wording.ERROR, "en").artefacts().getFirst().name());
  }

  @Test
  void exerciseAndDemonstrationStandFirst() {
    RenderInput exercise =
        Samples.input(
            Samples.draft(AlertStatus.EXERCISE, AlertLevel.ADVICE, "en", "vi"), List.of());
    for (Renderer renderer : List.of(sms, mesh, rds)) {
      for (Wording wording : Wording.values()) {
        String text = first(renderer, exercise, wording);
        assertTrue(text.replaceFirst("^1/\\d ", "").startsWith("EXERCISE EXERCISE EXERCISE"), text);
        String demo = first(renderer, Samples.demonstration("en"), wording);
        assertTrue(demo.replaceFirst("^1/\\d ", "").startsWith("DEMONSTRATION"), demo);
      }
    }
  }

  @Test
  void theSameDraftGivesTheSameBytes() {
    for (Renderer renderer : List.of(sms, mesh, rds)) {
      assertArrayEquals(
          renderer.render(Samples.live("en"), Wording.ALERT, "en").artefacts().getFirst().bytes(),
          renderer.render(Samples.live("en"), Wording.ALERT, "en").artefacts().getFirst().bytes());
    }
  }

  private static RenderInput headline(String headline) {
    Draft d = Samples.draft(AlertStatus.ACTUAL, AlertLevel.COMMUNITY_INFORMATION, "en");
    return Samples.input(
        new Draft(
            d.status(),
            d.hazard(),
            d.level(),
            null,
            null,
            null,
            headline,
            null,
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
            null),
        List.of());
  }

  private static String first(Renderer renderer, RenderInput input, Wording wording) {
    byte[] bytes = renderer.render(input, wording, "en").artefacts().getFirst().bytes();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String only(
      Renderer renderer, RenderInput input, Wording wording, String language) {
    Rendering made = renderer.render(input, wording, language);
    assertEquals(1, made.artefacts().size(), made.unavailable().toString());
    return new String(made.artefacts().getFirst().bytes(), StandardCharsets.UTF_8);
  }
}
