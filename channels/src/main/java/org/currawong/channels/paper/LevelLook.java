package org.currawong.channels.paper;

import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.RenderInput;

/**
 * How a level looks: never by colour alone, a shape and the word stand beside it (SAFETY.md,
 * section 2). The level colours are kept for what is real; an exercise has its own.
 *
 * @param fill background, as CSS writes it
 * @param ink text upon it
 * @param shape a sign of its own
 * @param phrase the level's name in the bank
 */
record LevelLook(String fill, String ink, String shape, String phrase) {

  private static final String BLACK = "#000000";
  private static final String WHITE = "#ffffff";

  /** Purple is in no level; its stripes say "not real" on a black and white printer as well. */
  static final String EXERCISE_FILL = "#6a1b9a";

  /** Stripes of a demonstration. */
  static final String DEMONSTRATION_FILL = "#37474f";

  static LevelLook of(RenderInput input) {
    LevelLook real = of(input.draft().level());
    return input.draft().status() == AlertStatus.ACTUAL
        ? real
        : new LevelLook(EXERCISE_FILL, WHITE, real.shape(), real.phrase());
  }

  private static LevelLook of(AlertLevel level) {
    return switch (level) {
      case null -> new LevelLook("#0b5563", WHITE, "■", "level.community-information");
      case ADVICE -> new LevelLook("#fbe032", BLACK, "●", "level.advice");
      case WATCH_AND_ACT -> new LevelLook("#ff7900", BLACK, "◆", "level.watch-and-act");
      case EMERGENCY_WARNING -> new LevelLook("#d6001c", WHITE, "▲", "level.emergency-warning");
      case COMMUNITY_INFORMATION ->
          new LevelLook("#0b5563", WHITE, "■", "level.community-information");
    };
  }
}
