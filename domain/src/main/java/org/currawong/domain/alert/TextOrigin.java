package org.currawong.domain.alert;

import org.currawong.domain.Word;

/** Where the words of one language came from. */
public enum TextOrigin implements Word {
  PHRASE,
  PERSON,
  MODEL;

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
