package org.currawong.console.pages;

import java.time.Duration;
import java.time.Instant;
import org.currawong.console.calls.Copies;
import org.currawong.domain.delivery.DeliveryState;

/** When a copy is red: it failed, or nobody has confirmed it in time (SAFETY.md, section 1). */
final class Red {

  /** After this, silence is a fault; with the next look of a page on battery it is 60 s. */
  static final Duration QUIET = Duration.ofSeconds(40);

  private Red() {}

  static boolean is(Copies.Copy c, Instant now) {
    return c.state() == DeliveryState.FAILED || late(c, now);
  }

  static boolean late(Copies.Copy c, Instant now) {
    return c.state().open() && c.at() != null && now.isAfter(c.at().plus(QUIET));
  }
}
