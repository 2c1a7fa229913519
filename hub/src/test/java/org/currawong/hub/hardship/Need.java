package org.currawong.hub.hardship;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a test needs of the machine: named as skipped where absent, a failure where required. */
public final class Need {

  private Need() {}

  /** A program on the path. */
  public static void program(String name) {
    boolean here =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    that(here, name + " is not installed: what it would have shown was not looked at");
  }

  /** Anything else; the words say what is missing. */
  public static void that(boolean here, String absent) {
    if ("required".equals(System.getenv("PEERS"))) {
      assertTrue(here, absent);
    }
    assumeTrue(here, absent);
  }
}
