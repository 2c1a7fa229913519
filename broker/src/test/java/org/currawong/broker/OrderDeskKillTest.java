package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.currawong.domain.Realm;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills between "attempted", the effect and "settled", at seeded points, over several restarts:
 * nothing is printed or aired to its end twice, and nothing is silently lost.
 *
 * <p>100 kills for each kind of peer in each build; {@code -Dcurrawong.kills=1000} for the long
 * form.
 */
class OrderDeskKillTest {
  private static final int KILLS = Integer.getInteger("currawong.kills", 100);
  private static final int RECIPIENTS = 3;
  private static final OrderMessage ORDER = new Papers().to(RECIPIENTS).message();
  private static final int MAX_STARTS = 12;

  /** The power goes; nothing after it in the same process runs. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** How much a peer lets us know about an attempt that a crash cut short. */
  private enum Peer {
    /** A spool folder: the file is there or it is not. */
    SPOOL,
    /** A printer or a phone that forgets. */
    BLIND,
    /** A transmitter: an airing that did not reach its end may begin again. */
    TRANSMITTER
  }

  private static final class World implements WayOut {
    private final Peer peer;
    private final Map<String, Integer> ended = new HashMap<>();
    private final Set<String> marked = new HashSet<>();
    private int untilKill = Integer.MAX_VALUE;
    private int kills;

    World(Peer peer) {
      this.peer = peer;
    }

    void point() {
      if (untilKill-- <= 0) {
        throw new Killed();
      }
    }

    @Override
    public Result deliver(Order order, Recipient recipient, StopSign stop) {
      point();
      if (peer == Peer.TRANSMITTER) {
        // Some of it is on air; the end is noted before it is reached, never after.
        point();
        marked.add(recipient.id());
        point();
      }
      ended.merge(recipient.id(), 1, Integer::sum);
      point();
      return new Result.Sent();
    }

    @Override
    public Evidence wasDone(Order order, Recipient recipient) {
      return switch (peer) {
        case SPOOL -> ended.containsKey(recipient.id()) ? Evidence.DONE : Evidence.NOT_DONE;
        case TRANSMITTER -> marked.contains(recipient.id()) ? Evidence.DONE : Evidence.NOT_DONE;
        case BLIND -> Evidence.UNKNOWN;
      };
    }
  }

  /** What one process tells the core, until it dies; then its threads tell nothing more. */
  private static final class OneProcess implements DeliverySink {
    private final List<DeliveryReport> core;
    private boolean dead;

    OneProcess(List<DeliveryReport> core) {
      this.core = core;
    }

    synchronized void die() {
      dead = true;
    }

    @Override
    public synchronized void send(List<DeliveryReport> batch) throws IOException {
      if (dead) {
        Thread.currentThread().interrupt();
        throw new IOException("this process is dead");
      }
      core.addAll(batch);
    }
  }

  /** Runs one order through kills and restarts; returns how often each copy reached its end. */
  private static World run(Peer peer, long seed, boolean forceWorks) throws Exception {
    Random random = new Random(seed);
    World world = new World(peer);
    MemoryLedgerFile disk = new MemoryLedgerFile(forceWorks);
    disk.beforeEach(world::point);
    List<DeliveryReport> reports = new ArrayList<>();
    boolean finished = false;
    for (int start = 0; !finished; start++) {
      assertTrue(start <= MAX_STARTS, "never finished");
      world.untilKill = start < MAX_STARTS / 2 ? random.nextInt(14) : Integer.MAX_VALUE;
      OneProcess process = new OneProcess(reports);
      try {
        finished = carriedOut(world, disk, process);
      } catch (Killed k) {
        process.die();
        world.kills++;
        disk.cut(random);
      }
    }
    for (int n = 1; n <= RECIPIENTS; n++) {
      assertToldTheTruth(world, reports, "p" + n);
    }
    return world;
  }

  private static boolean carriedOut(World world, MemoryLedgerFile disk, OneProcess process)
      throws Exception {
    DeskConfig config =
        new DeskConfig(
            Realm.LIVE,
            Papers.HUB,
            Papers.EPOCH,
            new ReleaseKey(Papers.KEY.getPublic()),
            "sms",
            java.nio.file.Path.of("unused"));
    // Not closed after a kill: a dead process closes nothing.
    OrderDesk desk =
        OrderDesk.launch(
            config,
            world,
            order -> Optional.empty(),
            process,
            new HubClock(() -> Papers.NOW, () -> 0L),
            disk,
            Set.of());
    desk.handle(ORDER);
    desk.close();
    return true;
  }

  /** "Sent" only if it is, "failed" only with the request that a person look, never silence. */
  private static void assertToldTheTruth(World world, List<DeliveryReport> reports, String id) {
    DeliveryReport last =
        reports.stream()
            .filter(r -> r.recipient().equals(id))
            .reduce((one, next) -> next)
            .orElseThrow();
    if (last.state() == DeliveryState.SENT) {
      assertTrue(world.ended.containsKey(id) || world.marked.contains(id), id);
    } else {
      assertEquals(DeliveryState.FAILED, last.state());
      assertTrue(
          Set.of("unknown whether sent: check and decide", "failed too often")
              .contains(last.reason()),
          last.reason());
    }
  }

  private static int most(World world) {
    return world.ended.values().stream().max(Integer::compare).orElse(0);
  }

  /** Runs orders until the power has gone often enough; returns how many of them went wrong. */
  private static int wrong(Peer peer, boolean forceWorks) throws Exception {
    int wrong = 0;
    int kills = 0;
    for (long seed = 0; kills < KILLS; seed++) {
      World world = run(peer, seed, forceWorks);
      kills += world.kills;
      boolean lost = peer == Peer.SPOOL && world.ended.size() < RECIPIENTS;
      wrong += most(world) > 1 || lost ? 1 : 0;
    }
    return wrong;
  }

  @ParameterizedTest
  @EnumSource(Peer.class)
  void nothingReachesItsEndTwiceAndASpoolGetsEveryCopyWhereverThePowerGoes(Peer peer)
      throws Exception {
    assertEquals(0, wrong(peer, true));
  }

  @Test
  void onADiskThatLosesWhatWasForcedCopiesDoLeaveTwiceSoTheForceCounts() throws Exception {
    assertTrue(wrong(Peer.BLIND, false) > 0, "the control run must fail");
  }
}
