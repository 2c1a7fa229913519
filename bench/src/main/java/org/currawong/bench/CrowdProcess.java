package org.currawong.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The process of a {@link Crowd}, warm from one measurement to the next. */
final class CrowdProcess implements AutoCloseable {

  private final Process process;
  private final Writer to;
  private final BufferedReader from;

  /**
   * What one run brought.
   *
   * @param perSecond answers
   * @param times from question to answer
   */
  record Run(double perSecond, Times times) {}

  CrowdProcess() throws IOException {
    process =
        new ProcessBuilder(Jvm.command(Crowd.class, List.of("-XX:+UseSerialGC", "-Xmx128m")))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    to = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII);
    from = process.inputReader(StandardCharsets.US_ASCII);
  }

  /**
   * Lets clients ask.
   *
   * @throws IOException if an answer failed to come or was not 201
   */
  Run run(int port, int clients, int requests) throws IOException {
    return run(port, clients, requests, 0);
  }

  /**
   * As {@link #run(int, int, int)}, with a pause after each answer.
   *
   * @param pauseNanos for one client alone: all share a thread
   */
  Run run(int port, int clients, int requests, long pauseNanos) throws IOException {
    to.write(port + " " + clients + " " + requests + " " + pauseNanos + "\n");
    to.flush();
    String line = from.readLine();
    if (line == null) {
      throw new IOException("the clients' process ended");
    }
    String[] words = line.split(" ", -1);
    if (!words[1].equals("0")) {
      throw new IOException(words[1] + " of " + requests + " requests were refused");
    }
    Times times = new Times();
    for (int i = 2; i < words.length; i++) {
      times.add(Long.parseLong(words[i]));
    }
    return new Run(requests / (Long.parseLong(words[0]) / 1e9), times);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
