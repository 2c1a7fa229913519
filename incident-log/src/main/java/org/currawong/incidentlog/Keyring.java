package org.currawong.incidentlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.currawong.incidentlog.disk.Disk;

/**
 * AES-256-GCM under a key per person, account or anonymous report. For any thread. A key is called
 * by its subject ({@code report:17a…}); which slot of {@code DIR/keys} holds it stands in the open
 * in each line that it sealed.
 */
public final class Keyring {

  /** Bytes of a nonce (NIST SP 800-38D, section 5.2.1.1). */
  static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  /** Looking for who provides one takes longer than sealing a report. */
  private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Keyring::cipher);

  private final KeySlots slots;
  private final Map<String, Integer> bySubject = new ConcurrentHashMap<>();

  private Keyring(KeySlots slots) {
    this.slots = slots;
  }

  /** Opens the keys, making and forcing a first supply. */
  public static Keyring open(Disk disk, Path keysFolder) throws IOException {
    return open(disk, keysFolder, KeySlots.PER_FILE);
  }

  static Keyring open(Disk disk, Path keysFolder, int keysPerFile) throws IOException {
    return new Keyring(KeySlots.open(disk, keysFolder, keysPerFile));
  }

  /** Makes new keys ahead of need; for a thread that may wait for the disk. */
  public void topUp() throws IOException {
    slots.topUp();
  }

  /**
   * The slot of a subject's key, which is on disk already. A subject seen for the first time gets a
   * slot that nobody has had.
   *
   * @throws UncheckedIOException if the supply was used up and more could not be made
   */
  int slotFor(String subject) {
    return bySubject.computeIfAbsent(subject, s -> takeSlot());
  }

  private int takeSlot() {
    try {
      return slots.take();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line read back says which slot is a subject's. */
  void bind(String subject, int slot) {
    bySubject.put(subject, slot);
  }

  /** Every subject with its slot, for snapshots. */
  Map<String, Integer> bindings() {
    return Collections.unmodifiableMap(bySubject);
  }

  /** False once the subject's key was erased, or if it never had one. */
  public boolean holds(String subject) {
    return disclose(subject).isPresent();
  }

  /** The 32 bytes of a subject's key, for the export of what is disclosed; empty once erased. */
  public Optional<byte[]> disclose(String subject) {
    return Optional.ofNullable(bySubject.get(subject)).map(slots::key);
  }

  /** Destroys a key: what it sealed can't be read any more. Forced on return. */
  public void erase(String subject) throws IOException {
    Integer slot = bySubject.get(subject);
    if (slot != null) {
      slots.erase(slot);
    }
  }

  /**
   * Seals bytes.
   *
   * @param nonce {@link #NONCE_BYTES}, never twice under one key
   * @param context is authenticated with the bytes
   * @return empty if the key was erased
   */
  Optional<byte[]> seal(int slot, byte[] nonce, byte[] context, byte[] plain) {
    return crypt(Cipher.ENCRYPT_MODE, slot, nonce, context, plain);
  }

  /** Opens what {@link #seal} made; empty if the key is gone or the bytes are not what it made. */
  Optional<byte[]> open(int slot, byte[] nonce, byte[] context, byte[] sealed) {
    return crypt(Cipher.DECRYPT_MODE, slot, nonce, context, sealed);
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private Optional<byte[]> crypt(int mode, int slot, byte[] nonce, byte[] context, byte[] bytes) {
    byte[] key = slots.key(slot);
    if (key == null) {
      return Optional.empty();
    }
    try {
      Cipher cipher = CIPHERS.get();
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context);
      return Optional.of(cipher.doFinal(bytes));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM takes every key of 32 bytes", e);
    }
  }
}
