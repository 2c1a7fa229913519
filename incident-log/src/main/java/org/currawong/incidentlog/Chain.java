package org.currawong.incidentlog;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The chain hash: hash(n) = SHA-256( hash(n−1) as 32 bytes ‖ SHA-256(JSON bytes) ); hash(0) is 32
 * zero bytes (HOUSE.md, section 4). Not for several threads at once.
 */
final class Chain {

  static final int BYTES = 32;

  private final MessageDigest digest = sha256();
  private final byte[] pair = new byte[2 * BYTES];
  private final byte[] head = new byte[BYTES];

  Chain(byte[] start) {
    set(start);
  }

  /** Goes on from {@code start}, the hash of some entry. */
  void set(byte[] start) {
    System.arraycopy(start, 0, head, 0, BYTES);
  }

  /** The hash of the last entry taken; the caller must not change it. */
  byte[] head() {
    return head;
  }

  /** Takes the next entry's JSON bytes. */
  void advance(byte[] buffer, int from, int to) {
    try {
      digest.update(buffer, from, to - from);
      digest.digest(pair, BYTES, BYTES);
      link();
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes a withheld entry, of which only the SHA-256 of its JSON is known. */
  void advanceWithheld(byte[] jsonDigest) {
    System.arraycopy(jsonDigest, 0, pair, BYTES, BYTES);
    try {
      link();
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  private void link() throws DigestException {
    System.arraycopy(head, 0, pair, 0, BYTES);
    digest.update(pair);
    digest.digest(head, 0, BYTES);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
