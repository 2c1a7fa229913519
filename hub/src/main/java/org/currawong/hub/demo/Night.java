package org.currawong.hub.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.currawong.hub.node.HubNode;

/** The whole story at one speed: reports, and what else happens meanwhile. */
public final class Night implements AutoCloseable {

  /** However fast the story goes, the hub believes a cut only after ten seconds of it. */
  private static final Duration SHORTEST_CUT = Duration.ofSeconds(25);

  private final FloodPlayer player;
  private final ScriptedPeople people;
  private final StandIns standIns;
  private final Consumer<String> progress;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("story").factory());

  /** What people do takes seconds, in their order; a cut of the power waits for none of it. */
  private final ExecutorService hands =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("early-shift").factory());

  /**
   * A story of one hub.
   *
   * @param earlyShift who release and take back the false alarm
   * @param writer whose draft waits for the player
   * @param progress told in a sentence what happens
   */
  public Night(
      HubNode hub,
      Clock clock,
      List<Cast.Login> earlyShift,
      Cast.Login writer,
      StandIns standIns,
      Consumer<String> progress) {
    this.player = new FloodPlayer(hub.intake(), hub.receipts(), progress);
    this.people = new ScriptedPeople(hub, clock, earlyShift, writer);
    this.standIns = standIns;
    this.progress = progress;
  }

  /**
   * Plays it once and returns at once.
   *
   * @param speed 1 as written, 10 ten times as fast
   */
  public void play(List<ScriptedReport> flood, double speed) {
    for (Turn turn : Turn.values()) {
      var unused =
          clock.schedule(() -> next(turn), delay(turn, speed).toMillis(), TimeUnit.MILLISECONDS);
    }
    player.play(flood, speed, () -> progress.accept("the script is at its end"));
  }

  private static Duration delay(Turn turn, double speed) {
    Duration at = scaled(turn, speed);
    Duration least = scaled(Turn.POWER_CUT, speed).plus(SHORTEST_CUT);
    return turn == Turn.POWER_BACK && at.compareTo(least) < 0 ? least : at;
  }

  private static Duration scaled(Turn turn, double speed) {
    return Duration.ofMillis((long) (turn.after().toMillis() / speed));
  }

  private void next(Turn turn) {
    switch (turn) {
      case FALSE_ALARM, WITHDRAWN, DRAFT -> hands.execute(() -> act(turn));
      case MODEL_GONE, MODEL_BACK, POWER_CUT, POWER_BACK -> {
        standIns.turn(turn);
        progress.accept(turn.words());
      }
    }
  }

  private void act(Turn turn) {
    try {
      switch (turn) {
        case FALSE_ALARM -> people.falseAlarm();
        case WITHDRAWN -> people.withdraw();
        default -> people.draft();
      }
      progress.accept(turn.words());
    } catch (IOException refused) {
      progress.accept("not done: " + turn.words() + ": " + refused.getMessage());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    hands.shutdownNow();
    player.close();
  }
}
