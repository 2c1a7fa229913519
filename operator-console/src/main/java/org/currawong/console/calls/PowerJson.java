package org.currawong.console.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.currawong.domain.power.HoursToDark;
import org.currawong.domain.power.PowerSight;
import org.currawong.domain.power.UpsReading;

/** The power as {@code GET /api/power} tells it. */
final class PowerJson {

  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double CENTS = 100;

  private PowerJson() {}

  static Map<String, Object> of(PowerSight p, boolean readOnly, Instant now) {
    UpsReading last = p.last();
    Duration left = p.dark().left().orElse(null);
    return new Doc()
        .put("watched", p.watched())
        .put("ups", p.ups())
        .put("rung", p.rung().word())
        .put("words", p.words())
        .put("status", last == null ? List.of() : last.words())
        .put("charge", last == null ? null : last.charge())
        .put("runtime", last == null ? null : last.runtime())
        .put("since", p.watched() ? now.minus(p.lasting()).toString() : null)
        .put("heard_at", last == null ? null : now.minus(p.age()).toString())
        .put("age", last == null ? null : p.age().toSeconds())
        .put("fault", p.fault())
        .put("hours_to_dark", left == null ? null : hours(left))
        .put("to_dark", left == null ? null : HoursToDark.words(left))
        .put("trend", p.dark().trend().words())
        .put("why", p.judgement() == null ? List.of() : p.judgement().reasons())
        .put("concerns", p.judgement() == null ? List.of() : p.judgement().concerns())
        .put("read_only", readOnly)
        .fields();
  }

  private static double hours(Duration left) {
    return Math.round(left.toSeconds() / SECONDS_PER_HOUR * CENTS) / CENTS;
  }
}
