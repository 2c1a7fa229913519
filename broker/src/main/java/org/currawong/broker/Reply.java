package org.currawong.broker;

import org.currawong.domain.report.ReportBody;

/**
 * Words for one reporter, back by the way the report came (queues REPLIES.way): a fixed receipt or
 * a personal answer, never an alert (HOUSE.md section 5).
 *
 * @param id the same each time it is derived, so that it goes once
 * @param report the report it answers
 * @param sender a pseudonym of whom it goes to, by which receipts are counted
 * @param address where to, as the bearer knows it
 * @param language ISO 639-1 of the text
 */
public record Reply(
    String id,
    Kind kind,
    String report,
    String sender,
    String way,
    String address,
    String language,
    String text)
    implements QueueMessage {

  /** The two classes of words that may leave without a release. */
  public enum Kind {
    /** A fixed receipt. */
    RECEIPT,
    /** A personal answer by a coordinator. */
    ANSWER
  }

  /** Checks the limits. */
  public Reply {
    Limits.required("id", id, Limits.ID);
    Limits.present("kind", kind);
    Limits.required("report", report, Limits.ID);
    Limits.required("sender", sender, Limits.NAME);
    Limits.required("way", way, Limits.ID);
    Limits.required("address", address, Limits.NAME);
    Limits.required("language", language, Limits.ID);
    Limits.required("text", text, ReportBody.MAX_TEXT_BYTES);
  }
}
