package org.currawong.domain.power;

import java.time.Duration;

/**
 * The power as a monitor sees it at this moment, for screens. What the hub goes by is what was
 * logged ({@link PowerWatch}); this has the newest figures beside it.
 *
 * @param ups its name, or {@code null} where nobody watches the power
 * @param judgement the last, or {@code null} before the first
 * @param last the newest reading, or {@code null} before the first
 * @param age of that reading
 * @param lasting how long this rung has been seen without a break
 * @param fault why nothing is heard of it, in words; {@code null} while it answers
 */
public record PowerSight(
    String ups,
    PowerJudgement judgement,
    UpsReading last,
    Duration age,
    Duration lasting,
    HoursToDark dark,
    String fault) {

  /** Where no UPS is set: told as such, and taken for mains. */
  public static PowerSight unwatched() {
    return new PowerSight(
        null, null, null, Duration.ZERO, Duration.ZERO, HoursToDark.unknown(), null);
  }

  public boolean watched() {
    return ups != null;
  }

  /** By which to go; mains where nothing is known yet. */
  public Rung rung() {
    return judgement == null ? Rung.MAINS : judgement.rung();
  }

  /** What people call it: never NUT's own words (SAFETY.md, section 5). */
  public String words() {
    if (!watched()) {
      return "not watched";
    }
    if (judgement == null) {
      return "not known yet";
    }
    boolean unknown = last == null || !last.says("OB") && !last.says("OL") && !last.says("LB");
    return switch (judgement.rung()) {
      case MAINS -> "on mains";
      case BATTERY -> unknown || fault != null ? "not known, so sparing" : "on battery";
      case LOW -> last != null && last.says("OL") ? "battery low, on mains" : "battery low";
      case CRITICAL -> "battery low, stopping";
    };
  }
}
