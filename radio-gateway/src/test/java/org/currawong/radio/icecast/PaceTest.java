package org.currawong.radio.icecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PaceTest {

  private static final long MS = 1_000_000;

  @Test
  void silenceIsDueOneFrameBeforeListenersWouldWait() {
    Pace pace = new Pace(0);
    assertEquals(0, pace.untilSilence(0));
    wrote(pace, Pace.SILENCE_AT_ONCE, 0);
    assertEquals(144 * MS, pace.untilSilence(0));
    assertEquals(0, pace.untilSilence(144 * MS));
  }

  @Test
  void anAlertMayGoAtOnceUpToItsBoundAndThenFrameByFrame() {
    Pace pace = new Pace(0);
    wrote(pace, Pace.SILENCE_AT_ONCE, 0);
    int frames = 0;
    while (pace.untilFrame(0) == 0) {
      pace.wrote(0);
      frames++;
    }
    assertEquals(11, frames, "396 ms of it, more than two pieces of a server");
    assertTrue(pace.ahead(0) <= Pace.ALERT_AHEAD);
    assertEquals(0, pace.untilFrame(pace.untilFrame(0)));
  }

  @Test
  void overAnHourNothingIsGainedOrLost() {
    Pace pace = new Pace(0);
    long now = 0;
    long frames = 0;
    while (now < 3_600_000 * MS) {
      now += pace.untilFrame(now) + 7 * MS;
      while (pace.untilFrame(now) == 0) {
        pace.wrote(now);
        frames++;
      }
    }
    assertTrue(frames * Mp3Frame.NANOS - now <= Pace.ALERT_AHEAD);
    assertTrue(frames * Mp3Frame.NANOS - now > Pace.ALERT_AHEAD - 2 * Mp3Frame.NANOS);
  }

  @Test
  void aShortDelayIsCaughtUpWithAndALongOneIsNot() {
    Pace pace = new Pace(0);
    pace.wrote(500 * MS);
    assertEquals(-464 * MS, pace.ahead(500 * MS));
    pace.wrote(60_000 * MS);
    assertEquals(-964 * MS, pace.ahead(60_000 * MS));
  }

  private static void wrote(Pace pace, int frames, long now) {
    for (int i = 0; i < frames; i++) {
      pace.wrote(now);
    }
  }
}
