package org.currawong.channels.cap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * What an Update or Cancel refers to (OASIS CAP 1.2, section 3.2.1, references).
 *
 * @param sender of the earlier message
 * @param identifier of the earlier message
 * @param sent of the earlier message
 */
record Reference(String sender, String identifier, Instant sent) {

  private static final int FIELDS = 3;

  /**
   * Reads {@code sender,identifier,sent}; the time may be any RFC 3339 time.
   *
   * @throws IllegalArgumentException where it is no such triple
   */
  static Reference of(String triple) {
    String[] fields = triple.strip().split(",", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("not sender,identifier,sent: " + triple);
    }
    try {
      Instant sent = OffsetDateTime.parse(fields[2].replace("-00:00", "+00:00")).toInstant();
      return new Reference(fields[0], fields[1], sent);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time: " + fields[2], e);
    }
  }

  String write(ZoneId zone) {
    return sender + "," + identifier + "," + CapTime.write(sent, zone);
  }
}
