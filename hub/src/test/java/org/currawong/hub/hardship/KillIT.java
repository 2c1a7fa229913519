package org.currawong.hub.hardship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Until;
import org.currawong.incidentlog.Anchors;
import org.currawong.incidentlog.Verdict;
import org.currawong.incidentlog.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random points, under load and while the hub starts. Ten rounds in each build;
 * {@code -Dcurrawong.kills=200 -Dtest.fork.seconds=7200} for the long form, {@code
 * -Dcurrawong.seed=} for another course.
 */
class KillIT {

  private static final int ROUNDS = Integer.getInteger("currawong.kills", 10);
  private static final long SEED = Long.getLong("currawong.seed", 20_261_123);
  private static final int REPORTERS = 3;
  private static final int LATEST_UNDER_LOAD_MS = 5_000;
  private static final int LATEST_IN_START_MS = 5_000;

  /** Every so many rounds the hub is killed while it starts. */
  private static final int IN_START_EVERY = 4;

  private static final Duration SETTLED = Duration.ofSeconds(60);

  private final Told told = new Told();
  private final Random random = new Random(SEED);
  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostAndNothingLeavesTwiceOrUnapproved() throws Exception {
    Path data = Folder.founded(folder.resolve("data"));
    SpoolJudge judge = new SpoolJudge(data);
    int served = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      served += round % IN_START_EVERY == 0 ? killedInStart(data) : killedUnderLoad(data, round);
      Verdict verdict = Verifier.verify(data, Anchors.NONE);
      assertTrue(verdict.sound(), "after kill " + round + ": " + verdict.text());
      judge.judge();
    }
    assertTrue(served > ROUNDS, "too few reports between the kills: " + served);
    inTheEnd(data, judge);
  }

  private int killedInStart(Path data) throws Exception {
    try (HubProcess hub = HubProcess.begin(data)) {
      pause(random.nextInt(LATEST_IN_START_MS));
      hub.kill();
      return 0;
    }
  }

  private int killedUnderLoad(Path data, int round) throws Exception {
    int before = told.receipts.size();
    int delay = random.nextInt(LATEST_UNDER_LOAD_MS);
    try (HubProcess hub = HubProcess.begin(data, "limits.sender.per-minute=100000").up();
        ExecutorService clients = Executors.newCachedThreadPool()) {
      theReceiptsOfTheLastLifeAreKnown(hub);
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < REPORTERS; i++) {
        all.add(
            clients.submit(
                new Reporters(hub.uri(), told, random.nextLong(), "k" + round + "-" + i)));
      }
      all.add(clients.submit(new Committee(hub.uri(), told, random.nextLong())));
      pause(delay);
      hub.kill();
      for (Future<Void> client : all) {
        client.get(SETTLED.toSeconds(), TimeUnit.SECONDS);
      }
    }
    return told.receipts.size() - before;
  }

  private void theReceiptsOfTheLastLifeAreKnown(HubProcess hub) throws Exception {
    Someone resident = hub.resident();
    for (String receipt = told.fresh.poll(); receipt != null; receipt = told.fresh.poll()) {
      known(resident, receipt);
    }
  }

  private static void known(Someone resident, String receipt) {
    int status = resident.get("/api/reports/receipt/" + receipt).status();
    assertEquals(200, status, "the hub gave receipt " + receipt + " and does not know it");
  }

  /** A last life without a kill: what was begun is carried through, and all of it is judged. */
  private void inTheEnd(Path data, SpoolJudge judge) throws Exception {
    try (HubProcess hub = HubProcess.begin(data).up()) {
      Someone resident = hub.resident();
      told.receipts.keySet().forEach(receipt -> known(resident, receipt));
      Committee committee = new Committee(hub.uri(), told, random.nextLong()).signIn();
      committee.draft();
      Until.holds(SETTLED, "every alert is carried through", () -> committee.round() == 0);
      Until.holds(SETTLED, "what was released is spoken", () -> allSpoken(data));
      assertEquals(0, hub.stop(), hub.err());
    }
    int files = judge.judge();
    assertTrue(files > 0, "no alert left at all");
    System.out.printf(
        "%d kills: %d reports acknowledged, %d alerts told as released, %d as withdrawn, %d files%n",
        ROUNDS, told.receipts.size(), told.released.size(), told.withdrawn.size(), files);
    assertEquals(List.of(), List.copyOf(Reporters.ODD), "answers to reports");
    theLogHoldsWhatWasTold(LogFacts.read(data));
    assertTrue(Verifier.verify(data, Anchors.NONE).sound());
  }

  /** Everything that was told as released has its recording, but what ran out or was stopped. */
  private boolean allSpoken(Path data) throws Exception {
    LogFacts log = LogFacts.read(data);
    Set<String> spoken = new HashSet<>();
    Folder.files(data.resolve("spool/radio"))
        .forEach(f -> spoken.add(f.getFileName().toString().split("-o")[0]));
    Set<String> missing = new HashSet<>(told.released);
    missing.removeIf(
        a ->
            spoken.contains(a)
                || log.one("AlertExpired", a).isPresent()
                || log.one("AlertWithdrawn", a).isPresent());
    return missing.isEmpty();
  }

  private void theLogHoldsWhatWasTold(LogFacts log) {
    List<String> ids = log.of("ReportReceived").map(f -> f.path("report").asText()).toList();
    Set<String> once = new HashSet<>(ids);
    assertEquals(once.size(), ids.size(), "a report is in the log twice");
    Set<String> lost = new HashSet<>(told.receipts.values());
    lost.removeAll(once);
    assertEquals(Set.of(), lost, "reports acknowledged and lost");
    told.released.forEach(a -> assertTrue(log.one("AlertReleased", a).isPresent(), a));
    told.withdrawn.forEach(a -> assertTrue(log.one("AlertWithdrawn", a).isPresent(), a));
  }

  private static void pause(int ms) {
    long end = System.nanoTime() + Duration.ofMillis(ms).toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
