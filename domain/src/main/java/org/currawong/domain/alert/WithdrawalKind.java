package org.currawong.domain.alert;

import org.currawong.domain.Word;

/** Why an alert is taken back. {@code WITHDRAWN} takes one person; the others take two. */
public enum WithdrawalKind implements Word {
  WITHDRAWN,
  ERROR,
  REPLACED;

  @Override
  public String word() {
    return Word.hyphened(this);
  }

  /** The fixed words that go out for it. */
  public Wording wording() {
    return Wording.valueOf(name());
  }

  /** True where one person is not enough. */
  public boolean needsTwo() {
    return this != WITHDRAWN;
  }
}
