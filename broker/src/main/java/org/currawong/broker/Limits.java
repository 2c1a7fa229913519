package org.currawong.broker;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Checks that forms make of their fields. */
final class Limits {
  /** Ids are made by the hub or from a bearer's own id. */
  static final int ID = 200;

  /** Names of ways, places, languages, addresses, rungs. */
  static final int NAME = 1_000;

  /** A list in one message, such as recipients or readings. */
  static final int LIST = 20_000;

  private Limits() {}

  /** Refuses an absent, empty or too long text; the limit is in bytes of UTF-8. */
  static String required(String field, String text, int maxBytes) {
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return optional(field, text, maxBytes);
  }

  static String optional(String field, String text, int maxBytes) {
    if (text != null
        && (text.length() > maxBytes || text.getBytes(StandardCharsets.UTF_8).length > maxBytes)) {
      throw new IllegalArgumentException(field + " is longer than " + maxBytes + " bytes");
    }
    return text;
  }

  static <T> T present(String field, T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  static <C extends Collection<?>> C list(String field, C values) {
    if (values == null || values.size() > LIST || values.stream().anyMatch(v -> v == null)) {
      throw new IllegalArgumentException(field + " is missing, has a gap or is too long");
    }
    return values;
  }
}
