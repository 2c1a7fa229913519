package org.currawong.console.pages;

import java.time.Duration;
import java.time.Instant;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.Draft;

/**
 * An alert said once more: the same words, its times moved on by what has passed since it was
 * released (SAFETY.md, section 1). It is a draft like any other, and two others approve it.
 */
final class Renewal {

  private Renewal() {}

  /** The draft as it would be written now; {@code old} was released. */
  static Draft of(Alert old, Instant now) {
    Draft d = old.draft();
    Duration passed = Duration.between(old.releasedAt(), now);
    return new Draft(
        d.status(),
        d.hazard(),
        d.level(),
        d.urgency(),
        d.severity(),
        d.certainty(),
        d.headline(),
        d.description(),
        d.instruction(),
        d.area(),
        null,
        moved(d.expires(), passed),
        moved(d.nextUpdate(), passed),
        d.languages(),
        d.texts(),
        d.channels(),
        d.incident(),
        d.sources(),
        d.authority());
  }

  private static Instant moved(Instant time, Duration by) {
    return time == null ? null : time.plus(by);
  }
}
