package org.currawong.console.calls;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.currawong.console.http.Fault;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.domain.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands commands in and waits until they are on disk. Runs on virtual threads, so it may wait. */
public final class Core {

  /** A disk that is slower than this is no disk to promise anything on. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Core.class);

  private static final int RETRY_SECONDS = 5;

  private final Intake intake;

  public Core(Intake intake) {
    this.intake = intake;
  }

  /**
   * Carries the command out.
   *
   * @return {@code Accepted} or {@code Pending}
   * @throws Fault with the status of the refusal; 503 when the core can't answer
   */
  public Decision hand(Command command, Actor actor) {
    Decision decision = decide(command, actor);
    if (decision instanceof Decision.Refused refused) {
      if (refused.why() == Decision.Why.UNAVAILABLE) {
        throw Fault.later(503, Fault.refused(refused).getMessage(), RETRY_SECONDS);
      }
      throw Fault.refused(refused);
    }
    return decision;
  }

  private Decision decide(Command command, Actor actor) {
    try {
      return intake
          .hand(command, actor)
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      LOG.error("a command was not answered", e);
      throw Fault.later(503, "the hub can't say whether that was done; try again", RETRY_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Fault.later(503, "the hub is stopping", RETRY_SECONDS);
    }
  }
}
