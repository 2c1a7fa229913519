package org.currawong.hardware.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.currawong.broker.PowerReading;
import org.currawong.domain.power.PowerLimits;
import org.currawong.domain.power.PowerSight;
import org.currawong.domain.power.Rung;
import org.junit.jupiter.api.Test;

/** What of a UPS becomes a line of the log, and when. */
class UpsWatchTest {

  private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");

  private final UpsWatch watch =
      new UpsWatch("u", new PowerLimits(30, Duration.ofMinutes(10)), START);
  private final List<String> log = new ArrayList<>();

  private void says(double second, String status, String... more) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("ups.status", status));
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    watch.heard(all, at(second));
    tell(second);
  }

  private void lost(double second) {
    watch.lost("upsd does not answer", at(second));
    tell(second);
  }

  private void tell(double second) {
    watch
        .news(at(second), at(second))
        .ifPresent(
            n -> {
              log.add(second + " " + n.rung().word() + " " + String.join(" ", n.words()));
              watch.told(n, at(second));
            });
  }

  private static Instant at(double second) {
    return START.plusMillis(Math.round(second * 1_000));
  }

  @Test
  void anHourOnMainsIsOneLine() {
    for (int s = 0; s < 3_600; s++) {
      says(s, "OL", "battery.charge", Integer.toString(90 + s % 10));
    }
    assertEquals(List.of("0.0 mains OL"), log);
    assertFalse(watch.tense());
  }

  @Test
  void anOutageGoesDownTheLadderWithinAHalfSecondOfTheHysteresisAndIsTimedByMinutes() {
    says(0, "OL");
    for (double s = 20; s < 160; s += 0.5) {
      says(s, "OB", "battery.charge", s < 100 ? "80" : "20");
    }
    for (double s = 160; s < 175; s += 0.5) {
      says(s, "OB LB", "battery.charge", "10");
    }
    assertEquals(
        List.of(
            "0.0 mains OL",
            "20.0 mains OB",
            "30.0 battery OB",
            "90.0 battery OB",
            "110.0 low OB",
            "160.0 low OB LB",
            "170.0 critical OB LB"),
        log);
  }

  @Test
  void aRelayThatChattersFillsNoLog() {
    for (double s = 0; s < 60; s += 1) {
      says(s, s % 2 == 0 ? "OL" : "OB");
    }
    assertTrue(log.size() <= 7, log.toString());
    assertEquals(Rung.MAINS, watch.judgement().rung());
  }

  @Test
  void aUpsThatNobodyHeardYetIsGivenTimeToStartAndIsThenNotTakenForMains() {
    lost(1);
    lost(30);
    assertEquals(List.of(), log);
    assertEquals("not known yet", sight(30).words());
    lost(31);
    assertEquals(List.of("31.0 battery "), log);
    assertEquals("not known, so sparing", sight(31).words());
    says(40, "OL");
    says(50, "OL");
    assertEquals("on mains", sight(50).words());
    assertEquals("50.0 mains OL", log.getLast());
  }

  @Test
  void lostOnBatteryIsLowAfterTenSecondsAndToldWithItsReason() {
    says(0, "OL");
    says(5, "OB");
    says(15, "OB");
    lost(16);
    lost(25.5);
    assertEquals("15.0 battery OB", log.getLast());
    lost(26);
    assertEquals("26.0 low OB", log.getLast());
    assertEquals("upsd does not answer", sight(26).fault());
    assertEquals(Duration.ofSeconds(11), sight(26).age());
    says(27, "OB");
    assertNull(sight(27).fault());
  }

  @Test
  void gibberishIsKeptInAFormThatTheLogTakes() {
    says(0, "OL X\u0007\u2028Y " + "Z".repeat(500), "device.model", "\u0000" + "m".repeat(5_000));
    PowerReading n = watch.news(at(1e6), at(0)).orElse(null);
    assertNull(n, "it is logged already");
    assertEquals(1, log.size());
    assertTrue(log.getFirst().matches("[\\x20-\\x7e]+"), log.toString());
    assertEquals(Rung.MAINS, watch.judgement().rung());
    assertFalse(watch.judgement().fine());
  }

  @Test
  void whyARungIsTakenStandsBesideTheFigures() {
    says(0, "OB", "battery.charge", "12", "device.serial", "S-1");
    watch.heard(Map.of("ups.status", "OB LB", "battery.charge", "12"), at(70));
    PowerReading n = watch.news(at(70), at(70)).orElseThrow();
    assertEquals("12", n.readings().get("battery.charge"));
    assertFalse(n.readings().containsKey("device.serial"));
    assertTrue(n.readings().get("why").startsWith("on battery; its battery is low"), n.toString());
  }

  private PowerSight sight(double second) {
    return watch.sight(at(second));
  }
}
