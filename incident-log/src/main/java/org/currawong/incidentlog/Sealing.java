package org.currawong.incidentlog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Seals the personal parts of one line: {@code {"key":…,"slot":…,"data":…}}, where key is the
 * subject, slot where its key lies, and data the Base64 of a 12-byte nonce and AES-256-GCM
 * ciphertext. The line's salt and type are authenticated with it, so that no sealed part can be
 * moved to another line.
 */
final class Sealing {

  static final int SALT_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String KEY = "key";
  private static final String SLOT = "slot";
  private static final String DATA = "data";

  private final Keyring keyring;
  private final String salt;
  private final byte[] context;

  private Sealing(Keyring keyring, String salt, String type) {
    this.keyring = keyring;
    this.salt = salt;
    this.context = ("currawong/sealed/v1 " + salt + " " + type).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * For a new line: with a salt of its own, which also keeps a withheld line from being guessed.
   */
  static Sealing fresh(Keyring keyring, String type) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new Sealing(keyring, HexFormat.of().formatHex(salt), type);
  }

  /** For a line that is read back. */
  static Sealing of(Keyring keyring, String salt, String type) {
    return new Sealing(keyring, salt, type);
  }

  String salt() {
    return salt;
  }

  /**
   * @param plain {@code null} for what was erased
   */
  void write(JsonGenerator out, String subject, byte[] plain) throws IOException {
    int slot = keyring.slotFor(subject);
    out.writeStartObject();
    out.writeStringField(KEY, subject);
    out.writeNumberField(SLOT, slot);
    if (plain != null) {
      byte[] nonce = new byte[Keyring.NONCE_BYTES];
      RANDOM.nextBytes(nonce);
      Optional<byte[]> sealed = keyring.seal(slot, nonce, context, plain);
      if (sealed.isPresent()) { // nothing is kept under an erased key
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(nonce);
        data.writeBytes(sealed.get());
        out.writeStringField(DATA, Base64.getEncoder().encodeToString(data.toByteArray()));
      }
    }
    out.writeEndObject();
  }

  /** Remembers whose slot it is. */
  String subject(JsonNode sealed) {
    String subject = sealed.path(KEY).asText();
    keyring.bind(subject, sealed.path(SLOT).asInt(-1));
    return subject;
  }

  /** The plain bytes; empty once the key was erased. */
  Optional<byte[]> read(JsonNode sealed) throws IOException {
    if (!sealed.has(DATA)) {
      return Optional.empty();
    }
    byte[] data = sealed.get(DATA).binaryValue();
    if (data.length < Keyring.NONCE_BYTES) {
      return Optional.empty();
    }
    return keyring.open(
        sealed.path(SLOT).asInt(-1),
        Arrays.copyOf(data, Keyring.NONCE_BYTES),
        context,
        Arrays.copyOfRange(data, Keyring.NONCE_BYTES, data.length));
  }
}
