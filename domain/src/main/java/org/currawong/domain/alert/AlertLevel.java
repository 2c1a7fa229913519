package org.currawong.domain.alert;

import org.currawong.domain.Word;

/** Level of the Australian Warning System, or the community's own words (SAFETY.md, section 2). */
public enum AlertLevel implements Word {
  ADVICE("Advice"),
  WATCH_AND_ACT("WatchAndAct"),
  EMERGENCY_WARNING("EmergencyWarning"),
  COMMUNITY_INFORMATION("CommunityInformation");

  private final String word;

  AlertLevel(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** True for the levels that only a control agency may set, so that an authority must be named. */
  public boolean needsAuthority() {
    return this != COMMUNITY_INFORMATION;
  }
}
