package org.currawong.console.calls;

import java.util.Optional;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;

/** A retry's key: the header, or a form's own field, so that a double click does one thing. */
final class RetryKey {

  private static final int MOST = 255;

  private RetryKey() {}

  /**
   * The key, or empty where none was sent.
   *
   * @throws Fault 422 for one that is blank or too long
   */
  static Optional<String> of(Ask ask) {
    Optional<String> header = ask.header("Idempotency-Key");
    Optional<String> key =
        header.isPresent() || !ask.fields().form()
            ? header
            : Optional.ofNullable(ask.fields().text("key", MOST));
    key.filter(k -> k.isBlank() || k.length() > MOST)
        .ifPresent(
            k -> {
              throw Fault.field(422, "Idempotency-Key", "1 to " + MOST + " characters");
            });
    return key;
  }
}
