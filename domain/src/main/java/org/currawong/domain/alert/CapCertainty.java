package org.currawong.domain.alert;

import org.currawong.domain.Word;

/** CAP 1.2 info.certainty (section 3.2.2). */
public enum CapCertainty implements Word {
  OBSERVED("Observed"),
  LIKELY("Likely"),
  POSSIBLE("Possible"),
  UNLIKELY("Unlikely"),
  UNKNOWN("Unknown");

  private final String word;

  CapCertainty(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
