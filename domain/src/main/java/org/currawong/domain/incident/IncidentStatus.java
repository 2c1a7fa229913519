package org.currawong.domain.incident;

import org.currawong.domain.Word;

/** Where an incident stands. */
public enum IncidentStatus implements Word {
  OPEN,
  CONTAINED,
  CLOSED;

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
