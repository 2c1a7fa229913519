package org.currawong.domain;

import java.util.function.Function;

/** The state as far as it is on disk, as every part that has questions sees it. */
@FunctionalInterface
public interface Board {

  /** Asks; {@code question} must be short, keeps nothing of the state but what is immutable. */
  <T> T read(Function<State, T> question);
}
