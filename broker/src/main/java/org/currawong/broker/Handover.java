package org.currawong.broker;

import org.currawong.domain.Command;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;

/**
 * A way in hands a report over (queue REPORTS). Handing the same one over again is harmless.
 *
 * @param id made once from the bearer's own id, before the first hand-over; at most 200 bytes
 * @param sender a pseudonym of the sender on that bearer, or {@code null}
 * @param body what was said; its text at most {@link ReportBody#MAX_TEXT_BYTES}
 */
public record Handover(String id, Via via, String sender, ReportBody body) implements QueueMessage {
  /** The bytes as they came, in Base64: what a bearer sends is far shorter. */
  private static final int RAW_BYTES = 512 * 1024;

  /** Checks the limits. */
  public Handover {
    Limits.required("id", id, Limits.ID);
    Limits.present("via", via);
    Limits.optional("sender", sender, Limits.NAME);
    Limits.present("body", body);
    Limits.required("text", body.text(), ReportBody.MAX_TEXT_BYTES);
    Limits.optional("language", body.language(), Limits.NAME);
    Limits.optional("place", body.place(), Limits.NAME);
    Limits.optional("name", body.name(), Limits.NAME);
    Limits.optional("contact", body.contact(), Limits.NAME);
    Limits.optional("caller", body.caller(), Limits.NAME);
    Limits.optional("receipt", body.receipt(), Limits.ID);
    Limits.optional("raw", body.raw(), RAW_BYTES);
  }

  /**
   * What the core is asked to do.
   *
   * @param bodyDigest the core's keyed digest of the body
   */
  public Command command(String bodyDigest) {
    return new Command.TakeReport(id, via, sender, bodyDigest, body);
  }
}
