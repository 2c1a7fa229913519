package org.currawong.incidentlog;

import java.io.IOException;

/** Takes entries as they stand on disk. */
@FunctionalInterface
public interface EntryVisitor {

  /**
   * @param hash the entry's chain hash, 64 hex digits
   * @param json its exact bytes
   * @return false to stop
   */
  boolean entry(long n, String hash, byte[] json) throws IOException;
}
