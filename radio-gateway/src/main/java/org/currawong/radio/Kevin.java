package org.currawong.radio;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.stream.Stream;

/** FreeTTS' voice kevin16: English, 16,000 samples a second. Not thread-safe. */
final class Kevin {

  /** The language it speaks, and the only one. */
  static final String LANGUAGE = "en";

  /** Samples a second. */
  static final int RATE = 16_000;

  private static final String NAME = "kevin16";

  /** FreeTTS keeps tables that all its voices share, and fills them without a lock of its own. */
  private static final Object FREETTS = new Object();

  private final Voice voice;

  /** Loads the voice, about 0.7 s. */
  Kevin() {
    synchronized (FREETTS) {
      voice =
          Stream.of(new KevinVoiceDirectory().getVoices())
              .filter(v -> v.getName().equals(NAME))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("FreeTTS has no voice " + NAME));
      voice.allocate();
    }
  }

  /**
   * Says one sentence of printable ASCII.
   *
   * @param most samples after which it stops
   * @return its samples; more than {@code most} is said by {@code null}
   */
  short[] say(String sentence, int most) {
    SampleCollector ear = new SampleCollector(most);
    synchronized (FREETTS) {
      voice.setAudioPlayer(ear);
      voice.speak(sentence);
    }
    if (ear.rate() != 0 && ear.rate() != RATE) {
      throw new IllegalStateException(NAME + " speaks at " + ear.rate() + " samples a second");
    }
    return ear.isFull() ? null : ear.samples();
  }
}
