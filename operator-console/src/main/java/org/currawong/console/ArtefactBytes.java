package org.currawong.console;

import java.io.IOException;
import org.currawong.domain.alert.ArtefactRef;

/** The kept bytes of what was rendered. */
@FunctionalInterface
public interface ArtefactBytes {

  /**
   * Reads, opens what is sealed, and compares with {@code ref}'s SHA-256.
   *
   * @throws IOException when the bytes are missing, can't be opened, or are not those
   */
  byte[] read(String alert, ArtefactRef ref) throws IOException;
}
