package org.currawong.domain.report;

import org.currawong.domain.Word;

/** The way by which a report came in. */
public enum Via implements Word {
  WEB,
  API,
  IMPORT,
  PHONE,
  COUNTER,
  TWO_WAY,
  CREW,
  SOCIAL,
  SMS,
  MESH,
  CHAT;

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
