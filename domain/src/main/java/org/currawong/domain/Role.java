package org.currawong.domain;

/** What an account may do. Residents have none; {@code ADMIN} alone approves nothing. */
public enum Role implements Word {
  COORDINATOR,
  RADIO,
  COUNCIL,
  ADMIN;

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
