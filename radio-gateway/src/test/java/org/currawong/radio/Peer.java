package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that others wrote, which judges what we made. */
record Peer(String program) {

  /** Far above what any of them takes for 90 s of sound. */
  private static final int LIMIT_S = 60;

  /** The program where it is installed; otherwise the test is skipped by name, or fails. */
  static Peer need(String program) {
    boolean here =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    String absent = program + " is not installed: what it would have judged was not judged";
    if ("required".equals(System.getenv("PEERS"))) {
      assertTrue(here, absent);
    }
    assumeTrue(here, absent);
    return new Peer(program);
  }

  /** Its standard output as text. */
  String answer(Path folder, Path input, List<String> arguments) {
    Path out = folder.resolve(program + ".out");
    try {
      Process process =
          new ProcessBuilder(Stream.concat(Stream.of(program), arguments.stream()).toList())
              .directory(folder.toFile())
              .redirectInput(input == null ? new java.io.File("/dev/null") : input.toFile())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(LIMIT_S, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertTrue(ended, program + " did not end");
      return Files.readString(out, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
