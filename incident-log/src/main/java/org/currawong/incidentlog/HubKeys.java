package org.currawong.incidentlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.currawong.incidentlog.disk.Disk;

/**
 * The hub's own keys: one Ed25519 key per use and epoch, and a secret for receipts. Private ones
 * lie in {@code DIR/keys} (0600), public ones in {@code DIR/log/hub.pub}. All are forced before
 * {@link #open} returns, so before any fact names them.
 */
public final class HubKeys {

  private static final int SECRET_BYTES = 32;
  private static final String PUBLIC_FILE = "hub.pub";
  private static final String MAC = "HmacSHA256";

  private final int epoch;
  private final Map<KeyUse, PrivateKey> privateKeys;
  private final Map<KeyUse, PublicKeyLine> publicKeys;
  private final byte[] secret;

  private HubKeys(
      int epoch,
      Map<KeyUse, PrivateKey> privateKeys,
      Map<KeyUse, PublicKeyLine> publicKeys,
      byte[] secret) {
    this.epoch = epoch;
    this.privateKeys = privateKeys;
    this.publicKeys = publicKeys;
    this.secret = secret;
  }

  /**
   * Reads the keys of an epoch, making those that are missing.
   *
   * @param keysFolder {@code DIR/keys}
   * @param logFolder {@code DIR/log}
   * @param mayMake false once the log names the keys: then a missing one stops the start
   * @throws IOException also for a key file that is damaged, or missing though it may not be
   */
  public static HubKeys open(
      Disk disk, Path keysFolder, Path logFolder, int epoch, Set<KeyUse> uses, boolean mayMake)
      throws IOException {
    disk.makeFolder(keysFolder);
    disk.makeFolder(logFolder);
    Map<KeyUse, PrivateKey> privateKeys = new EnumMap<>(KeyUse.class);
    Map<KeyUse, PublicKeyLine> publicKeys = new EnumMap<>(KeyUse.class);
    for (KeyUse use : uses) {
      Path file = keysFolder.resolve(use.word() + "-" + epoch + ".ed25519");
      if (!disk.exists(file)) {
        make(disk, file, mayMake);
      }
      read(disk, file, use, epoch, privateKeys, publicKeys);
    }
    Path secretFile = keysFolder.resolve("receipts-" + epoch + ".secret");
    if (!disk.exists(secretFile)) {
      requireMayMake(secretFile, mayMake);
      byte[] fresh = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(fresh);
      disk.replace(secretFile, fresh);
    }
    disk.forceFolder(keysFolder);
    HubKeys keys = new HubKeys(epoch, privateKeys, publicKeys, disk.readAll(secretFile));
    keys.publish(disk, logFolder.resolve(PUBLIC_FILE));
    return keys;
  }

  private static void requireMayMake(Path file, boolean mayMake) throws IOException {
    if (!mayMake) {
      throw new IOException(
          "the key file " + file.getFileName() + " is missing: restore it from a backup");
    }
  }

  /** PKCS #8, then the raw public key: a damaged file is noticed because the two must fit. */
  private static void make(Disk disk, Path file, boolean mayMake) throws IOException {
    requireMayMake(file, mayMake);
    KeyPair pair = Ed25519.newPair();
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    byte[] both = Arrays.copyOf(pkcs8, pkcs8.length + Ed25519.PUBLIC_BYTES);
    System.arraycopy(Ed25519.raw(pair.getPublic()), 0, both, pkcs8.length, Ed25519.PUBLIC_BYTES);
    disk.replace(file, both);
  }

  private static void read(
      Disk disk,
      Path file,
      KeyUse use,
      int epoch,
      Map<KeyUse, PrivateKey> privateKeys,
      Map<KeyUse, PublicKeyLine> publicKeys)
      throws IOException {
    byte[] both = disk.readAll(file);
    int split = Math.max(0, both.length - Ed25519.PUBLIC_BYTES);
    byte[] raw = Arrays.copyOfRange(both, split, both.length);
    try {
      PrivateKey key = Ed25519.privateKey(Arrays.copyOf(both, split));
      byte[] probe = file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
      if (!Ed25519.verifies(raw, probe, Ed25519.sign(key, probe))) {
        throw new GeneralSecurityException("the private key does not fit the public one");
      }
      privateKeys.put(use, key);
      publicKeys.put(use, new PublicKeyLine(use.word(), epoch, raw));
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "the key file " + file.getFileName() + " is damaged: restore it from a backup", e);
    }
  }

  /** Adds this epoch's lines to {@code hub.pub}; those of earlier epochs stay. */
  private void publish(Disk disk, Path file) throws IOException {
    String old = disk.exists(file) ? new String(disk.readAll(file), StandardCharsets.UTF_8) : "";
    StringBuilder text = new StringBuilder(old);
    for (PublicKeyLine key : publicKeys.values()) {
      if (!old.contains(key.text() + "\n")) {
        text.append(key.text()).append('\n');
      }
    }
    if (text.length() != old.length()) {
      disk.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  public int epoch() {
    return epoch;
  }

  /** The lines of {@code hub.pub} for this epoch, as {@code LogOpened} names them. */
  public List<String> publicLines() {
    List<String> lines = new ArrayList<>();
    publicKeys.values().forEach(k -> lines.add(k.text()));
    return lines;
  }

  /**
   * The raw 32 bytes of a public key.
   *
   * @throws IllegalArgumentException if this hub has no key for the use
   */
  public byte[] publicKey(KeyUse use) {
    require(use);
    return publicKeys.get(use).key().clone();
  }

  /**
   * Signs with Ed25519; 64 bytes.
   *
   * @throws IllegalArgumentException if this hub has no key for the use
   */
  public byte[] sign(KeyUse use, byte[] bytes) {
    require(use);
    return Ed25519.sign(privateKeys.get(use), bytes);
  }

  private void require(KeyUse use) {
    if (!privateKeys.containsKey(use)) {
      throw new IllegalArgumentException("this hub has no key for " + use.word());
    }
  }

  /**
   * HMAC-SHA-256 under the hub's own secret: pseudonyms, digests and receipts that only it makes.
   */
  public byte[] mac(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(secret, MAC));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + MAC, e);
    }
  }
}
