package org.currawong.radio.icecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.currawong.radio.Wav;
import org.junit.jupiter.api.Test;

final class AiringTest {

  /** Frames that a codec's own delay adds to a recording: it begins and ends inside two of them. */
  private static final int DELAY = 4;

  @Test
  void eachFrameStandsAloneInTheStream() {
    List<byte[]> frames = all(airing(720, 1, false));
    assertTrue(frames.stream().allMatch(f -> f.length == Mp3Frame.BYTES && Mp3Frame.begins(f, 0)));
    assertEquals(0, frames.getFirst()[4], "the first frame needs nothing from before it");
    assertEquals(0, frames.getLast()[4]);
    int loud = Recordings.loud(joined(frames));
    assertTrue(loud >= 20 && loud <= 20 + DELAY, loud + " frames");
  }

  @Test
  void repeatsAreTheSameFramesAgainWithAPauseBetween() {
    List<byte[]> once = all(airing(720, 1, false));
    List<byte[]> thrice = all(airing(720, 3, false));
    int pause = Mp3Frame.in(2_000);
    int tail = Mp3Frame.in(1_000);
    int recording = once.size() - tail;
    assertEquals(3 * recording + 2 * pause + tail, thrice.size());
    for (int i = 0; i < recording; i++) {
      assertArrayEquals(thrice.get(i), thrice.get(recording + pause + i));
      assertArrayEquals(thrice.get(i), thrice.get(2 * (recording + pause) + i));
    }
    for (byte[] frame : thrice.subList(recording, recording + pause)) {
      assertArrayEquals(Mp3Frame.silence(), frame);
    }
  }

  @Test
  void whatHasExpiredIsSaidToItsEndButNotAgain() {
    assertEquals(all(airing(720, 1, false)).size(), all(airing(720, 3, true)).size());
  }

  @Test
  void whatExpiresInThePauseIsNotSaidAgain() {
    AtomicBoolean expired = new AtomicBoolean();
    Airing airing = new Airing(Recordings.tone(720), 3, "x", () -> false, () -> expired.get());
    List<byte[]> frames = new ArrayList<>();
    while (!airing.betweenRepeats()) {
      frames.add(airing.next());
    }
    int said = Recordings.loud(joined(frames));
    expired.set(true);
    frames.addAll(all(airing));
    assertEquals(said, Recordings.loud(joined(frames)));
  }

  @Test
  void theFirstFrameComesWithTheFirstSamples() {
    Mp3Encoder encoder = new Mp3Encoder();
    short[] pcm = Recordings.tone(360);
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at < 5 * Mp3Frame.SAMPLES; at += Mp3Frame.SAMPLES) {
      frames.addAll(encoder.more(pcm, at, at + Mp3Frame.SAMPLES));
    }
    encoder.close();
    assertTrue(
        frames.size() >= 4, "one frame is held back at most, and " + frames.size() + " came");
  }

  @Test
  void aRecordingInAnotherFormIsToldAndNotPlayed() {
    byte[] wav = Recordings.wav(100);
    assertArrayEquals(Recordings.tone(100), Wav.samples(wav, Mp3Frame.RATE));
    for (int at : new int[] {20, 22, 24, 34, 40}) {
      byte[] other = wav.clone();
      other[at] ^= 2;
      assertThrows(
          IllegalArgumentException.class, () -> Wav.samples(other, Mp3Frame.RATE), "byte " + at);
    }
    byte[] cut = Arrays.copyOf(wav, 60);
    assertThrows(IllegalArgumentException.class, () -> Wav.samples(cut, Mp3Frame.RATE));
  }

  private static Airing airing(int milliseconds, int repeats, boolean expired) {
    return new Airing(Recordings.tone(milliseconds), repeats, "x", () -> false, () -> expired);
  }

  private static List<byte[]> all(Airing airing) {
    List<byte[]> frames = new ArrayList<>();
    for (byte[] f = airing.next(); f != null; f = airing.next()) {
      frames.add(f);
    }
    airing.end(new Airing.End.Aired());
    return frames;
  }

  private static byte[] joined(List<byte[]> frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    frames.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
