package org.currawong.bench;

import java.nio.file.Path;
import java.util.Locale;
import org.currawong.console.http.WebServer;

/**
 * Sixty-four clients' reports at a whole hub, against the same hub whose log forces nothing, and
 * against the same web server with an empty handler; turn by turn.
 */
final class ManyClientsBench {

  private static final int CLIENTS = 64;
  private static final int ROUNDS = 11;
  private static final int WARM_ROUNDS = 4;

  /** Some hundred forces of a warm hub: a single stall of the disk is not the whole round. */
  private static final int REQUESTS = 6_000;

  private ManyClientsBench() {}

  static void run(Path folder) throws Exception {
    try (FastHub hub = FastHub.real(folder.resolve("data"), 2);
        FastHub unforced = FastHub.on(new UnforcedDisk(), folder.resolve("unforced"), 3);
        WebServer least = LeastServer.empty();
        CrowdProcess clients = new CrowdProcess()) {
      Ratios toUnforced = new Ratios("64 clients: hub / hub that forces nothing");
      Ratios toEmpty = new Ratios("64 clients: hub / empty handler");
      for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
        double empty = clients.run(least.port(), CLIENTS, 4 * REQUESTS).perSecond();
        double real = clients.run(hub.port(), CLIENTS, REQUESTS).perSecond();
        hub.rest();
        double none = clients.run(unforced.port(), CLIENTS, REQUESTS).perSecond();
        unforced.rest();
        if (round >= WARM_ROUNDS) {
          toUnforced.add(real / none);
          toEmpty.add(real / empty);
        }
        System.out.printf(
            Locale.ROOT,
            "  hub %.0f/s, hub that forces nothing %.0f/s, empty handler %.0f/s%n",
            real,
            none,
            empty);
      }
      toUnforced.atLeast(0.8);
      toEmpty.atLeast(0.35);
    }
  }
}
