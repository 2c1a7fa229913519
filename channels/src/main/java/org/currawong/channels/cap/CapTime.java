package org.currawong.channels.cap;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * CAP's own form of a time: whole seconds, an offset in digits, never {@code Z}; UTC is written
 * {@code -00:00} (OASIS CAP 1.2, section 3.3.2).
 */
public final class CapTime {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  private CapTime() {}

  /** The instant as the zone's clock shows it, fractions of a second dropped. */
  public static String write(Instant at, ZoneId zone) {
    OffsetDateTime time = at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    boolean utc = time.getOffset().equals(ZoneOffset.UTC);
    return LOCAL.format(time) + (utc ? "-00:00" : OFFSET.format(time));
  }

  /** The instant, or nothing where the text is no time in CAP's form. */
  public static Optional<Instant> read(String text) {
    if (!text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d")) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.replace("-00:00", "+00:00")).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
