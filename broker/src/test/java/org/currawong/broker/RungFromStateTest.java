package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.impl.DefaultCamelContext;
import org.currawong.domain.power.PowerWatch;
import org.currawong.domain.power.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the core tells of the power, as the other parts hear it. */
class RungFromStateTest {

  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final long SOON_NANOS = 20_000_000_000L;

  @TempDir Path folder;

  @Test
  void eachPartHearsTheRungAlsoOneThatComesLater() throws Exception {
    QueueCodec codec = new QueueCodec(new QueueSeal(new byte[32]));
    try (HubBroker broker = BrokerForTests.launch(folder.resolve("broker"));
        QueueWriter core = QueueWriter.of(broker, Party.CORE);
        DefaultCamelContext camel = new DefaultCamelContext()) {
      StateSink state = StateSink.queue(core, broker.queues(), codec);
      RungFromState early = ear(camel, broker, codec, Party.INFERENCE);
      camel.start();
      assertEquals(Rung.MAINS, early.rung());
      state.tell(RungFromState.notice("ups", Rung.BATTERY, NOW));
      await(early, Rung.BATTERY);
      assertTrue(early.at(Rung.BATTERY));
      assertFalse(early.at(Rung.LOW));
      state.tell(RungFromState.notice("ups", Rung.LOW, NOW));
      state.tell(new StateNotice("time", Map.of("rung", "mains"), NOW));
      state.tell(new StateNotice("power", Map.of("rung", "a rung of tomorrow"), NOW));
      state.tell(RungFromState.notice("ups", Rung.LOW, NOW));
      await(early, Rung.LOW);
      RungFromState late = ear(camel, broker, codec, Party.RADIO);
      await(late, Rung.LOW);
      state.tell(RungFromState.notice("ups", Rung.MAINS, NOW));
      await(early, Rung.MAINS);
      await(late, Rung.MAINS);
      camel.stop();
    }
  }

  private static RungFromState ear(
      DefaultCamelContext camel, HubBroker broker, QueueCodec codec, Party party) throws Exception {
    RungFromState ear =
        new RungFromState(
            CamelQueues.of(camel, broker, party), broker.queues(), codec, party.name());
    camel.addRoutes(ear);
    return ear;
  }

  private static void await(PowerWatch watch, Rung rung) {
    long end = System.nanoTime() + SOON_NANOS;
    while (watch.rung() != rung && System.nanoTime() < end) {
      LockSupport.parkNanos(5_000_000);
    }
    assertEquals(rung, watch.rung());
  }
}
