package org.currawong.console.calls;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of new things: 64 random bits. */
public final class Ids {

  private static final int BYTES = 8;

  private Ids() {}

  public static String random(SecureRandom random) {
    byte[] id = new byte[BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
