package org.currawong.inference;

import java.util.Objects;

/**
 * An answer with its source beside it: evidence for a person, never a decision.
 *
 * @param value the answer
 * @param by who gave it, such as {@code "built-in rules 1"}
 * @param why the reason in plain words; it quotes at most words of the text that it was read from
 */
public record Finding<T>(T value, String by, String why) {

  /** The name and version under which the rules of this module sign. */
  public static final String BUILT_IN = "built-in rules 1";

  public Finding {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(why, "why");
  }

  static <T> Finding<T> builtIn(T value, String why) {
    return new Finding<>(value, BUILT_IN, why);
  }
}
