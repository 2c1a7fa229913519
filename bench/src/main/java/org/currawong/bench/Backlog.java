package org.currawong.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.currawong.domain.Actor;
import org.currawong.domain.Decision;
import org.currawong.domain.State;
import org.currawong.hub.node.HubNode;

/**
 * A hub without inference and with a number of reports that wait for it, in a process of its own.
 * Arguments: a folder, the number, and how many to hand in at another hub beforehand, to be warm.
 * Says {@code port waiting} once they wait, and runs until its input ends.
 */
final class Backlog {

  /** Under way at a time: a force is shared by so many. */
  private static final int AT_ONCE = 512;

  private Backlog() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    try (FastHub warm = FastHub.unread(folder.resolve("warm"))) {
      fill(warm.node(), Integer.parseInt(arguments[2]));
    }
    try (FastHub hub = FastHub.unread(folder.resolve("data"))) {
      fill(hub.node(), Integer.parseInt(arguments[1]));
      hub.rest();
      System.out.println(hub.port() + " " + hub.node().read(Backlog::waiting));
      System.out.flush();
      var unused = new String(System.in.readAllBytes(), StandardCharsets.US_ASCII);
    }
    System.exit(0);
  }

  private static long waiting(State s) {
    return s.reports().stream().filter(report -> report.urgency() == null).count();
  }

  private static void fill(HubNode hub, int reports) throws Exception {
    Semaphore room = new Semaphore(AT_ONCE);
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < reports; i++) {
        int number = i;
        room.acquire();
        all.add(
            callers.submit(
                () -> {
                  try {
                    take(hub, number);
                  } finally {
                    room.release();
                  }
                  return null;
                }));
      }
    }
    for (Future<?> one : all) {
      one.get();
    }
  }

  private static void take(HubNode hub, int number) throws Exception {
    Decision taken =
        hub.intake()
            .hand(Samples.command(hub.receipts(), number), Actor.part("bench"))
            .toCompletableFuture()
            .get();
    if (!(taken instanceof Decision.Accepted)) {
      throw new IOException("a report was not taken: " + taken);
    }
  }
}
