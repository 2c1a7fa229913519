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

  /** Short turns about: a mood of the disk, which lasts some seconds, is met by both states. */
  private static final int TURNS = 5;

  /** A round's slowest hundredth is five of them; five rounds make 2,500 for each state. */
  private static final int REQUESTS = 100;

  private static final double P99 = 0.99;
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
      Times idle = new Times();
      Times busy = new Times();
      double cores = 0;
      for (int turn = 0; turn < TURNS; turn++) {
        idle.addAll(clients.run(hub.port(), many, REQUESTS, pause).times());
        hub.rest();
        inference.go();
        busy.addAll(clients.run(hub.port(), many, REQUESTS, pause).times());
        cores += inference.rest() / TURNS;
        hub.rest();
      }
      if (round >= WARM_ROUNDS) {
        ratios.add((double) busy.within(P99) / idle.within(P99));
        print(idle, busy, cores);
      }
    }
    ratios.atMost(1.5);
  }

  private static void print(Times idle, Times busy, double cores) {
    System.out.printf(
        Locale.ROOT,
        "  idle p50 %.0f us p99 %.0f us, busy p50 %.0f us p99 %.0f us, ratio of p99 %.2f;"
            + " beside it %.2f cores read texts%n",
        idle.micros(0.5),
        idle.micros(P99),
        busy.micros(0.5),
        busy.micros(P99),
        (double) busy.within(P99) / idle.within(P99),
        cores);
  }
}
