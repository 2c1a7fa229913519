package org.currawong.incidentlog;

import java.util.HexFormat;

/**
 * The last forced entry.
 *
 * @param n its number; 0 for an empty log
 * @param hash its chain hash, 64 hex digits
 */
public record Head(long n, String hash) {

  static Head of(long n, byte[] hash) {
    return new Head(n, HexFormat.of().formatHex(hash));
  }

  public byte[] hashBytes() {
    return HexFormat.of().parseHex(hash);
  }
}
