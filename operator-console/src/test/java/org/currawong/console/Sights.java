package org.currawong.console;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.currawong.domain.power.HoursToDark;
import org.currawong.domain.power.PowerJudgement;
import org.currawong.domain.power.PowerLimits;
import org.currawong.domain.power.PowerPolicy;
import org.currawong.domain.power.PowerSight;
import org.currawong.domain.power.UpsReading;

/** What a monitor sees of a UPS that has said the same for a while. */
final class Sights {

  private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");
  private static final PowerPolicy POLICY =
      new PowerPolicy(new PowerLimits(30, Duration.ofMinutes(10)));

  private Sights() {}

  /** It answers. */
  static PowerSight of(String status, String... variables) {
    return of(false, status, variables);
  }

  /** It answered, and then no more. */
  static PowerSight lost(String status, String... variables) {
    return of(true, status, variables);
  }

  private static PowerSight of(boolean lost, String status, String... variables) {
    Map<String, String> all = new HashMap<>(Map.of("ups.status", status));
    for (int i = 0; i < variables.length; i += 2) {
      all.put(variables[i], variables[i + 1]);
    }
    UpsReading last = UpsReading.of(all, START);
    PowerJudgement judged = POLICY.judge(null, last, START);
    int silent = lost ? 31 : 0;
    for (int s = 1; s <= 20 + silent; s++) {
      Instant now = START.plusSeconds(s);
      last = s <= 20 ? UpsReading.of(all, now) : last;
      judged = POLICY.judge(judged, last, s > 20, now);
    }
    return new PowerSight(
        "ups",
        judged,
        last,
        Duration.ofSeconds(1 + silent),
        Duration.ofMinutes(4),
        HoursToDark.unknown().with(last),
        lost ? "upsd at 127.0.0.1:3493 does not answer in time" : null);
  }

  /** One of each kind that a screen may have to show. */
  static Map<String, PowerSight> all() {
    Map<String, PowerSight> all = new LinkedHashMap<>();
    all.put("not watched", PowerSight.unwatched());
    all.put("on mains", of("OL CHRG", "battery.charge", "96", "battery.runtime", "5400"));
    all.put("on battery", of("OB DISCHRG", "battery.charge", "83", "battery.runtime", "4800"));
    all.put("battery low", of("OB", "battery.charge", "12", "battery.runtime", "300"));
    all.put("battery low, on mains", of("LB OL CHRG", "battery.charge", "9"));
    all.put("battery low, stopping", of("OB LB", "battery.charge", "4"));
    all.put("not known, so sparing", lost("OL", "battery.charge", "100"));
    return all;
  }
}
