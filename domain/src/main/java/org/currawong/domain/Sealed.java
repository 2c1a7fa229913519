package org.currawong.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * Words about a person, kept on disk only as ciphertext under {@code key} (HOUSE.md, section 4).
 *
 * @param key the id of the key: one per person, account or anonymous report; stands in the open
 * @param body what is sealed; {@code null} once the key has been destroyed
 */
public record Sealed<T>(String key, T body) {

  public Sealed {
    Objects.requireNonNull(key, "key");
  }

  /** The body, or empty when its key was destroyed (erased). */
  public Optional<T> open() {
    return Optional.ofNullable(body);
  }
}
