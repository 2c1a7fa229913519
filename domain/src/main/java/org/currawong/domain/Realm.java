package org.currawong.domain;

/** What a release is for. Realms never share a key, a queue or a screen colour (invariant 6). */
public enum Realm implements Word {
  LIVE,
  EXERCISE,
  TEST,
  DEMO;

  @Override
  public String word() {
    return Word.hyphened(this);
  }
}
