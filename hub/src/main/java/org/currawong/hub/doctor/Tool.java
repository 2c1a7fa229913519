package org.currawong.hub.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks one of the system's own programs. */
@FunctionalInterface
interface Tool {

  /** What it printed, errors included, or empty where it is absent, failed, or hung. */
  Optional<String> ask(String... command);

  /** Programs that answer in milliseconds; one that hangs is no answer. */
  long PATIENCE_S = 5;

  /** The real ones. */
  static Tool installed() {
    return command -> {
      try {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return Optional.empty();
        }
        byte[] said = process.getInputStream().readAllBytes();
        return process.exitValue() == 0
            ? Optional.of(new String(said, StandardCharsets.UTF_8).strip())
            : Optional.empty();
      } catch (IOException absent) {
        return Optional.empty();
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    };
  }
}
