package org.currawong.domain.alert;

import org.currawong.domain.Word;

/** CAP 1.2 info.severity (section 3.2.2). */
public enum CapSeverity implements Word {
  EXTREME("Extreme"),
  SEVERE("Severe"),
  MODERATE("Moderate"),
  MINOR("Minor"),
  UNKNOWN("Unknown");

  private final String word;

  CapSeverity(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
