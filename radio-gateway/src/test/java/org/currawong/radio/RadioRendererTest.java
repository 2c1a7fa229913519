package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Unavailable;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.PhraseBank;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RadioRendererTest {

  private static Speech speech;
  private static RadioRenderer renderer;
  private final Drafts drafts = new Drafts();

  @BeforeAll
  static void launch() {
    speech = Speech.launch(Pronunciation.shipped());
    renderer = new RadioRenderer(new ScriptWriter(PhraseBank.shipped()), speech);
  }

  @AfterAll
  static void close() {
    speech.close();
  }

  @Test
  void englishIsScriptAndRecording() {
    Rendering made = renderer.render(drafts.input(), Wording.ALERT, "en");
    assertEquals(List.of("script.en.txt", "audio.en.wav"), names(made));
    assertEquals(List.of(), made.unavailable());
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    Rendering once = renderer.render(drafts.input(), Wording.ALERT, "en");
    Rendering again = renderer.render(drafts.input(), Wording.ALERT, "en");
    assertEquals(
        once.artefacts().stream().map(Artefact::ref).toList(),
        again.artefacts().stream().map(Artefact::ref).toList());
  }

  @Test
  void aLanguageWithoutAVoiceHasAScriptAndNoRecording() {
    Rendering made = renderer.render(drafts.input(), Wording.ALERT, "vi");
    assertEquals(List.of("script.vi.txt"), names(made));
    assertEquals(
        List.of(new Unavailable("audio.vi.wav", "no voice for this language")), made.unavailable());
  }

  @Test
  void correctionsCarryTheirPrefix() {
    Rendering made = renderer.render(drafts.input(), Wording.ERROR, "en");
    assertEquals(List.of("error.script.en.txt", "error.audio.en.wav"), names(made));
  }

  @Test
  void whatStaysTooLongIsNotMadeAndSaysHowMuch() {
    drafts.instruction = "Walk up the hill to the hall at the end of the long road. ".repeat(20);
    Rendering made = renderer.render(drafts.input(), Wording.ALERT, "en");
    assertEquals(List.of(), names(made));
    assertEquals("script.en.txt", made.unavailable().getFirst().artefact());
    assertTrue(
        made.unavailable().getFirst().reason().matches("\\d+ seconds too long to say"),
        made.unavailable()::toString);
  }

  @Test
  void noRecordingIsLongerThanNinetySecondsHoweverLongTheDescription() {
    for (int sentences = 0; sentences < 30; sentences += 5) {
      drafts.description = "Water is over the road at mile post 7. ".repeat(sentences);
      Rendering made = renderer.render(drafts.input(), Wording.ALERT, "en");
      byte[] wav = made.artefacts().getLast().bytes();
      assertTrue((wav.length - 44) / 32_000.0 <= 90, "with " + sentences + " sentences");
    }
  }

  private static List<String> names(Rendering made) {
    return made.artefacts().stream().map(Artefact::name).toList();
  }
}
