package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.PhraseBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that we put on air opens another station's receiver: a decoder hears no SAME in it. */
final class MultimonIT {

  /** What the decoder reads: raw, mono, 16 bit, at this rate. */
  private static final AudioFormat DECODERS = new AudioFormat(22_050, 16, 1, true, false);

  private static final Path REAL =
      Path.of("../../shared/data/same-audio/sameold/sample/two_and_two.22050.s16le.bin");

  /** EAS attention signal and SAME mark and space, Hz (47 CFR 11.31). */
  private static final double[] FORBIDDEN = {853, 960, 1562.5, 2083.3};

  @TempDir Path folder;

  @Test
  void noSameHeaderIsHeardInAnythingTheRadioSays() throws Exception {
    try (Speech speech = Speech.launch(Pronunciation.shipped())) {
      RadioRenderer renderer = new RadioRenderer(new ScriptWriter(PhraseBank.shipped()), speech);
      for (AlertStatus status : AlertStatus.values()) {
        for (Wording wording : Wording.values()) {
          Drafts drafts = new Drafts();
          drafts.status = status;
          Artefact wav = renderer.render(drafts.input(), wording, "en").artefacts().getLast();
          assertEquals("", decoded(raw(wav.bytes())), status + " " + wording);
        }
      }
    }
  }

  @Test
  void theDecoderHearsARealOne() {
    assumeTrue(Files.exists(REAL), "no recording of a SAME header here to hear");
    assertTrue(decoded(REAL).contains("EAS: ZCZC"));
  }

  @Test
  void theChimeHoldsNoToneOfTheEmergencyAlertSystem() {
    short[] chime = Chime.at(Kevin.RATE);
    double own = power(chime, 523.25);
    for (double hertz : FORBIDDEN) {
      assertTrue(power(chime, hertz) < own / 300, hertz + " Hz");
    }
  }

  private String decoded(Path raw) {
    return Peer.need("multimon-ng")
        .answer(folder, raw, List.of("-q", "-a", "EAS", "-t", "raw", "-"))
        .strip();
  }

  private Path raw(byte[] wav) throws IOException, UnsupportedAudioFileException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav));
        AudioInputStream at = AudioSystem.getAudioInputStream(DECODERS, in)) {
      return Files.write(folder.resolve("said.raw"), at.readAllBytes());
    }
  }

  /** Power at one frequency (Goertzel's algorithm). */
  private static double power(short[] pcm, double hertz) {
    double c = 2 * Math.cos(2 * Math.PI * hertz / Kevin.RATE);
    double before = 0;
    double last = 0;
    for (short s : pcm) {
      double next = s + c * last - before;
      before = last;
      last = next;
    }
    return last * last + before * before - c * last * before;
  }
}
