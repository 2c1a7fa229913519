package org.currawong.broker;

import java.io.IOException;

/** The disk under a ledger; a test puts one in its place that loses what was not forced. */
interface LedgerFile extends AutoCloseable {
  /** All that is there; empty when the file is new. */
  byte[] read() throws IOException;

  /** Writes at the end; on disk only after {@link #force}. */
  void append(byte[] bytes) throws IOException;

  /** Returns once everything written is on disk. */
  void force() throws IOException;

  /** Puts other content in the file's place, whole or not at all, forced with its name. */
  void replace(byte[] bytes) throws IOException;

  @Override
  void close() throws IOException;
}
