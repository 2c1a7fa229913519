package org.currawong.domain.power;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the policy makes of a UPS, to be handed in again with its next reading.
 *
 * @param rung by which the hub goes
 * @param reasons why, in plain words; never empty
 * @param concerns what else is not as it should be: alarms, unknown words, impossible figures
 */
public record PowerJudgement(
    Rung rung, List<String> reasons, List<String> concerns, Hold battery, Hold low, Hold critical) {

  public PowerJudgement {
    reasons = List.copyOf(reasons);
    concerns = List.copyOf(concerns);
  }

  /** True where mains are there and nothing at all is odd. */
  public boolean fine() {
    return rung == Rung.MAINS && concerns.isEmpty();
  }

  /** True while it says critical and has not said so for long enough to count. */
  public boolean nearlyCritical() {
    return !critical.on() && critical.otherwiseSince() != null;
  }

  /**
   * One threshold with its hysteresis.
   *
   * @param on whether it counts as crossed
   * @param otherwiseSince since when readings have said otherwise without a break, or {@code null}
   */
  public record Hold(boolean on, Instant otherwiseSince) {

    /** How long readings must agree: a flicker of the mains trips nothing (SAFETY.md). */
    public static final Duration HYSTERESIS = Duration.ofSeconds(10);

    static Hold at(boolean on) {
      return new Hold(on, null);
    }

    Hold next(boolean said, Instant now) {
      if (said == on) {
        return at(on);
      }
      // A clock that was set back starts the time anew rather than waiting for it to come round.
      boolean first = otherwiseSince == null || otherwiseSince.isAfter(now);
      Instant since = first ? now : otherwiseSince;
      boolean lasting = Duration.between(since, now).compareTo(HYSTERESIS) >= 0;
      return lasting ? at(said) : new Hold(on, since);
    }
  }
}
