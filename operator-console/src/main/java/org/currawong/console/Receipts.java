package org.currawong.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids and receipts of reports, and digests that only this hub can make. A receipt is 128 bits: the
 * report's 64 and 64 of a MAC over them, so the hub knows its own receipt even when the report
 * behind it is lost.
 */
public final class Receipts {

  private static final String MAC = "HmacSHA256";
  private static final int HALF = 8;
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int BITS = 5;

  /** 128 bits at five a character. */
  private static final int LENGTH = 26;

  /** With its key, and only ever cloned: looking for who provides one takes longer than a MAC. */
  private final Mac keyed;

  private final SecureRandom random;

  /**
   * @param key at least 32 bytes, the same over restarts and kept from everybody
   */
  public Receipts(byte[] key, SecureRandom random) {
    if (key.length < 32) {
      throw new IllegalArgumentException("the key of the receipts has at least 32 bytes");
    }
    this.keyed = keyed(key);
    this.random = random;
  }

  private static Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + MAC, e);
    }
  }

  /** A new report's id. */
  public String newReport() {
    byte[] id = new byte[HALF];
    random.nextBytes(id);
    return "r-" + HexFormat.of().formatHex(id);
  }

  /** The report's id for an {@code Idempotency-Key}: the same key gives the same id for ever. */
  public String report(String idempotencyKey) {
    byte[] mac = mac("report", idempotencyKey.getBytes(StandardCharsets.UTF_8));
    return "r-" + HexFormat.of().formatHex(mac, 0, HALF);
  }

  /** An id for what {@code kind} names, made from a retry's key: the same key gives the same. */
  public String id(String kind, String idempotencyKey) {
    byte[] mac = mac("id:" + kind, idempotencyKey.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac, 0, HALF);
  }

  /** The receipt of a report whose id was made here: 26 characters, for reading out loud too. */
  public String receipt(String report) {
    byte[] id = HexFormat.of().parseHex(report.substring(2));
    byte[] mac = mac("receipt", id);
    byte[] both = Arrays.copyOf(id, 2 * HALF);
    System.arraycopy(mac, 0, both, HALF, HALF);
    return encode(both);
  }

  /** The report of a receipt that this hub has given, whether or not it still has the report. */
  public Optional<String> reportOf(String receipt) {
    byte[] both = decode(receipt);
    if (both == null) {
      return Optional.empty();
    }
    byte[] id = Arrays.copyOf(both, HALF);
    byte[] mac = Arrays.copyOf(mac("receipt", id), HALF);
    boolean ours = MessageDigest.isEqual(mac, Arrays.copyOfRange(both, HALF, 2 * HALF));
    return ours ? Optional.of("r-" + HexFormat.of().formatHex(id)) : Optional.empty();
  }

  /** A keyed digest of a body, to tell a retry from another body. */
  public String digest(String body) {
    return HexFormat.of().formatHex(mac("body", body.getBytes(StandardCharsets.UTF_8)));
  }

  /** A pseudonym: the same words on the same bearer give the same, and nobody can guess back. */
  public String pseudonym(String bearer, String who) {
    byte[] mac = mac("sender:" + bearer, who.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac, 0, HALF);
  }

  private byte[] mac(String use, byte[] data) {
    try {
      Mac mac = (Mac) keyed.clone();
      mac.update(("currawong " + use + "\n").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(data);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's own MAC can be cloned", e);
    }
  }

  private static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder(LENGTH);
    for (int bit = 0; bit < bytes.length * 8; bit += BITS) {
      int value = 0;
      for (int i = bit; i < bit + BITS; i++) {
        int set = i / 8 < bytes.length ? bytes[i / 8] >> (7 - i % 8) & 1 : 0;
        value = value << 1 | set;
      }
      out.append(ALPHABET.charAt(value));
    }
    return out.toString();
  }

  /** Takes what people write: capitals, spaces, hyphens; null for what can't be a receipt. */
  private static byte[] decode(String typed) {
    String text = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('o', '0');
    text = text.replace('i', '1').replace('l', '1');
    if (text.length() != LENGTH) {
      return null;
    }
    byte[] out = new byte[2 * HALF];
    for (int i = 0; i < LENGTH * BITS; i++) {
      int value = ALPHABET.indexOf(text.charAt(i / BITS));
      if (value < 0) {
        return null;
      }
      int set = value >> (BITS - 1 - i % BITS) & 1;
      if (i / 8 < out.length) {
        out[i / 8] |= (byte) (set << (7 - i % 8));
      } else if (set == 1) {
        return null;
      }
    }
    return out;
  }
}
