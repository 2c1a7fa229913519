package org.currawong.channels;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Programs of others that judge what we make. */
public final class Peer {

  private Peer() {}

  /** Goes on where the program is installed; else skips by name, or fails with PEERS=required. */
  public static void wanted(String program) {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!there && "required".equals(System.getenv("PEERS"))) {
      fail(program + " is not installed, and PEERS=required");
    }
    Assumptions.assumeTrue(there, program + " is not installed");
  }
}
