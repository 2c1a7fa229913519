package org.currawong.console;

import java.util.function.Supplier;
import org.currawong.domain.power.PowerSight;
import org.currawong.domain.power.PowerWatch;
import org.currawong.domain.power.Rung;

/**
 * The power as the console shows it and goes by it.
 *
 * @param sight the newest figures, for people
 * @param watch the rung as logged, by which pages are renewed and calls refused
 * @param readOnlyWhenLow setting {@code power.low.web-read-only}
 */
public record Power(Supplier<PowerSight> sight, PowerWatch watch, boolean readOnlyWhenLow) {

  /** A console whose power nobody watches. */
  public static Power unwatched() {
    return new Power(PowerSight::unwatched, PowerWatch.none(), false);
  }

  /** Whether pages only show now. */
  public boolean readOnly() {
    return readOnlyWhenLow && watch.at(Rung.LOW);
  }
}
