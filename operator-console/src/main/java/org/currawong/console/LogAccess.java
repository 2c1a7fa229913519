package org.currawong.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log as it stands on disk, for those who check it. */
public interface LogAccess {

  /**
   * Lines as they stand, without their LF.
   *
   * @param from number of the first entry wanted, from 1
   * @param limit most lines, 1 to 1,000
   */
  List<String> lines(long from, int limit) throws IOException;

  /**
   * The text of the latest signed checkpoint (CONTRACT.md, Data folder); empty before the first.
   */
  Optional<String> checkpoint() throws IOException;

  /** Reads the whole log again and checks it against itself and its checkpoints. */
  Check check() throws IOException;

  /**
   * Makes the council's bundle.
   *
   * @return empty where no entry lies between
   */
  Optional<Exported> export(Instant from, Instant to) throws IOException;

  /**
   * A bundle.
   *
   * @param file a ZIP file of the caller's, who deletes it
   * @param sha256 of its bytes, in hex
   */
  record Exported(Path file, String sha256) {}

  /**
   * What a check found.
   *
   * @param entries how many
   * @param head chain hash of the last, 64 hex digits
   * @param uncovered entries that no checkpoint covers
   * @param faults in plain words; empty when all is well
   */
  record Check(long entries, String head, long uncovered, List<String> faults) {
    public Check {
      faults = List.copyOf(faults);
    }
  }
}
