package org.currawong.domain.alert;

import org.currawong.domain.Word;

/** What an alert warns of. */
public enum Hazard implements Word {
  FLOOD,
  FIRE,
  STORM,
  CYCLONE,
  HEAT,
  SMOKE,
  TSUNAMI,
  CHEMICAL,
  POWER,
  WATER,
  HEALTH,
  MISSING_PERSON,
  OTHER;

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
