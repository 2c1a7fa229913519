package org.currawong.broker;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what lies on disk in queues, so that a copied journal tells nothing: AES-256-GCM (NIST SP
 * 800-38D), a random 96-bit nonce before the ciphertext, the queue's name as associated data so
 * that a message of one queue can't be put into another.
 *
 * <p>Random nonces are safe to 2^32 messages under one key; a hub that took a thousand a second
 * would need 49 days of it, and makes a new key with each epoch.
 */
public final class QueueSeal {
  /** Length of the key. */
  public static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * A seal under one key.
   *
   * @param key 32 random bytes, held in the hub's keys and not in the broker's folder
   * @throws IllegalArgumentException if it has another length
   */
  public QueueSeal(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("A queue key has " + KEY_BYTES + " bytes.");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  byte[] seal(String queue, byte[] clear) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, queue, nonce).doFinal(clear);
      byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  byte[] open(String queue, byte[] sealed) throws GeneralSecurityException {
    if (sealed.length <= NONCE_BYTES) {
      throw new GeneralSecurityException("too short to be sealed");
    }
    return cipher(Cipher.DECRYPT_MODE, queue, Arrays.copyOf(sealed, NONCE_BYTES))
        .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  private Cipher cipher(int mode, String queue, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(queue.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
