package org.currawong.domain.report;

import org.currawong.domain.Word;

/** Where a report stands. A life-safety clock stops only on {@code HANDED_OVER} or {@code SAFE}. */
public enum ReportStatus implements Word {
  RECEIVED,
  CHECKING,
  ANSWERED,
  HANDED_OVER,
  SAFE,
  CLOSED;

  @Override
  public String word() {
    return Word.hyphened(this);
  }

  public boolean stopsLifeSafetyClock() {
    return this == HANDED_OVER || this == SAFE;
  }
}
