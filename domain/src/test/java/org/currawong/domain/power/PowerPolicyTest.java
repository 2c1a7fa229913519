package org.currawong.domain.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** SAFETY.md, section 4. */
class PowerPolicyTest {

  private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");

  private final PowerPolicy policy = new PowerPolicy(new PowerLimits(30, Duration.ofMinutes(10)));
  private PowerJudgement judged;
  private UpsReading last;

  private Rung says(int second, String status, String... variables) {
    Map<String, String> all = new HashMap<>();
    all.put("ups.status", status);
    for (int i = 0; i < variables.length; i += 2) {
      all.put(variables[i], variables[i + 1]);
    }
    last = UpsReading.of(all, START.plusSeconds(second));
    return silent(second);
  }

  /** No new reading by then. */
  private Rung silent(int second) {
    judged = policy.judge(judged, last, START.plusSeconds(second));
    assertFalse(judged.reasons().isEmpty());
    return judged.rung();
  }

  @Test
  void mainsAreMainsInWhateverOrderTheWordsCome() {
    for (String status : List.of("OL", "OL CHRG", "CHRG OL", "OL TRIM", "BOOST OL", "HB OL")) {
      judged = null;
      assertEquals(Rung.MAINS, says(0, status), status);
      assertTrue(judged.fine(), status);
    }
  }

  @Test
  void batteryCountsAfterTenSecondsAndAFlickerNever() {
    assertEquals(Rung.MAINS, says(0, "OL"));
    assertEquals(Rung.MAINS, says(5, "OB"));
    assertEquals(Rung.MAINS, says(14, "OB"));
    assertEquals(Rung.MAINS, says(15, "OL"));
    assertEquals(Rung.MAINS, says(20, "OB"));
    assertEquals(Rung.MAINS, says(29, "OB"));
    assertEquals(Rung.BATTERY, says(30, "OB DISCHRG"));
    assertEquals(Rung.BATTERY, says(35, "OL"));
    assertEquals(Rung.BATTERY, says(44, "OL"));
    assertEquals(Rung.MAINS, says(45, "OL CHRG"));
  }

  @Test
  void anOddThresholdOnAFlickerDoesNotStopTheHub() {
    says(0, "OL");
    assertEquals(Rung.MAINS, says(2, "OB LB"));
    assertEquals(Rung.MAINS, says(6, "OL LB"));
    assertEquals(Rung.MAINS, says(8, "OL"));
    assertEquals(Rung.MAINS, says(30, "OL"));
  }

  @Test
  void aShortLowWithinALongOutageIsNotTakenForALongLow() {
    says(0, "OL");
    says(10, "OB", "battery.charge", "80");
    assertEquals(Rung.BATTERY, says(20, "OB", "battery.charge", "20"));
    assertEquals(Rung.BATTERY, says(29, "OB", "battery.charge", "20"));
    assertEquals(Rung.LOW, says(30, "OB", "battery.charge", "20"));
  }

  @Test
  void chargeOrRuntimeUnderTheOperatorsLimitIsLow() {
    for (String[] v : new String[][] {{"battery.charge", "29.9"}, {"battery.runtime", "599"}}) {
      judged = null;
      assertEquals(Rung.LOW, says(0, "OB", v));
    }
    for (String[] v : new String[][] {{"battery.charge", "30"}, {"battery.runtime", "600"}}) {
      judged = null;
      assertEquals(Rung.BATTERY, says(0, "OB", v));
    }
  }

  @Test
  void lowBatteryIsNeverFineEvenOnMains() {
    assertEquals(Rung.LOW, says(0, "LB OL CHRG"));
    assertFalse(judged.fine());
  }

  @Test
  void onBatteryAndLowIsCriticalAfterTenSecondsAndAnOrderedShutdownAtOnce() {
    assertEquals(Rung.LOW, says(0, "OB LB"));
    assertEquals(Rung.CRITICAL, says(10, "LB OB DISCHRG"));
    judged = null;
    assertEquals(Rung.MAINS, says(0, "OL"));
    assertEquals(Rung.CRITICAL, says(1, "FSD OL"));
    judged = null;
    assertEquals(Rung.CRITICAL, says(0, "FSD"));
  }

  @Test
  void silenceOnBatteryIsLowAtOnceAndSilenceOnMainsIsNotFine() {
    says(0, "OL");
    says(5, "OB");
    says(15, "OB");
    assertEquals(Rung.BATTERY, silent(45));
    assertEquals(Rung.LOW, silent(46));
    judged = null;
    says(0, "OL");
    assertEquals(Rung.MAINS, silent(30));
    assertEquals(Rung.BATTERY, silent(31));
    assertFalse(judged.fine());
    assertEquals(Rung.BATTERY, says(32, "OL"));
    assertEquals(Rung.MAINS, says(42, "OL"));
  }

  @Test
  void aConnectionLostOnBatteryIsLowAfterTheHysteresisAndOnMainsForgivenForAWhile() {
    says(0, "OL");
    says(1, "OB");
    assertEquals(Rung.BATTERY, says(11, "OB"));
    assertEquals(Rung.BATTERY, lost(12));
    assertEquals(Rung.BATTERY, lost(21));
    assertEquals(Rung.LOW, lost(22));
    assertTrue(judged.reasons().contains("it does not answer any more"));
    assertEquals(Rung.LOW, says(23, "OB"));
    assertEquals(Rung.BATTERY, says(33, "OB"));
    judged = null;
    says(100, "OL");
    assertEquals(Rung.MAINS, lost(130));
    assertEquals(Rung.BATTERY, lost(131));
  }

  @Test
  void criticalIsLatchedWhateverIsSaidLater() {
    says(0, "OB LB");
    assertTrue(judged.nearlyCritical());
    assertEquals(Rung.CRITICAL, says(10, "OB LB"));
    assertFalse(judged.nearlyCritical());
    assertEquals(Rung.CRITICAL, says(11, "OL"));
    assertEquals(Rung.CRITICAL, says(600, "OL CHRG"));
  }

  private Rung lost(int second) {
    judged = policy.judge(judged, last, true, START.plusSeconds(second));
    return judged.rung();
  }

  @Test
  void silenceNeverMakesAnythingBetter() {
    says(0, "OB LB");
    assertEquals(Rung.CRITICAL, says(10, "OB LB"));
    assertEquals(Rung.CRITICAL, silent(100));
    assertEquals(Rung.CRITICAL, silent(10_000));
  }

  @Test
  void missingEmptyAndUnknownWordsAreNotTakenForMains() {
    for (String status : List.of("", " ", "FOO", "OFF", "WAIT", "ol", "#COMMENT: OL", "CHRG")) {
      judged = null;
      assertEquals(Rung.BATTERY, says(0, status), status);
      assertFalse(judged.fine(), status);
    }
    judged = null;
    last = UpsReading.of(Map.of(), START);
    assertEquals(Rung.BATTERY, silent(0));
  }

  @Test
  void unknownWordsBesideMainsAreKeptAndAConcern() {
    assertEquals(Rung.MAINS, says(0, "OL FOO ECO"));
    assertEquals(List.of("OL", "FOO", "ECO"), last.words());
    assertFalse(judged.fine());
    assertTrue(judged.concerns().stream().anyMatch(c -> c.contains("FOO")));
  }

  @Test
  void alarmsAndContradictionsAreConcerns() {
    for (String status :
        List.of("ALARM OL", "OL BYPASS", "OL OFF", "OL DISCHRG", "OL RB", "OL OVER", "OL CAL")) {
      judged = null;
      assertEquals(Rung.MAINS, says(0, status), status);
      assertFalse(judged.fine(), status);
    }
    judged = null;
    assertEquals(Rung.BATTERY, says(0, "OL OB"));
    assertTrue(judged.concerns().contains("it says mains and battery at once"));
  }

  @Test
  void absurdFiguresCountAsNotSaidAndAreAConcern() {
    for (String[] v :
        new String[][] {
          {"battery.charge", "255"},
          {"battery.charge", "-197.6"},
          {"battery.runtime", "-60.0"},
          {"battery.runtime", "1:57"},
          {"battery.runtime", "999999999"},
          {"battery.charge", "NaN"},
          {"battery.charge", "1e9"}
        }) {
      judged = null;
      assertEquals(Rung.BATTERY, says(0, "OB", v), String.join("=", v));
      assertEquals(1, last.odd().size());
      assertEquals(List.of(v[0] + " can't be what it says"), judged.concerns());
    }
    says(0, "OL", "battery.charge", "102.3");
    assertEquals(100.0, last.charge());
    says(0, "OL", "battery.charge", "51.0\t#BAD: resting");
    assertEquals(51.0, last.charge());
  }

  @Test
  void aClockThatIsSetBackStartsTheTenSecondsAnew() {
    says(1_000, "OL");
    says(1_005, "OB");
    assertEquals(Rung.MAINS, says(500, "OB"));
    assertEquals(Rung.MAINS, says(509, "OB"));
    assertEquals(Rung.BATTERY, says(510, "OB"));
  }

  @Test
  void aBrokenUpsDoesNotFillTheLog() {
    says(0, "x".repeat(100_000) + " " + "A B C ".repeat(1) + words(10_000));
    assertEquals(32, last.words().size());
    assertTrue(last.words().stream().allMatch(w -> w.length() <= 32));
  }

  private static String words(int n) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < n; i++) {
      b.append('w').append(i).append(' ');
    }
    return b.toString();
  }

  @Test
  void impossibleLimitsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PowerLimits(101, Duration.ofMinutes(1)));
    assertThrows(
        IllegalArgumentException.class, () -> new PowerLimits(Double.NaN, Duration.ofMinutes(1)));
    assertThrows(IllegalArgumentException.class, () -> new PowerLimits(10, Duration.ofMinutes(-1)));
  }
}
