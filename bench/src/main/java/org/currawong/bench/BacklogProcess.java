package org.currawong.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The process of a {@link Backlog}, with the options of this one. */
final class BacklogProcess implements AutoCloseable {

  /** Both hubs have taken so many before they are compared: enough for the compiler. */
  private static final int WARM = 20_000;

  private final Process process;
  private final int port;
  private final long waiting;

  /** Returns once {@code reports} wait. */
  BacklogProcess(Path folder, int reports) throws IOException {
    process =
        new ProcessBuilder(
                Jvm.command(
                    Backlog.class,
                    ManagementFactory.getRuntimeMXBean().getInputArguments(),
                    folder.toString(),
                    Integer.toString(reports),
                    Integer.toString(WARM)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader from = process.inputReader(StandardCharsets.US_ASCII);
    String line = from.readLine();
    if (line == null) {
      throw new IOException("a hub did not start, or took no report");
    }
    String[] words = line.split(" ", -1);
    port = Integer.parseInt(words[0]);
    waiting = Long.parseLong(words[1]);
  }

  int port() {
    return port;
  }

  /** Reports that waited when it began. */
  long waiting() {
    return waiting;
  }

  /** Time on processors since it started. */
  Duration used() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Ends it at once: its folder is thrown away. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
