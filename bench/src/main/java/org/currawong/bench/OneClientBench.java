package org.currawong.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.currawong.console.http.WebServer;

/**
 * One client's report at a whole hub, against the same web server whose handler writes and forces
 * as many bytes and does nothing else; turn by turn.
 */
final class OneClientBench {

  private static final int ROUNDS = 9;
  private static final int WARM_ROUNDS = 3;
  private static final int REQUESTS = 300;

  /** A report's line in the log. */
  static final int LINE_BYTES = 900;

  /** Enough for a report to be assessed before the next one comes. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

  private static final int PAUSED_REQUESTS = 40;

  private final FastHub hub;
  private final WebServer least;
  private final CrowdProcess clients;

  private OneClientBench(FastHub hub, WebServer least, CrowdProcess clients) {
    this.hub = hub;
    this.least = least;
    this.clients = clients;
  }

  static void run(Path folder) throws Exception {
    try (FastHub hub = FastHub.real(folder.resolve("data"), 1);
        BareFile file = new BareFile(folder.resolve("bare"));
        WebServer least = LeastServer.forcing(file, LINE_BYTES);
        CrowdProcess clients = new CrowdProcess()) {
      OneClientBench bench = new OneClientBench(hub, least, clients);
      bench.rounds("one client, one report after the other", REQUESTS, 0);
      bench.rounds("one client, 25 ms between reports", PAUSED_REQUESTS, PAUSE_NANOS);
    }
  }

  private void rounds(String what, int requests, long pause) throws IOException {
    Ratios ratios = new Ratios(what + ": p50 of a report / p50 of empty handler with force");
    for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      CrowdProcess.Run bare = clients.run(least.port(), 1, requests, pause);
      CrowdProcess.Run real = clients.run(hub.port(), 1, requests, pause);
      hub.rest();
      if (round >= WARM_ROUNDS) {
        ratios.add((double) real.times().within(0.5) / bare.times().within(0.5));
        System.out.printf(
            Locale.ROOT,
            "  report %.0f us, empty with force %.0f us%n",
            real.times().within(0.5) / 1e3,
            bare.times().within(0.5) / 1e3);
      }
    }
    ratios.atMost(2);
  }
}
