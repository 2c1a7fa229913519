package org.currawong.domain.delivery;

import org.currawong.domain.Word;

/** How far one recipient's copy has come (CONTRACT.md). */
public enum DeliveryState implements Word {
  QUEUED,
  ATTEMPTED,
  SENT,
  DELIVERED,
  ACKNOWLEDGED,
  HEARD,
  FAILED,
  WITHDRAWN,
  NO_RECIPIENTS;

  /** True once the copy has certainly left. */
  public boolean left() {
    return this == SENT || this == DELIVERED || this == ACKNOWLEDGED || this == HEARD;
  }

  /** True while nobody knows yet how it ends. */
  public boolean open() {
    return this == QUEUED || this == ATTEMPTED;
  }

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
