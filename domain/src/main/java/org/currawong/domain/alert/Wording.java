package org.currawong.domain.alert;

import org.currawong.domain.Word;

/** Which of the words rendered with every alert: the alert itself or one of its corrections. */
public enum Wording implements Word {
  ALERT,
  WITHDRAWN,
  ERROR,
  REPLACED;

  @Override
  public String word() {
    return Word.hyphened(this);
  }

  /**
   * What stands before an artefact's name: nothing for the alert, else {@code error.} and so on.
   */
  public String prefix() {
    return this == ALERT ? "" : word() + ".";
  }
}
