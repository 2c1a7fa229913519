package org.currawong.incidentlog;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What one of the hub's signing keys is for. No two uses share a key (HOUSE.md, invariant 6). */
public enum KeyUse {
  CHECKPOINT,
  LIVE,
  EXERCISE,
  TEST,
  DEMO,
  CHANNEL_TEST;

  /** The word in {@code hub.pub}; a release key's is its realm's. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The keys of a real hub: it can sign no demonstration. */
  public static Set<KeyUse> ofRealHub() {
    return EnumSet.complementOf(EnumSet.of(DEMO));
  }

  /** The keys of a demonstration: it can sign nothing live. */
  public static Set<KeyUse> ofDemo() {
    return EnumSet.of(CHECKPOINT, DEMO, EXERCISE, CHANNEL_TEST);
  }
}
