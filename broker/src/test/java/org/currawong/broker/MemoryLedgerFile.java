package org.currawong.broker;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** A ledger's disk that loses what was not forced, perhaps but a part of it, when it is cut. */
final class MemoryLedgerFile implements LedgerFile {
  private byte[] durable = new byte[0];
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final boolean forceWorks;
  private Runnable beforeEach = () -> {};

  MemoryLedgerFile() {
    this(true);
  }

  /** With {@code forceWorks} false it is a disk that lies: the control run. */
  MemoryLedgerFile(boolean forceWorks) {
    this.forceWorks = forceWorks;
  }

  /** With something on it. */
  MemoryLedgerFile(byte[] content) {
    this(true);
    durable = content.clone();
  }

  /** Called before and after each write and force; may throw to cut the power there. */
  void beforeEach(Runnable point) {
    beforeEach = point;
  }

  /** The power goes: what was not forced is gone, but for a torn part of it. */
  void cut(Random random) {
    byte[] lost = written.toByteArray();
    written.reset();
    int torn = lost.length == 0 || !forceWorks ? 0 : random.nextInt(lost.length);
    durable = joined(durable, lost, torn);
  }

  private static byte[] joined(byte[] one, byte[] two, int length) {
    byte[] all = java.util.Arrays.copyOf(one, one.length + length);
    System.arraycopy(two, 0, all, one.length, length);
    return all;
  }

  @Override
  public byte[] read() {
    return joined(durable, written.toByteArray(), written.size());
  }

  @Override
  public void append(byte[] bytes) {
    beforeEach.run();
    written.writeBytes(bytes);
    beforeEach.run();
  }

  @Override
  public void force() {
    beforeEach.run();
    if (forceWorks) {
      durable = read();
      written.reset();
    }
    beforeEach.run();
  }

  @Override
  public void replace(byte[] bytes) {
    beforeEach.run();
    if (forceWorks) {
      durable = bytes.clone();
      written.reset();
    }
    beforeEach.run();
  }

  @Override
  public void close() {
    // Nothing to give back; what was written stays readable, as on a disk.
  }
}
