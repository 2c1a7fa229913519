package org.currawong.broker;

import java.time.Instant;
import org.currawong.domain.Command;
import org.currawong.domain.delivery.DeliveryState;

/**
 * What became of one recipient's copy (queue DELIVERIES).
 *
 * @param recipient the recipient's id, never an address
 * @param reason in fixed words, or {@code null}
 * @param attempt how often it has been tried, from 1; 0 where it never was
 * @param at by the clock of the way out
 */
public record DeliveryReport(
    String alert,
    String order,
    String way,
    String recipient,
    DeliveryState state,
    String reason,
    int attempt,
    Instant at)
    implements QueueMessage {
  /** Checks the limits. */
  public DeliveryReport {
    Limits.required("alert", alert, Limits.ID);
    Limits.required("order", order, Limits.ID);
    Limits.required("way", way, Limits.ID);
    Limits.required("recipient", recipient, Limits.ID);
    Limits.present("state", state);
    Limits.optional("reason", reason, Limits.NAME);
    Limits.present("at", at);
  }

  /** What the core is asked to do. */
  public Command command() {
    return state == DeliveryState.ATTEMPTED
        ? new Command.RecordAttempt(alert, order, way, recipient, attempt)
        : new Command.RecordDelivery(alert, order, way, recipient, state, reason);
  }
}
