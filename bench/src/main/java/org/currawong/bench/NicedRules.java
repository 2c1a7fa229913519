package org.currawong.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The process of {@link Rules}, with the lowest claim to the processor: {@code nice -n 19}. */
final class NicedRules implements AutoCloseable {

  private final Process process;
  private final Writer to;
  private final BufferedReader from;
  private Duration used = Duration.ZERO;
  private long began;

  /** Returns once it is warm, and rests. */
  NicedRules() throws IOException {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(Jvm.command(Rules.class, List.of("-Xmx1g")));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    to = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII);
    from = process.inputReader(StandardCharsets.US_ASCII);
    answer();
  }

  /** Lets it work. */
  void go() throws IOException {
    ask("go");
    used = used();
    began = System.nanoTime();
  }

  /** Lets it rest; returns how many cores were busy with it, as the kernel counts. */
  double rest() throws IOException {
    double seconds = (System.nanoTime() - began) / 1e9;
    double busy = used().minus(used).toNanos() / 1e9;
    ask("rest");
    return busy / seconds;
  }

  private Duration used() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private void ask(String line) throws IOException {
    to.write(line + "\n");
    to.flush();
    answer();
  }

  private void answer() throws IOException {
    if (from.readLine() == null) {
      throw new IOException("the process of inference ended; this measure needs nice");
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
