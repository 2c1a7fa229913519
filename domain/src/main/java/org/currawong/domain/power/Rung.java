package org.currawong.domain.power;

import org.currawong.domain.Word;

/** The power ladder (SAFETY.md, section 4), the safest first. */
public enum Rung implements Word {
  MAINS,
  BATTERY,
  LOW,
  CRITICAL;

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
