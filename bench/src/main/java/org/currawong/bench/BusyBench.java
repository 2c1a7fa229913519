package org.currawong.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Reports at a whole hub while a niced process keeps every core busy with inference, against the
 * same hub without it; turn by turn. The hub's own inference reads the reports in both: this
 * version has no inference outside the hub's process, so the child reads texts of its own.
 */
final class BusyBench {

  private static final int ROUNDS = 5;

  /** The hub's own compiler needs as many. */
  private static final int WARM_ROUNDS = 2;

  /** So many that the slowest hundredth is five of them; five rounds make 2,500 for each state. */
  private static final int REQUESTS = 500;

  private static final int CLIENTS = 8;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

  private final FastHub hub;
  private final CrowdProcess clients;
  private final NicedRules inference;

  private BusyBench(FastHub hub, CrowdProcess clients, NicedRules inference) {
    this.hub = hub;
    this.clients = clients;
    this.inference = inference;
  }

  static void run(Path folder) throws Exception {
    try (FastHub hub = FastHub.real(folder.resolve("data"), 4);
        CrowdProcess clients = new CrowdProcess();
        NicedRules inference = new NicedRules()) {
      BusyBench bench = new BusyBench(hub, clients, inference);
      bench.rounds("one client, 25 ms between reports", 1, PAUSE_NANOS);
      bench.rounds(CLIENTS + " clients, one report after the other", CLIENTS, 0);
    }
  }

  private void rounds(String what, int many, long pause) throws IOException {
    Ratios ratios = new Ratios(what + ": p99 beside busy inference / p99 without it");
    System.out.println(what);
    for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      CrowdProcess.Run idle = clients.run(hub.port(), many, REQUESTS, pause);
      hub.rest();
      inference.go();
      CrowdProcess.Run busy = clients.run(hub.port(), many, REQUESTS, pause);
      NicedRules.Turn beside = inference.rest();
      hub.rest();
      double ratio = (double) busy.p99() / idle.p99();
      if (round >= WARM_ROUNDS) {
        ratios.add(ratio);
        print(idle, busy, ratio, beside);
      }
    }
    ratios.atMost(1.5);
  }

  private static void print(
      CrowdProcess.Run idle, CrowdProcess.Run busy, double ratio, NicedRules.Turn beside) {
    System.out.printf(
        Locale.ROOT,
        "  idle p50 %.0f us p99 %.0f us, busy p50 %.0f us p99 %.0f us, ratio of p99 %.2f;"
            + " beside it %.0f texts/s on %.2f cores%n",
        idle.median() / 1e3,
        idle.p99() / 1e3,
        busy.median() / 1e3,
        busy.p99() / 1e3,
        ratio,
        beside.perSecond(),
        beside.cores());
  }
}
