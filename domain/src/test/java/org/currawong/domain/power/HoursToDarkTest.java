package org.currawong.domain.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.currawong.domain.power.HoursToDark.Trend;
import org.junit.jupiter.api.Test;

class HoursToDarkTest {

  private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");

  private HoursToDark dark = HoursToDark.unknown();

  private void says(int second, String status, Integer runtime, Integer charge) {
    Map<String, String> all = new HashMap<>(Map.of("ups.status", status));
    if (runtime != null) {
      all.put("battery.runtime", runtime.toString());
    }
    if (charge != null) {
      all.put("battery.charge", charge.toString());
    }
    dark = dark.with(UpsReading.of(all, START.plusSeconds(second)));
  }

  private void left(long seconds, Trend trend) {
    assertEquals(Optional.of(Duration.ofSeconds(seconds)), dark.left());
    assertEquals(trend, dark.trend());
  }

  @Test
  void withoutAReadingOrAGaugeNothingIsTold() {
    assertEquals(Optional.empty(), dark.left());
    says(0, "OB", null, null);
    assertEquals(Optional.empty(), dark.left());
    assertEquals(Trend.UNKNOWN, dark.trend());
  }

  @Test
  void aGaugeThatFallsWithTheClockIsTakenAtItsWord() {
    for (int s = 0; s <= 120; s += 10) {
      says(s, "OB", 3_600 - s, 90);
    }
    left(3_480, Trend.STEADY);
  }

  @Test
  void aGaugeThatFallsTwiceAsFastIsWorthHalf() {
    for (int s = 0; s <= 120; s += 10) {
      says(s, "OB", 3_600 - 2 * s, 90);
    }
    left(1_680, Trend.FASTER);
  }

  @Test
  void aGaugeThatFallsSlowlyOrRisesIsNeverTakenForMoreThanItSays() {
    for (int s = 0; s <= 120; s += 10) {
      says(s, "OB", 3_600 + s, 90);
    }
    left(3_720, Trend.SLOWER);
  }

  @Test
  void lessThanAMinuteTellsNoTrend() {
    says(0, "OB", 3_600, 90);
    says(59, "OB", 1_000, 90);
    left(1_000, Trend.UNKNOWN);
  }

  @Test
  void aUpsThatGivesNoRuntimeIsMeasuredByItsCharge() {
    says(0, "OB", null, 90);
    assertEquals(Optional.empty(), dark.left());
    says(300, "OB", null, 80);
    left(2_400, Trend.UNKNOWN);
  }

  @Test
  void theMainsBeginANewAndAClockSetBackToo() {
    says(0, "OB", 3_600, 90);
    says(100, "OB", 1_800, 60);
    says(110, "OL CHRG", 1_800, 60);
    left(1_800, Trend.UNKNOWN);
    says(120, "OB", 1_800, 60);
    says(50, "OB", 1_700, 60);
    left(1_700, Trend.UNKNOWN);
  }

  @Test
  void aNightOnBatteryTakesNoMoreThanAWindowOfSamples() {
    for (int s = 0; s < 36_000; s++) {
      says(s, "OB", 40_000 - s, 90);
    }
    assertTrue(dark.samples().size() <= 70, "samples: " + dark.samples().size());
    left(4_001, Trend.STEADY);
  }

  @Test
  void timesAreToldAsPeopleSayThem() {
    assertEquals("less than a minute", HoursToDark.words(Duration.ofSeconds(59)));
    assertEquals("35 min", HoursToDark.words(Duration.ofMinutes(35)));
    assertEquals("1 h 20 min", HoursToDark.words(Duration.ofMinutes(80)));
  }
}
