package org.currawong.hub.node;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import org.currawong.broker.ReleaseKey;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.SignedRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does beforehand what the first alert of the night will need: Java compiles only what it has done
 * often, and until then it hashes a recording in 50 ms instead of 2 and checks a signature in 10
 * instead of 1. Nothing of it is kept, and nothing waits for it.
 */
final class Rehearsal implements Runnable {

  /** As long as a recording of half a minute. */
  private static final int RECORDING_BYTES = 1 << 20;

  /** A second or two of one core at most, most of it in the first few rounds. */
  private static final int ROUNDS = 40;

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  @Override
  public void run() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      ReleaseKey key = new ReleaseKey(pair.getPublic());
      byte[] recording = new byte[RECORDING_BYTES];
      for (int round = 0; round < ROUNDS && !Thread.currentThread().isInterrupted(); round++) {
        recording[0] = (byte) round;
        key.verifies(signed(pair, Artefact.sha256(recording)));
      }
    } catch (GeneralSecurityException e) {
      LOG.warn("the first alert will take a moment longer: {}", e.getMessage());
    }
  }

  /** A document of a usual length. */
  private static SignedRelease signed(KeyPair pair, String hash) throws GeneralSecurityException {
    String document = hash.repeat(32);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(SignedRelease.signedBytes(document, List.of()));
    return new SignedRelease(document, List.of(), signature.sign());
  }
}
