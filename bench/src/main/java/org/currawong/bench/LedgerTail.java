package org.currawong.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts what a ledger settles by looking at its size, and only then at what is new in it. */
final class LedgerTail {

  private static final String SETTLED = "\"settled\"";

  private final Path file;
  private long looked;
  private long settled;

  LedgerTail(Path file) {
    this.file = file;
  }

  /** Lines that settle a copy, up to now. */
  long settled() throws IOException {
    long size = Files.exists(file) ? Files.size(file) : 0;
    if (size > looked) {
      byte[] fresh = new byte[Math.toIntExact(size - looked)];
      try (RandomAccessFile ledger = new RandomAccessFile(file.toFile(), "r")) {
        ledger.seek(looked);
        ledger.readFully(fresh);
      }
      String text = new String(fresh, StandardCharsets.UTF_8);
      int whole = text.lastIndexOf('\n') + 1;
      String lines = text.substring(0, whole);
      settled += lines.lines().filter(l -> l.contains(SETTLED)).count();
      looked += lines.getBytes(StandardCharsets.UTF_8).length;
    }
    return settled;
  }
}
