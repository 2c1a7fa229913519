package org.currawong.broker;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.LinkedHashSet;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.SignedRelease;

/**
 * A realm's public key, Ed25519 (RFC 8032). Every way out of an alert gets its order at the same
 * moment, and all of them rest on one document: so the desks of a realm share one of these, and a
 * signature that was found good is not computed again. For any thread.
 */
public final class ReleaseKey {

  /** Alerts under way at once, with their withdrawals and stops; what is older is checked again. */
  private static final int MOST = 64;

  private static final int SIGNATURE_BYTES = 64;

  private final PublicKey key;
  private final LinkedHashSet<String> good = new LinkedHashSet<>();

  /**
   * @param key of the realm whose releases are checked
   */
  public ReleaseKey(PublicKey key) {
    this.key = key;
  }

  /** Whether the signature is the realm's over exactly this document and these approvals. */
  public synchronized boolean verifies(SignedRelease signed) {
    if (signed.signature().length != SIGNATURE_BYTES) {
      return false;
    }
    byte[] document = SignedRelease.signedBytes(signed.document(), signed.approvals());
    // The signature's length is fixed, so no other document and signature make the same bytes.
    String all = Artefact.sha256(joined(document, signed.signature()));
    return good.contains(all) || verifies(document, signed.signature()) && remember(all);
  }

  private static byte[] joined(byte[] document, byte[] signature) {
    byte[] both = java.util.Arrays.copyOf(document, document.length + signature.length);
    System.arraycopy(signature, 0, both, document.length, signature.length);
    return both;
  }

  private boolean verifies(byte[] document, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(document);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean remember(String all) {
    if (good.size() == MOST) {
      good.remove(good.getFirst());
    }
    return good.add(all);
  }
}
