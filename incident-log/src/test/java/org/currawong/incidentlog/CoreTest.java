package org.currawong.incidentlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decider;
import org.currawong.domain.Decision;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Outstanding;
import org.currawong.domain.Realm;
import org.currawong.domain.Rules;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;
import org.currawong.incidentlog.IncidentLog.Opening;
import org.currawong.incidentlog.disk.Loss;
import org.currawong.incidentlog.disk.SimulatedDisk;
import org.junit.jupiter.api.Test;

class CoreTest {

  private static final Path DATA = Path.of("/data");
  private static final Instant NOW = Instant.parse("2026-11-23T05:10:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Opening LIVE = new Opening("gum-creek", Realm.LIVE);
  private static final CoreListener NOBODY = (entries, outstanding) -> {};
  private static final long SECONDS = 20;

  private static Core launch(SimulatedDisk disk, CoreListener listener) throws IOException {
    Decider decider =
        new Decider(new Rules(Set.of("radio"), PhraseBank.shipped(), draft -> List.of()));
    return Core.launch(IncidentLog.open(disk, DATA, LIVE, CLOCK), decider, CLOCK, listener);
  }

  private static Command report(String id, String text) {
    return new Command.TakeReport(
        id,
        Via.WEB,
        null,
        "digest of " + text,
        new ReportBody(text, null, null, null, null, null, null, null, null, "rc-" + id, null));
  }

  private static Decision answer(CompletableFuture<Decision> asked) throws Exception {
    return asked.get(SECONDS, TimeUnit.SECONDS);
  }

  private static long n(Core core) {
    return core.read(s -> s.n());
  }

  private static int status(Decision decision) {
    return assertInstanceOf(Decision.Refused.class, decision).why().status();
  }

  @Test
  void anAcceptedReportIsThereAfterAPowerCut() throws Exception {
    SimulatedDisk disk = new SimulatedDisk();
    Core core = launch(disk, NOBODY);
    assertInstanceOf(
        Decision.Accepted.class, answer(core.hand(report("r1", "water"), Actor.RESIDENT)));
    assertEquals("water", core.read(s -> s.report("r1").secret().body().text()));
    Core again = launch(disk.afterPowerCut(Loss.DROPPED, new Random(1)), NOBODY);
    assertEquals("water", again.read(s -> s.report("r1").secret().body().text()));
    assertEquals("r1", again.read(s -> s.reportByReceipt("rc-r1").orElseThrow().id()));
    again.close();
    core.close();
  }

  @Test
  void manyCallersShareForcesAndEachEntryStandsOnceInOrder() throws Exception {
    SimulatedDisk disk = new SimulatedDisk();
    List<Entry> heard = Collections.synchronizedList(new ArrayList<>());
    List<Outstanding> asked = Collections.synchronizedList(new ArrayList<>());
    Core core =
        launch(
            disk,
            (entries, outstanding) -> {
              heard.addAll(entries);
              asked.addAll(outstanding);
            });
    long before = disk.operations();
    List<CompletableFuture<Decision>> answers = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      answers.add(core.hand(report("r" + i, "water at house " + i), Actor.RESIDENT));
    }
    for (CompletableFuture<Decision> a : answers) {
      assertInstanceOf(Decision.Accepted.class, answer(a));
    }
    assertTrue(disk.operations() - before < 1_000, "one force carries many");
    core.close();
    assertEquals(
        LongStream.rangeClosed(2, 3_001).boxed().toList(), heard.stream().map(Entry::n).toList());
    assertEquals(3_000, asked.size());
    IncidentLog opened = IncidentLog.open(disk, DATA, LIVE, CLOCK);
    assertEquals(3_000, opened.state().reports().size());
    assertEquals(3_001, opened.checkpoints().count(), "signed at stop");
    assertTrue(Verifier.verify(LogSource.of(disk, DATA.resolve("log")), Anchors.NONE).sound());
    opened.close();
  }

  @Test
  void aSecondHandOverOfOneReportIsLoggedOnce() throws Exception {
    Core core = launch(new SimulatedDisk(), NOBODY);
    CompletableFuture<Decision> first = core.hand(report("r1", "water"), Actor.RESIDENT);
    CompletableFuture<Decision> second = core.hand(report("r1", "water"), Actor.RESIDENT);
    CompletableFuture<Decision> other = core.hand(report("r1", "fire"), Actor.RESIDENT);
    assertInstanceOf(Decision.Accepted.class, answer(first));
    assertInstanceOf(Decision.Accepted.class, answer(second));
    assertEquals(422, status(answer(other)));
    assertEquals(2, n(core));
    core.close();
  }

  @Test
  void afterAFailedForceEveryCallerIsRefusedUntilARestart() throws Exception {
    SimulatedDisk disk = new SimulatedDisk();
    Core core = launch(disk, NOBODY);
    disk.failForceFrom(disk.operations() + 1);
    assertEquals(503, status(answer(core.hand(report("r1", "water"), Actor.RESIDENT))));
    disk.failForceFrom(Long.MAX_VALUE);
    assertFalse(core.healthy());
    assertEquals(503, status(answer(core.hand(report("r2", "fire"), Actor.RESIDENT))));
    assertEquals(1, n(core), "readers see forced facts only");
    core.close();
    Core again = launch(disk.afterPowerCut(Loss.DROPPED, new Random(1)), NOBODY);
    assertInstanceOf(
        Decision.Accepted.class, answer(again.hand(report("r2", "fire"), Actor.RESIDENT)));
    again.close();
  }

  @Test
  void onANearlyFullDiskReportsAreRefusedAndWithdrawalsAndApprovalsAreNot() throws Exception {
    SimulatedDisk disk = new SimulatedDisk();
    Core core = launch(disk, NOBODY);
    disk.withRoom(Core.DISK_RESERVE_BYTES - 1);
    assertEquals(503, status(answer(core.hand(report("r1", "water"), Actor.RESIDENT))));
    Decision note =
        answer(core.hand(new Command.NoteStart("1", List.of("core")), Actor.part("hub")));
    assertInstanceOf(Decision.Accepted.class, note);
    disk.withRoom(10);
    Decision full = answer(core.hand(new Command.NoteStop("x"), Actor.part("hub")));
    assertEquals(503, status(full));
    disk.withRoom(Long.MAX_VALUE);
    assertTrue(core.healthy(), "once there is room the hub goes on");
    assertInstanceOf(
        Decision.Accepted.class, answer(core.hand(report("r1", "water"), Actor.RESIDENT)));
    core.close();
    IncidentLog.open(disk, DATA, LIVE, CLOCK).close();
  }

  @Test
  void aPowerCutAtAnyOperationLosesNoReportThatWasAccepted() throws Exception {
    for (long cut = 1; ; cut++) {
      SimulatedDisk disk = new SimulatedDisk();
      Core core = launch(disk, NOBODY);
      disk.haltAt(disk.operations() + cut);
      List<String> accepted = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Command command = report("r" + i, "water " + i);
        if (answer(core.hand(command, Actor.RESIDENT)) instanceof Decision.Accepted) {
          accepted.add("r" + i);
        }
      }
      for (Loss loss : Loss.values()) {
        IncidentLog found =
            IncidentLog.open(disk.afterPowerCut(loss, new Random(cut)), DATA, LIVE, CLOCK);
        accepted.forEach(id -> assertTrue(found.state().report(id) != null, id));
      }
      if (accepted.size() == 6) {
        break;
      }
    }
  }

  @Test
  void aFaultOfOursHitsItsOwnCallerOnly() throws Exception {
    IncidentLog log = IncidentLog.open(new SimulatedDisk(), DATA, LIVE, CLOCK);
    CountDownLatch go = new CountDownLatch(1);
    Core core =
        Core.launch(
            log,
            (state, command, actor, now) -> {
              awaitQuietly(go);
              if (command instanceof Command.NoteStop) {
                throw new IllegalStateException("a bug in a rule");
              }
              return command instanceof Command.NoteTailCut
                  ? Decision.accepted("x", new Fact.AlertExpired("no such alert"))
                  : Decision.accepted("x", new Fact.HubStarted("1", List.of()));
            },
            CLOCK,
            NOBODY);
    CompletableFuture<Decision> before = core.hand(start(), Actor.RESIDENT);
    CompletableFuture<Decision> throwing = core.hand(new Command.NoteStop("x"), Actor.RESIDENT);
    CompletableFuture<Decision> spoiling =
        core.hand(new Command.NoteTailCut("x", 1), Actor.RESIDENT);
    CompletableFuture<Decision> after = core.hand(start(), Actor.RESIDENT);
    go.countDown();
    assertInstanceOf(Decision.Accepted.class, answer(before));
    assertInstanceOf(Decision.Accepted.class, answer(after));
    assertThrows(ExecutionException.class, () -> answer(throwing));
    assertThrows(ExecutionException.class, () -> answer(spoiling));
    assertEquals(3, n(core));
    core.close();
  }

  private static Command start() {
    return new Command.NoteStart("1", List.of());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFactTooLargeForALineIsRefusedAndTheRestGoesOn() throws Exception {
    IncidentLog log = IncidentLog.open(new SimulatedDisk(), DATA, LIVE, CLOCK);
    Core core =
        Core.launch(
            log,
            (state, command, actor, now) ->
                Decision.accepted(
                    "x",
                    new Fact.HubStopped(
                        "x".repeat(command instanceof Command.NoteStop ? 2_000_000 : 900_000))),
            CLOCK,
            NOBODY);
    List<CompletableFuture<Decision>> large = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      large.add(core.hand(start(), Actor.RESIDENT));
    }
    assertEquals(422, status(answer(core.hand(new Command.NoteStop("x"), Actor.RESIDENT))));
    for (CompletableFuture<Decision> l : large) {
      assertInstanceOf(Decision.Accepted.class, answer(l), "in batches of what fits");
    }
    core.close();
  }

  @Test
  void aListenerThatFailsChangesNothing() throws Exception {
    Core core =
        launch(
            new SimulatedDisk(),
            (entries, outstanding) -> {
              throw new IllegalStateException("no lane");
            });
    assertInstanceOf(
        Decision.Accepted.class, answer(core.hand(report("r1", "water"), Actor.RESIDENT)));
    assertInstanceOf(
        Decision.Accepted.class, answer(core.hand(report("r2", "water"), Actor.RESIDENT)));
    core.close();
    assertEquals(503, status(answer(core.hand(report("r3", "water"), Actor.RESIDENT))));
  }

  @Test
  void aDemonstrationsFolderIsRefusedToARealHubAndTheOtherWayRound() throws Exception {
    SimulatedDisk disk = new SimulatedDisk();
    IncidentLog.open(disk, DATA, new Opening("gum-creek", Realm.DEMO), CLOCK).close();
    IOException refused =
        assertThrows(IOException.class, () -> IncidentLog.open(disk, DATA, LIVE, CLOCK));
    assertTrue(refused.getMessage().contains("demo"), refused.getMessage());
  }

  @Test
  void aLogWithoutItsKeysIsRefused() throws Exception {
    SimulatedDisk disk = new SimulatedDisk();
    IncidentLog.open(disk, DATA, LIVE, CLOCK).close();
    disk.delete(DATA.resolve("keys").resolve("live-1.ed25519"));
    IOException refused =
        assertThrows(IOException.class, () -> IncidentLog.open(disk, DATA, LIVE, CLOCK));
    assertTrue(refused.getMessage().contains("live-1.ed25519 is missing"), refused.getMessage());
  }
}
