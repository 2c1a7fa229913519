package org.currawong.hub.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.currawong.domain.Realm;
import org.currawong.incidentlog.HubKeys;

/** What is derived from the hub's keys, each for a use of its own. */
record HubSecrets(HubKeys keys) {

  /** RFC 8410, section 4: what stands before the 32 bytes of an Ed25519 key in X.509's form. */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  byte[] queues() {
    return derived("queues");
  }

  byte[] receipts() {
    return derived("receipts");
  }

  private byte[] derived(String use) {
    return keys.mac(("currawong/" + use + "/v1").getBytes(StandardCharsets.UTF_8));
  }

  /** The public key by which a realm's releases are checked. */
  PublicKey release(Realm realm) throws IOException {
    byte[] raw = keys.publicKey(Paperwork.use(realm));
    byte[] encoded = Arrays.copyOf(X509, X509.length + raw.length);
    System.arraycopy(raw, 0, encoded, X509.length, raw.length);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IOException("the key of " + realm.word() + " can't be used", e);
    }
  }
}
