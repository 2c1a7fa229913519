package org.currawong.domain.report;

import java.time.Instant;

/**
 * The words of a report and whatever could tell who sent it: always sealed on disk.
 *
 * @param text as it came, at most 8 KB of UTF-8
 * @param language ISO 639-1 as the sender gave it, or {@code null}
 * @param place in the sender's words, or {@code null}
 * @param name of the sender, only if given
 * @param contact number or address for an answer, only if given
 * @param caller who rang or came to the counter, entered by staff; or {@code null}
 * @param happenedAt when it was seen, as staff entered it; or {@code null}
 * @param receipt 128 bits that let the sender ask for the status
 * @param raw Base64 of the bytes as they came by a bearer with a codec, or {@code null}
 */
public record ReportBody(
    String text,
    String language,
    String place,
    Double lat,
    Double lon,
    String name,
    String contact,
    String caller,
    Instant happenedAt,
    String receipt,
    String raw) {

  /** The longest text taken, bytes of UTF-8 (CONTRACT.md, {@code POST /api/reports}). */
  public static final int MAX_TEXT_BYTES = 8 * 1024;
}
