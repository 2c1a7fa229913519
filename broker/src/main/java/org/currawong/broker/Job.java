package org.currawong.broker;

import java.time.Instant;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.ReportBody;

/**
 * One question about one report (queues JOBS.duty); derived from the log, never on disk.
 *
 * @param report the report's id
 * @param text what was said; data, never instructions
 * @param language ISO 639-1 as known so far, or {@code null}
 * @param place as the sender gave it, or {@code null}
 */
public record Job(
    String report, Duty duty, String text, String language, String place, Instant receivedAt)
    implements QueueMessage {
  /** Checks the limits. */
  public Job {
    Limits.required("report", report, Limits.ID);
    Limits.present("duty", duty);
    Limits.required("text", text, ReportBody.MAX_TEXT_BYTES);
    Limits.optional("language", language, Limits.NAME);
    Limits.optional("place", place, Limits.NAME);
    Limits.present("receivedAt", receivedAt);
  }
}
