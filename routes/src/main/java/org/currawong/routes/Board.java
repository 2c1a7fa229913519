package org.currawong.routes;

import java.util.function.Function;
import org.currawong.domain.State;

/** Looks at what is on disk; what the function returns must be immutable. */
@FunctionalInterface
public interface Board {

  <T> T read(Function<State, T> look);
}
