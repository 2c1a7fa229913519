package org.currawong.incidentlog.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The bytes of one file: what is on the medium, and what was written since the last force. */
final class SimulatedFile {

  /** What a medium writes whole or not at all. */
  private static final int SECTOR = 512;

  private record Change(long position, byte[] bytes, boolean truncates) {}

  private byte[] seen = new byte[0];
  private byte[] durable = new byte[0];
  private final List<Change> pending = new ArrayList<>();

  SimulatedFile() {}

  SimulatedFile(byte[] content) {
    seen = content;
    durable = content;
  }

  byte[] seen() {
    return seen;
  }

  void write(byte[] bytes, long position) {
    pending.add(new Change(position, bytes, false));
    seen = written(seen, bytes, 0, bytes.length, position);
  }

  void truncate(long length) {
    if (length < seen.length) {
      pending.add(new Change(length, new byte[0], true));
      seen = Arrays.copyOf(seen, (int) length);
    }
  }

  void force() {
    durable = seen;
    pending.clear();
  }

  /** What is there after the power came back. */
  byte[] after(Loss loss, Random random) {
    return switch (loss) {
      case DROPPED -> durable;
      case KEPT -> seen;
      case TORN -> torn(random);
      case NUL -> Arrays.copyOf(durable, Math.max(durable.length, seen.length));
      case REORDERED -> reordered(random);
    };
  }

  private byte[] torn(Random random) {
    byte[] content = durable;
    int whole = pending.isEmpty() ? 0 : random.nextInt(pending.size());
    for (int i = 0; i < pending.size() && i <= whole; i++) {
      Change c = pending.get(i);
      int bytes = i < whole ? c.bytes().length : random.nextInt(c.bytes().length + 1);
      content = applied(content, c, 0, bytes);
    }
    return content;
  }

  private byte[] reordered(Random random) {
    byte[] content = durable;
    for (Change c : pending) {
      if (c.truncates()) {
        content = random.nextBoolean() ? applied(content, c, 0, 0) : content;
        continue;
      }
      int from = 0;
      while (from < c.bytes().length) {
        int sectorEnd = (int) ((c.position() + from) / SECTOR + 1) * SECTOR;
        int to = (int) Math.min(c.bytes().length, sectorEnd - c.position());
        content = random.nextBoolean() ? applied(content, c, from, to) : content;
        from = to;
      }
    }
    return content;
  }

  private static byte[] applied(byte[] content, Change c, int from, int to) {
    if (c.truncates()) {
      return Arrays.copyOf(content, (int) Math.min(content.length, c.position()));
    }
    return from == to ? content : written(content, c.bytes(), from, to, c.position());
  }

  private static byte[] written(byte[] old, byte[] bytes, int from, int to, long position) {
    int end = (int) position + to;
    byte[] content = Arrays.copyOf(old, Math.max(old.length, end));
    System.arraycopy(bytes, from, content, (int) position + from, to - from);
    return content;
  }
}
