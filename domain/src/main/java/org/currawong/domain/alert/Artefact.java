package org.currawong.domain.alert;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One rendered thing: exact bytes with their name.
 *
 * @param name such as {@code cap.xml} or {@code error.audio.en.wav}
 * @param type media type
 * @param bytes what will go out, and nothing else; not copied, so never written to
 * @param personal true for lists of people: sealed on disk, shown to coordinators only
 */
public record Artefact(String name, String type, byte[] bytes, boolean personal) {

  /** What the log and the release document say of it. */
  public ArtefactRef ref() {
    return new ArtefactRef(name, type, bytes.length, sha256(bytes), personal);
  }

  /** SHA-256 as 64 lower-case hex digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
