package org.currawong.hub.node;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.currawong.hub.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a hub up until the process is told to end, and then stops it in order. */
public final class Serving {

  /** What is under way is finished; the queues and the log keep the rest. */
  private static final long STOP_MS = 30_000;

  /**
   * On the last of a battery: a part that has not closed by then is left as it is, the log is
   * sealed, and the process ends. With what sealing takes this stays under 30 s (SAFETY.md, section
   * 4).
   */
  private static final Duration LEAVE_THE_REST = Duration.ofSeconds(22);

  /** A checkpoint and a force; a disk that takes longer gets no more time. */
  private static final Duration SEALED = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  private static volatile boolean told;

  private Serving() {}

  /**
   * True once the process was told to end. Java then waits for the stop, and would answer 143: the
   * caller ends the process itself, with its own exit code.
   */
  public static boolean told() {
    return told;
  }

  /**
   * Returns once the hub is stopped.
   *
   * @param first ends what works with the hub from outside it, before it stops
   * @return true where it stopped because the battery is low, and not because it was told to
   */
  public static boolean untilStopped(HubNode node, Runnable first) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread serving = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              told = true;
              end.countDown();
              try {
                serving.join(STOP_MS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    CompletableFuture<Void> unused = node.lowBattery().thenRun(end::countDown);
    try {
      end.await();
      first.run();
    } finally {
      if (node.lowBattery().isDone()) {
        Thread.ofPlatform().daemon().name("late-stop").start(() -> endAnyway(node));
      }
      node.close();
    }
    return node.lowBattery().isDone() && forget(hook);
  }

  /** The process ends by itself now, so nothing must wait for this thread. */
  private static boolean forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      LOG.debug("told to end while stopping on low battery");
    }
    return true;
  }

  private static void endAnyway(HubNode node) {
    pause(LEAVE_THE_REST);
    LOG.error("some part does not stop: the log is sealed and the process ends");
    Thread sealing =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    node.seal();
                  } catch (IOException e) {
                    LOG.error("the log did not close: {}", e.getMessage());
                  }
                });
    try {
      sealing.join(SEALED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(Exit.LOW_BATTERY);
  }

  private static void pause(Duration d) {
    try {
      Thread.sleep(d);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
