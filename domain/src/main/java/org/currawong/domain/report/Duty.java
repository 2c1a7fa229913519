package org.currawong.domain.report;

import org.currawong.domain.Word;

/** A question that inference answers about a report. */
public enum Duty implements Word {
  LANGUAGE,
  URGENCY,
  CATEGORY,
  PLACE,
  SUMMARY,
  TRANSLATION,
  NEAR_COPY;

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
