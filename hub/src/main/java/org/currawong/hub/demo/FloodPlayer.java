package org.currawong.hub.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.currawong.console.Receipts;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.domain.Intake;
import org.currawong.domain.report.ReportBody;

/**
 * Hands the scripted reports in at their times, by the door that the hub's pages use. Ids are the
 * script's own, so that a second run over the same folder hands nothing in twice.
 */
public final class FloodPlayer implements AutoCloseable {

  private static final Actor SCRIPT = Actor.part("demonstration");

  private final Intake hub;
  private final Receipts receipts;
  private final Consumer<String> progress;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("demonstration").factory());

  /**
   * A player of one hub.
   *
   * @param progress told in a sentence what was handed in
   */
  public FloodPlayer(Intake hub, Receipts receipts, Consumer<String> progress) {
    this.hub = hub;
    this.receipts = receipts;
    this.progress = progress;
  }

  /**
   * Plays the script once and returns at once.
   *
   * @param speed 1 as written, 10 ten times as fast
   * @param ended run after the last report
   */
  public void play(List<ScriptedReport> flood, double speed, Runnable ended) {
    AtomicInteger left = new AtomicInteger(flood.size());
    for (ScriptedReport report : flood) {
      var unused =
          clock.schedule(
              () -> next(report, flood.size(), left, ended),
              (long) (report.after().toMillis() / speed),
              TimeUnit.MILLISECONDS);
    }
  }

  /** A report that can't be handed in keeps no other back. */
  private void next(ScriptedReport report, int all, AtomicInteger left, Runnable ended) {
    try {
      handIn(report, all);
    } catch (RuntimeException failed) {
      progress.accept("report " + report.number() + " was not handed in: " + failed.getMessage());
    }
    if (left.decrementAndGet() == 0) {
      ended.run();
    }
  }

  private void handIn(ScriptedReport report, int all) {
    String id = receipts.report(report.id());
    ReportBody body = report.body(receipts.receipt(id));
    String who = report.sender() == null ? report.id() : report.sender();
    Command take =
        new Command.TakeReport(
            id,
            report.via(),
            receipts.pseudonym(report.via().word(), who),
            receipts.digest(report.toString()),
            body);
    Decision decision = hub.hand(take, SCRIPT).toCompletableFuture().join();
    String how =
        switch (decision) {
          case Decision.Accepted in -> "";
          case Decision.Refused no -> ": " + no.reasons().getFirst().reason();
          case Decision.Pending waits -> ": waits for a second person";
        };
    progress.accept(
        "report " + report.number() + " of " + all + " by " + report.via().word() + how);
  }

  /** Time that the script takes at this speed. */
  public static Duration length(List<ScriptedReport> flood, double speed) {
    return Duration.ofMillis((long) (flood.getLast().after().toMillis() / speed));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
