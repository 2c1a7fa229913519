package org.currawong.domain.alert;

import org.currawong.domain.Word;

/** CAP 1.2 status, as far as the hub writes it; fixed when an alert is created. */
public enum AlertStatus implements Word {
  ACTUAL("Actual"),
  EXERCISE("Exercise"),
  TEST("Test");

  private final String word;

  AlertStatus(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
