package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SpeechTest {

  private static Speech speech;

  @BeforeAll
  static void launch() {
    speech = Speech.launch(Pronunciation.shipped());
  }

  @AfterAll
  static void close() {
    speech.close();
  }

  @Test
  void theRecordingIsAWaveFileOfItsOwnLength() throws Exception {
    Recording.Made made = made(script("Leave now."));
    try (AudioInputStream in =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(made.wav()))) {
      assertEquals(16_000, in.getFormat().getSampleRate());
      assertEquals(16, in.getFormat().getSampleSizeInBits());
      assertEquals(1, in.getFormat().getChannels());
      assertEquals(made.wav().length - 44, in.getFrameLength() * 2);
      assertEquals(made.milliseconds(), in.getFrameLength() / 16);
    }
  }

  @Test
  void aVoiceThatCouldNotBeLoadedIsLoadedForTheNextRecording() {
    AtomicInteger loads = new AtomicInteger();
    Supplier<Kevin> shaky =
        () -> {
          if (loads.incrementAndGet() == 1) {
            throw new IllegalStateException("its file could not be read");
          }
          return new Kevin();
        };
    try (Speech other = Speech.launch(Pronunciation.shipped(), shaky)) {
      assertInstanceOf(Recording.Made.class, other.record(script("Leave now.")));
      assertEquals(2, loads.get());
    }
  }

  @Test
  void twoVoicesMayLoadAndSpeakAtOnce() {
    List<Speech> all =
        Stream.generate(() -> Speech.launch(Pronunciation.shipped())).limit(4).toList();
    try {
      byte[] one = made(script("Leave now.")).wav();
      for (Recording r : all.parallelStream().map(s -> s.record(script("Leave now."))).toList()) {
        assertArrayEquals(one, assertInstanceOf(Recording.Made.class, r).wav());
      }
    } finally {
      all.forEach(Speech::close);
    }
  }

  @Test
  void theSameScriptGivesTheSameBytes() {
    Script script = script("Flood at Lower Lantern Bend. Move to higher ground now.");
    byte[] first = made(script).wav();
    made(script("Something else is said in between."));
    assertArrayEquals(first, made(script).wav());
    try (Speech other = Speech.launch(Pronunciation.shipped())) {
      assertArrayEquals(first, ((Recording.Made) other.record(script)).wav());
    }
  }

  @Test
  void manyMayAskAtOnce() throws Exception {
    List<Script> scripts =
        List.of(script("Leave now."), script("Stay indoors."), script("Boil water."));
    List<byte[]> alone = scripts.stream().map(s -> made(s).wav()).toList();
    try (ExecutorService many = Executors.newFixedThreadPool(12)) {
      List<Callable<Recording>> asked =
          Stream.iterate(0, i -> i + 1)
              .limit(30)
              .map(i -> (Callable<Recording>) () -> speech.record(scripts.get(i % 3)))
              .toList();
      List<Future<Recording>> said = many.invokeAll(asked);
      for (int i = 0; i < said.size(); i++) {
        assertArrayEquals(alone.get(i % 3), ((Recording.Made) said.get(i).get()).wav());
      }
    }
  }

  @Test
  void aLanguageWithoutAVoiceIsNotSpokenByAnother() {
    Script vi = new Script("vi", List.of("Hãy rời đi ngay."), List.of("Tôi nhắc lại."), List.of());
    assertEquals(new Recording.NotMade("no voice for this language"), speech.record(vi));
  }

  @Test
  void moreThanNinetySecondsIsRefused() {
    String long100 =
        Stream.generate(() -> "The river keeps rising at the old bridge.")
            .limit(60)
            .collect(Collectors.joining(" "));
    assertInstanceOf(Recording.TooLong.class, speech.record(script(long100)));
  }

  @Test
  void aWordWithoutEndIsRefused() {
    Recording said = speech.record(script("Go " + "la".repeat(4000) + " now."));
    assertEquals(new Recording.NotMade("a word is too long to say"), said);
  }

  @Test
  void whatCannotBeSaidIsNotLeftOutInSilence() {
    Script wordless = new Script("en", List.of("水位上昇"), List.of("Again."), List.of());
    assertInstanceOf(Recording.NotMade.class, speech.record(wordless));
  }

  @Test
  void aStoppedVoiceSaysSo() {
    Speech stopped = Speech.launch(Pronunciation.shipped());
    stopped.close();
    assertInstanceOf(Recording.NotMade.class, stopped.record(script("Leave now.")));
  }

  @Test
  void loudAndSoftSentencesComeOutAtOneLevel() {
    short[] soft = new short[16_000];
    for (int i = 0; i < soft.length; i++) {
      soft[i] = (short) (1000 * Math.sin(i / 10.0));
    }
    short[] loud = new short[soft.length];
    for (int i = 0; i < soft.length; i++) {
      loud[i] = (short) (20 * soft[i]);
    }
    assertEquals(peak(Sound.levelled(soft)), peak(Sound.levelled(loud)), 800);
  }

  @Test
  void silenceAtBothEndsIsTrimmed() {
    short[] pcm = new short[16_000];
    pcm[8000] = 12_000;
    assertTrue(Sound.trimmed(pcm, 16_000).length < 1000);
    assertEquals(0, Sound.trimmed(new short[500], 16_000).length);
  }

  private static Script script(String text) {
    return new Script("en", Sentences.of(text), List.of("I repeat."), List.of());
  }

  private static Recording.Made made(Script script) {
    return assertInstanceOf(Recording.Made.class, speech.record(script));
  }

  private static int peak(short[] pcm) {
    int peak = 0;
    for (short s : pcm) {
      peak = Math.max(peak, Math.abs(s));
    }
    return peak;
  }
}
