package org.currawong.console.pages;

import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Draft;

/** A warning level as colour, word and shape, never colour alone (SAFETY.md, section 2). */
final class LevelMark {

  private LevelMark() {}

  static Html of(Draft draft) {
    AlertLevel level = draft.level() == null ? AlertLevel.COMMUNITY_INFORMATION : draft.level();
    return Html.of(
        "<span class=\"level {}\"><span class=\"shape\" aria-hidden=\"true\"></span>{}</span>",
        css(level),
        draft.level() == null ? "No level yet" : Labels.of(level));
  }

  /** The class of a level. */
  static String css(AlertLevel level) {
    return switch (level) {
      case null -> "info";
      case ADVICE -> "advice";
      case WATCH_AND_ACT -> "watch";
      case EMERGENCY_WARNING -> "emergency";
      case COMMUNITY_INFORMATION -> "info";
    };
  }

  /** The class of the page of such an alert. */
  static String mood(Draft draft) {
    return exercise(draft) ? "exercise" : "";
  }

  static boolean exercise(Draft draft) {
    return draft.status() != null && draft.status() != AlertStatus.ACTUAL;
  }

  /** What stands over everything of an exercise; nothing for a live alert. */
  static Html banner(Draft draft) {
    return Html.of(
            "<p class=\"drill\" role=\"note\"><strong>EXERCISE</strong> Nothing on this page is"
                + " real. It is never sent to the public.</p>")
        .when(exercise(draft));
  }
}
