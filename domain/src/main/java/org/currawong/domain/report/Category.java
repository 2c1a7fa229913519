package org.currawong.domain.report;

import org.currawong.domain.Word;

/** What a report is about. */
public enum Category implements Word {
  FLOOD,
  FIRE,
  STORM,
  MEDICAL,
  RESCUE,
  SHELTER,
  WATER,
  FOOD,
  POWER,
  ROAD,
  MISSING_PERSON,
  INFRASTRUCTURE,
  OFFER_OF_HELP,
  QUESTION,
  OTHER;

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
