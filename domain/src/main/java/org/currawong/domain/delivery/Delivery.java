package org.currawong.domain.delivery;

import java.time.Instant;

/**
 * How far one recipient's copy has come, as last known.
 *
 * @param attempts how often it was tried, 0 where it never left; a copy that was tried once and
 *     taken back in time still counts as attempted, so that a correction follows it
 */
public record Delivery(
    String order,
    String way,
    String recipient,
    DeliveryState state,
    String reason,
    Instant at,
    int attempts) {

  /** True where some of it may have reached somebody. */
  public boolean attempted() {
    return attempts > 0;
  }
}
