package org.currawong.console;

import java.util.function.Consumer;
import org.currawong.domain.Entry;

/** Entries of the log, once they are on disk. */
@FunctionalInterface
public interface Entries {

  /**
   * Tells {@code listener} each entry from now on, in order, soon after it was forced. The listener
   * returns at once and never throws.
   *
   * @return what ends it
   */
  Runnable subscribe(Consumer<Entry> listener);
}
