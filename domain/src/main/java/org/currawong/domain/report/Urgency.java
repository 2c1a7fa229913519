package org.currawong.domain.report;

import org.currawong.domain.Word;

/** How urgent a report is, the most urgent first. A model may raise it and never lower it. */
public enum Urgency implements Word {
  LIFE_SAFETY,
  URGENT,
  ORDINARY,
  NONE;

  @Override
  public String word() {
    return Word.hyphened(this);
  }

  /** The more urgent of the two; {@code null} counts as unknown and gives the other. */
  public static Urgency higher(Urgency a, Urgency b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }
}
