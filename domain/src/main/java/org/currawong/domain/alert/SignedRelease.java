package org.currawong.domain.alert;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A document with the core's signature over it and over the approvals' places in the log.
 *
 * @param document the release or withdrawal document, exactly as written
 * @param approvals whose yes it rests on; for a withdrawal, who ordered it
 * @param signature Ed25519 (RFC 8032), 64 bytes, by the realm's key over {@link #signedBytes}
 */
public record SignedRelease(String document, List<Signatory> approvals, byte[] signature) {

  public SignedRelease {
    approvals = List.copyOf(approvals);
  }

  /**
   * One person's act as the log holds it.
   *
   * @param n log number
   * @param hash chain hash of that line, 64 hex digits
   */
  public record Signatory(String by, long n, String hash) {}

  /** What is signed: the document's SHA-256, then a line {@code n hash by} for each signatory. */
  public static byte[] signedBytes(String document, List<Signatory> approvals) {
    StringBuilder text = new StringBuilder("currawong-signed 1\n");
    text.append(Artefact.sha256(document.getBytes(StandardCharsets.UTF_8))).append('\n');
    for (Signatory s : approvals) {
      text.append(s.n()).append(' ').append(s.hash()).append(' ').append(s.by()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
