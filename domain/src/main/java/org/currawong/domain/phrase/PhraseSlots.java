package org.currawong.domain.phrase;

import java.util.HashMap;
import java.util.Map;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.Draft;

/** What the slots of phrases may be filled with: a draft's own values and nothing else. */
public final class PhraseSlots {

  private PhraseSlots() {}

  /**
   * The values that a draft gives: {@code place}, {@code boundary}, {@code authority}, {@code
   * reference}, and the names of its {@code hazard} and {@code level} in the language. A value that
   * is missing has no entry.
   */
  public static Map<String, String> of(PhraseBank bank, Draft draft, String language) {
    Map<String, String> slots = new HashMap<>();
    if (draft.area() != null) {
      put(slots, "place", draft.area().name());
      put(slots, "boundary", draft.area().boundary());
    }
    if (draft.authority() != null) {
      put(slots, "authority", draft.authority().name());
      put(slots, "reference", draft.authority().reference());
    }
    if (draft.hazard() != null) {
      put(slots, "hazard", bank.words("hazard." + draft.hazard().word(), language).orElse(null));
    }
    if (draft.level() != null) {
      put(slots, "level", bank.words(levelId(draft.level()), language).orElse(null));
    }
    return slots;
  }

  /** The id of a level's name in the bank. */
  public static String levelId(AlertLevel level) {
    return switch (level) {
      case ADVICE -> "level.advice";
      case WATCH_AND_ACT -> "level.watch-and-act";
      case EMERGENCY_WARNING -> "level.emergency-warning";
      case COMMUNITY_INFORMATION -> "level.community-information";
    };
  }

  private static void put(Map<String, String> slots, String slot, String value) {
    if (value != null && !value.isBlank()) {
      slots.put(slot, value);
    }
  }
}
