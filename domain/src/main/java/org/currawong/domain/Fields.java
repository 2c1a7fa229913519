package org.currawong.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.currawong.domain.Decision.Reason;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.report.Placed;

/**
 * Collects what is wrong with the fields of a command, all of it, so that a person mends it in one
 * go. Whatever comes from outside passes here before a rule looks at it.
 */
final class Fields {

  /** An id that becomes a file's name or part of one; longer names fail on some file systems. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** An order's id holds an artefact's and a person's: two names and a number. */
  private static final Pattern ORDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,219}");

  /** ISO 639-1 or -3, in lower case. */
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /** Ids made from a bearer's own are as long as the queues allow. */
  static final int MAX_ID = 200;

  /** No list that a person or a part hands in is longer. */
  static final int MAX_LIST = 2_000;

  /** Times outside are typing errors or attacks: they break calendars further on. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final List<Reason> faults = new ArrayList<>();

  /** A refusal that names every fault, or {@code null}. */
  Decision refusal() {
    return faults.isEmpty() ? null : new Decision.Refused(Why.INVALID, faults);
  }

  Fields fault(boolean wrong, String field, String reason) {
    if (wrong) {
      faults.add(new Reason(field, reason));
    }
    return this;
  }

  Fields need(String field, Object value) {
    return fault(value == null, field, "it is missing");
  }

  /** An id of our own making: letters, digits, dots, hyphens, underscores. */
  Fields name(String field, String value) {
    boolean bad = value == null || !NAME.matcher(value).matches();
    return fault(bad, field, "an id is 1 to 100 letters, digits, dots and hyphens");
  }

  Fields order(String field, String value) {
    boolean bad = value == null || !ORDER.matcher(value).matches();
    return fault(bad, field, "an order's id is 1 to 220 letters, digits, dots and hyphens");
  }

  /** An id that may come from a bearer: visible characters, no blanks. */
  Fields id(String field, String value) {
    boolean bad =
        value == null
            || value.isEmpty()
            || value.length() > MAX_ID
            || !value.codePoints().allMatch(Fields::visible);
    return fault(bad, field, "an id is 1 to 200 visible characters");
  }

  private static boolean visible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Words that may be missing. */
  Fields words(String field, String value, int most) {
    // Each character takes a byte or more: what is far too long is not even encoded.
    boolean tooLong = value != null && (value.length() > most || bytes(value) > most);
    return fault(tooLong, field, "it has at most " + most + " bytes of UTF-8");
  }

  /** Words that must be there. */
  Fields someWords(String field, String value, int most) {
    return fault(value == null || value.isBlank(), field, "it is missing or empty")
        .words(field, value, most);
  }

  private static int bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }

  Fields language(String field, String value) {
    boolean bad = value != null && !isLanguage(value);
    return fault(bad, field, "a language is a code of ISO 639, such as en or vi");
  }

  static boolean isLanguage(String value) {
    return value != null && LANGUAGE.matcher(value).matches();
  }

  /** A time that may be missing. */
  Fields time(String field, Instant value) {
    boolean bad = value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST));
    return fault(bad, field, "the time is not between the years 2000 and 2100");
  }

  /** A place that may be missing: a bounded name, coordinates both or none and on Earth. */
  Fields place(String field, Placed place, int most) {
    return place == null
        ? this
        : words(field, place.name(), most).coordinates(field, place.lat(), place.lon());
  }

  Fields coordinates(String field, Double lat, Double lon) {
    boolean bad = (lat == null) != (lon == null) || off(lat, 90) || off(lon, 180);
    return fault(bad, field, "give latitude and longitude in degrees, both or none");
  }

  private static boolean off(Double degrees, int most) {
    return degrees != null && !(Math.abs(degrees) <= most);
  }

  /** A list without gaps that may itself be missing. */
  Fields list(String field, Collection<?> values) {
    boolean bad =
        values != null && (values.size() > MAX_LIST || values.stream().anyMatch(v -> v == null));
    return fault(bad, field, "it has a gap or more than " + MAX_LIST + " parts");
  }

  /** A list without gaps that must be there. */
  Fields someList(String field, Collection<?> values) {
    return need(field, values).list(field, values);
  }
}
