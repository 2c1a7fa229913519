package org.currawong.domain.report;

import java.util.EnumSet;
import java.util.Set;

/**
 * One answer of inference about one report; evidence, never a decision.
 *
 * @param answer for LANGUAGE an ISO 639-1 code or {@code und}; for URGENCY and CATEGORY the word;
 *     for SUMMARY and TRANSLATION the text; for PLACE the place's name; for NEAR_COPY the id of the
 *     report it copies; empty when the rung has no answer
 * @param place only for PLACE, else {@code null}
 * @param by who answered: the rung and its version; a model's begins with {@link #MODEL}
 * @param why in plain words
 * @param ms how long it took, milliseconds
 */
public record Assessment(Duty duty, String answer, Placed place, String by, String why, long ms) {

  /** How the name of every model begins, wherever an answer says who gave it. */
  public static final String MODEL = "model";

  /** What a model may speak about; language, place and copies are found by rules alone. */
  private static final Set<Duty> MODELS_DUTIES =
      EnumSet.of(Duty.URGENCY, Duty.CATEGORY, Duty.SUMMARY, Duty.TRANSLATION);

  /** Whether a model gave it, or was to give it. */
  public boolean byModel() {
    return by.equals(MODEL) || by.startsWith(MODEL + " ");
  }

  /** False for what a model has no say in, and for a place that it attached to anything. */
  public boolean allowed() {
    return !byModel() || MODELS_DUTIES.contains(duty) && place == null;
  }
}
