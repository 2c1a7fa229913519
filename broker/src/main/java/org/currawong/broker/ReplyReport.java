package org.currawong.broker;

import java.time.Instant;
import org.currawong.domain.Command;
import org.currawong.domain.delivery.DeliveryState;

/**
 * What became of a receipt or an answer (queue REPLIED).
 *
 * @param reply its id
 * @param report the report that it answers
 * @param reason in fixed words, or {@code null}
 * @param at by the clock of the way out
 */
public record ReplyReport(
    String reply, String report, String way, DeliveryState state, String reason, Instant at)
    implements QueueMessage {
  /** Checks the limits. */
  public ReplyReport {
    Limits.required("reply", reply, Limits.ID);
    Limits.required("report", report, Limits.ID);
    Limits.required("way", way, Limits.ID);
    Limits.present("state", state);
    Limits.optional("reason", reason, Limits.NAME);
    Limits.present("at", at);
  }

  /** What the core is asked to do. */
  public Command command() {
    return new Command.RecordReply(reply, report, way, state, reason);
  }
}
