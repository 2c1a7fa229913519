package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HubClockTest {
  private static final Instant T = Instant.parse("2026-11-23T05:00:00Z");

  private Instant wall = T;
  private long nanos = 5_000_000_000L;
  private final HubClock clock = new HubClock(() -> wall, () -> nanos);

  @Test
  void itIsTheWallClockWhileNothingLaterWasSigned() {
    assertEquals(T, clock.now());
    clock.heard(T.minusSeconds(60));
    wall = T.plusSeconds(1);
    assertEquals(T.plusSeconds(1), clock.now());
  }

  @Test
  void aWallClockThatIsBehindOrSetBackIsOverruledByTheSignedTimeThatRunsOn() {
    clock.heard(T.plusSeconds(3_600));
    nanos += 10_000_000_000L;
    assertEquals(T.plusSeconds(3_610), clock.now());
    wall = T.minusSeconds(86_400);
    assertEquals(T.plusSeconds(3_610), clock.now());
    clock.heard(T.plusSeconds(3_605));
    assertEquals(T.plusSeconds(3_610), clock.now());
    wall = T.plusSeconds(4_000);
    assertEquals(T.plusSeconds(4_000), clock.now());
  }
}
