package org.currawong.incidentlog.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file. After {@link #force()} has failed once, nothing about the file may be believed. */
public interface DiskFile extends Closeable {

  /** Writes all that remains in {@code bytes} at {@code position}, growing the file if need be. */
  void write(ByteBuffer bytes, long position) throws IOException;

  /** Returns once every byte written so far, and the length, is on the medium. */
  void force() throws IOException;

  /** Cuts the file to {@code length} bytes. */
  void truncate(long length) throws IOException;

  @Override
  void close() throws IOException;
}
