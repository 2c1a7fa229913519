package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.alert.SignedRelease.Signatory;
import org.junit.jupiter.api.Test;

/** A signature that was found good is remembered, and it alone. */
class ReleaseKeyTest {

  private static final List<Signatory> TWO =
      List.of(new Signatory("ben", 7, "a".repeat(64)), new Signatory("cleo", 8, "b".repeat(64)));

  private final KeyPair pair;
  private final ReleaseKey key;

  ReleaseKeyTest() throws GeneralSecurityException {
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    key = new ReleaseKey(pair.getPublic());
  }

  private SignedRelease signed(String document) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(SignedRelease.signedBytes(document, TWO));
    return new SignedRelease(document, TWO, signature.sign());
  }

  @Test
  void aGoodSignatureIsGoodAgain() throws GeneralSecurityException {
    SignedRelease good = signed("flood");
    assertTrue(key.verifies(good));
    assertTrue(key.verifies(good));
  }

  @Test
  void nothingElseIsGoodBecauseItsNeighbourWas() throws GeneralSecurityException {
    SignedRelease good = signed("flood");
    assertTrue(key.verifies(good));
    byte[] bent = good.signature().clone();
    bent[0] ^= 1;
    assertFalse(key.verifies(new SignedRelease("flood", TWO, bent)));
    assertFalse(key.verifies(new SignedRelease("floods", TWO, good.signature())));
    assertFalse(key.verifies(new SignedRelease("flood", TWO.subList(0, 1), good.signature())));
    assertFalse(key.verifies(new SignedRelease("flood", TWO, new byte[0])));
  }

  @Test
  void whatIsForgottenIsCheckedAgain() throws GeneralSecurityException {
    SignedRelease first = signed("first");
    assertTrue(key.verifies(first));
    for (int i = 0; i < 100; i++) {
      assertTrue(key.verifies(signed("document " + i)));
    }
    assertTrue(key.verifies(first));
    byte[] bent = first.signature().clone();
    bent[63] ^= 1;
    assertFalse(key.verifies(new SignedRelease("first", TWO, bent)));
  }
}
