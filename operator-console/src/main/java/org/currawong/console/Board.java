package org.currawong.console;

import java.util.function.Function;
import org.currawong.domain.State;

/** The state, as far as it is on disk. */
@FunctionalInterface
public interface Board {

  /** Asks; {@code question} must be short, keeps nothing of the state but what is immutable. */
  <T> T read(Function<State, T> question);
}
