package org.currawong.incidentlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.currawong.incidentlog.HubLife.Told;
import org.currawong.incidentlog.disk.Loss;
import org.currawong.incidentlog.disk.PowerLost;
import org.currawong.incidentlog.disk.SimulatedDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The power goes at every write, force, rename and roll; nobody was told what is not there. */
class PowerCutTest {

  /** Random losses differ: each point is cut so many times. */
  private static int seeds(Loss loss) {
    return loss == Loss.TORN || loss == Loss.REORDERED ? 3 : 1;
  }

  private static long operationsOfOneNight() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    new HubLife(disk, new Told()).work("a");
    return disk.operations();
  }

  /** Works until the power goes; true if it went. */
  private static boolean workUntilCut(SimulatedDisk disk, Told told) throws IOException {
    try {
      new HubLife(disk, told).work("a");
      return false;
    } catch (PowerLost e) {
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void whatWasToldIsThereAfterAPowerCutAtAnyOperation(Loss loss) throws IOException {
    long operations = operationsOfOneNight();
    assertTrue(operations > 60, "the night is long enough to mean something: " + operations);
    for (long cut = 1; cut <= operations; cut++) {
      for (int seed = 0; seed < seeds(loss); seed++) {
        Told told = new Told();
        SimulatedDisk before = new SimulatedDisk().haltAt(cut);
        assertTrue(workUntilCut(before, told), "the power goes at " + cut);
        SimulatedDisk after = before.afterPowerCut(loss, new Random(cut * 1000L + seed));
        long lastTold = told.entries.isEmpty() ? 0 : told.entries.lastKey();
        HubLife again = new HubLife(after, told);
        long opening = 1L + told.entries.tailMap(lastTold, false).size();
        assertTrue(
            again.log.head().n() <= lastTold + HubLife.LARGEST_BATCH + opening,
            "no more than one batch was written ahead");
        again.holdsWhatWasTold(after);
        again.work("b");
        again.holdsWhatWasTold(after);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void aPowerCutDuringRecoveryIsRecoveredFromToo(Loss loss) throws IOException {
    long operations = operationsOfOneNight();
    for (long cut = 7; cut <= operations; cut += 7) {
      for (long second = 1; ; second++) {
        Told told = new Told();
        SimulatedDisk before = new SimulatedDisk().haltAt(cut);
        workUntilCut(before, told);
        Random random = new Random(cut * 1000 + second);
        SimulatedDisk between = before.afterPowerCut(loss, random).haltAt(second);
        boolean cutAgain = cutsWhileOpening(between, told);
        SimulatedDisk after = between.afterPowerCut(loss, random);
        new HubLife(after, told).holdsWhatWasTold(after);
        if (!cutAgain) {
          break;
        }
      }
    }
  }

  private static boolean cutsWhileOpening(SimulatedDisk disk, Told told) throws IOException {
    try {
      new HubLife(disk, told);
      return false;
    } catch (PowerLost e) {
      return true;
    }
  }

  @Test
  void linesThatAKilledProcessLeftInMemoryAreForcedBeforeTheyAreActedOn() throws IOException {
    long operations = operationsOfOneNight();
    for (long kill = 1; kill <= operations; kill++) {
      Told told = new Told();
      SimulatedDisk disk = new SimulatedDisk().haltAt(kill);
      workUntilCut(disk, told);
      HubLife restarted = new HubLife(disk.afterKill(), told);
      restarted.log.read(
          1,
          (n, hash, json) -> {
            told.entries.put(n, new String(json, java.nio.charset.StandardCharsets.UTF_8));
            return true;
          });
      SimulatedDisk after = disk.afterPowerCut(Loss.DROPPED, new Random(kill));
      new HubLife(after, told).holdsWhatWasTold(after);
    }
  }

  /** The control: with a force that does nothing the same checks must find losses. */
  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {"DROPPED", "TORN", "NUL", "REORDERED"})
  void theSameRunWithAForceThatDoesNothingIsCaught(Loss loss) throws IOException {
    long operations = operationsOfOneNight();
    int caught = 0;
    int cuts = 0;
    for (long cut = operations / 2; cut <= operations; cut += 3) {
      Told told = new Told();
      SimulatedDisk before = new SimulatedDisk().withForceDoingNothing().haltAt(cut);
      workUntilCut(before, told);
      SimulatedDisk after = before.afterPowerCut(loss, new Random(cut));
      cuts++;
      try {
        new HubLife(after, told).holdsWhatWasTold(after);
      } catch (AssertionError | IOException e) {
        caught++;
      }
    }
    assertEquals(cuts, caught, "every lying disk is caught");
  }

  @Test
  void afterAFailedForceNothingIsWrittenUntilTheLogIsOpenedAnew() throws IOException {
    Told told = new Told();
    SimulatedDisk disk = new SimulatedDisk();
    HubLife life = new HubLife(disk, told);
    life.append("\"type\":\"AlertApproved\"");
    disk.failForceFrom(disk.operations() + 1);
    assertThrows(IOException.class, () -> life.append("\"type\":\"AlertReleased\""));
    assertTrue(life.log.failed());
    disk.failForceFrom(Long.MAX_VALUE);
    long written = disk.operations();
    assertThrows(IOException.class, () -> life.append("\"type\":\"AlertReleased\""));
    assertEquals(written, disk.operations(), "not one operation more");
    new HubLife(disk, told).holdsWhatWasTold(disk);
  }

  @Test
  void aFullDiskRefusesTheBatchAndLeavesNothingBehind() throws IOException {
    Told told = new Told();
    SimulatedDisk disk = new SimulatedDisk();
    HubLife life = new HubLife(disk, told);
    disk.withRoom(20);
    assertThrows(IOException.class, () -> life.append("\"type\":\"AlertReleased\""));
    assertFalse(life.log.failed(), "a full disk is no failed force");
    disk.withRoom(20);
    assertThrows(IOException.class, life::checkpoint);
    disk.withRoom(1_000_000);
    life.append("\"type\":\"AlertApproved\"");
    life.work("c");
    life.holdsWhatWasTold(disk);
    SimulatedDisk after = disk.afterPowerCut(Loss.DROPPED, new Random(1));
    new HubLife(after, told).holdsWhatWasTold(after);
  }
}
