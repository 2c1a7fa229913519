package org.currawong.hub.handin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The idempotency key of each row of one file. The same row of the same file read the same way has
 * the same key, so that an import that was cut off is simply run again; a row of another file never
 * has it, so that two people who wrote the same words are two reports.
 */
final class RowKey {
  /** 128 bits: what the hub's own ids have. */
  private static final int KEY_BYTES = 16;

  private final byte[] fileDigest;

  private RowKey(byte[] fileDigest) {
    this.fileDigest = fileDigest;
  }

  static RowKey of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return new RowKey(digest.digest());
  }

  /** The key of the report that row number {@code row} holds, whose JSON is {@code body}. */
  String forRow(long row, String body) {
    MessageDigest digest = sha256();
    digest.update(fileDigest);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(row).array());
    digest.update(body.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), KEY_BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
