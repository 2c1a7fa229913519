package org.currawong.hub.settings;

import java.util.Optional;
import java.util.function.Function;

/**
 * One setting of {@code hub.properties}.
 *
 * @param name as written in the file, e.g. {@code web.port}
 * @param fallback the text that stands where nobody set it; empty means "not set"
 * @param secret whether its value is hidden when settings are shown
 * @param meaning one sentence for people
 * @param reading turns the text into a value; throws {@link IllegalArgumentException} whose message
 *     completes "web.port "
 */
public record Key<T>(
    String name, String fallback, boolean secret, String meaning, Function<String, T> reading) {

  /** The environment variable that overrides it, e.g. {@code CURRAWONG_WEB_PORT}. */
  public String variable() {
    return VARIABLE_PREFIX
        + name.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT);
  }

  /** The value of this text; a blank text reads as not set. */
  Optional<T> read(String text) {
    String stripped = text == null || text.isBlank() ? fallback : text.strip();
    return stripped.isEmpty() ? Optional.empty() : Optional.of(reading.apply(stripped));
  }

  /** What the names of all our environment variables begin with. */
  static final String VARIABLE_PREFIX = "CURRAWONG_";
}
