package org.currawong.domain.alert;

import org.currawong.domain.Word;

/** CAP 1.2 info.urgency (section 3.2.2). */
public enum CapUrgency implements Word {
  IMMEDIATE("Immediate"),
  EXPECTED("Expected"),
  FUTURE("Future"),
  PAST("Past"),
  UNKNOWN("Unknown");

  private final String word;

  CapUrgency(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
