package org.currawong.domain.delivery;

import org.currawong.domain.Word;

/**
 * How one way in or out is just now (HOUSE.md, section 6).
 *
 * @param reason in plain words and with figures; empty where all is well
 */
public record CarrierState(Level level, String reason) {

  /** From best to worst. */
  public enum Level implements Word {
    UP,
    DISABLED,
    STARTING,
    DEGRADED,
    DOWN;

    @Override
    public String word() {
      return Word.hyphened(this);
    }
  }

  /** Nothing to say. */
  public static final CarrierState UP = new CarrierState(Level.UP, "");

  /** It was stopped, or nobody has set it up. */
  public static final CarrierState DISABLED = new CarrierState(Level.DISABLED, "");

  /** It has not looked yet. */
  public static final CarrierState STARTING = new CarrierState(Level.STARTING, "");

  /** It works in part. */
  public static CarrierState degraded(String reason) {
    return new CarrierState(Level.DEGRADED, reason);
  }

  /** Nothing passes. */
  public static CarrierState down(String reason) {
    return new CarrierState(Level.DOWN, reason);
  }

  /** The worse of the two; of two that are as bad, both reasons. */
  public CarrierState and(CarrierState other) {
    if (level == other.level) {
      return reason.isEmpty() || other.reason.isEmpty() || reason.equals(other.reason)
          ? (reason.isEmpty() ? other : this)
          : new CarrierState(level, reason + "; " + other.reason);
    }
    return level.compareTo(other.level) > 0 ? this : other;
  }
}
