package org.currawong.domain.alert;

import org.currawong.domain.Word;

/** Where an alert stands (CONTRACT.md). {@code APPROVED} means one approval of two. */
public enum AlertState implements Word {
  DRAFT,
  SUBMITTED,
  APPROVED,
  RELEASED,
  EXPIRED,
  WITHDRAWN;

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
