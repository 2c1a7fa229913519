package org.currawong.hardware.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.currawong.broker.PowerReading;
import org.currawong.domain.power.PowerJudgement;
import org.currawong.domain.power.PowerLimits;
import org.currawong.domain.power.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UpsMonitorTest {

  private static final long WAIT_SECONDS = 20;

  private final BlockingQueue<PowerReading> log = new LinkedBlockingQueue<>();

  private static UpsMonitor.Config config(FakeUpsd upsd) {
    return new UpsMonitor.Config(upsd.address(), "u", new PowerLimits(30, Duration.ofMinutes(10)));
  }

  private Rung next() throws InterruptedException {
    PowerReading reading = log.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    assertNotNull(reading);
    return reading.rung();
  }

  @Test
  void aRungIsToldAfterTheHysteresisByAClockThatNobodySets() throws Exception {
    AtomicLong ahead = new AtomicLong();
    try (FakeUpsd upsd = new FakeUpsd(FakeUpsd.list("ups.status", "OL"));
        UpsMonitor monitor =
            UpsMonitor.launch(
                config(upsd),
                log::add,
                InstantSource.system(),
                () -> System.nanoTime() + ahead.get())) {
      assertEquals(Rung.MAINS, next());
      upsd.says(FakeUpsd.list("ups.status", "OB"));
      // Ten seconds of the monitor's own clock pass at once, and then they have passed.
      while (monitor.sight().last().says("OL")) {
        Thread.onSpinWait();
      }
      ahead.addAndGet(Duration.ofSeconds(10).toNanos());
      Rung told = next();
      // The new words may be told on their own first.
      assertEquals(Rung.BATTERY, told == Rung.MAINS ? next() : told);
      assertEquals("on battery", monitor.sight().words());
    }
  }

  @Test
  void whatCouldNotBeHandedInIsHandedInAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (FakeUpsd upsd = new FakeUpsd(FakeUpsd.list("ups.status", "OL"));
        UpsMonitor monitor =
            UpsMonitor.launch(
                config(upsd),
                reading -> {
                  if (tries.incrementAndGet() < 3) {
                    throw new IOException("the queue is full");
                  }
                  log.add(reading);
                },
                InstantSource.system(),
                System::nanoTime)) {
      assertEquals(Rung.MAINS, next());
      assertEquals(3, tries.get());
      assertTrue(monitor.sight().watched());
    }
  }

  @Test
  void aUpsdThatHangsKeepsNobodyFromStopping() throws Exception {
    try (FakeUpsd upsd = new FakeUpsd(null)) {
      UpsMonitor monitor =
          UpsMonitor.launch(config(upsd), log::add, InstantSource.system(), System::nanoTime);
      while (upsd.asked.isEmpty()) {
        Thread.sleep(10);
      }
      assertTimeout(Duration.ofSeconds(2), monitor::close);
    }
  }

  @Test
  void beforeAStartOnlyABatteryThatStaysLowSaysNo() throws Exception {
    assertEquals(Optional.empty(), atStart(FakeUpsd.list("ups.status", "OL")));
    assertEquals(Optional.empty(), atStart(FakeUpsd.list("ups.status", "OB")));
    assertEquals(Optional.empty(), atStart(FakeUpsd.list("ups.status", "LB OL CHRG")));
    assertEquals(Optional.empty(), atStart("ERR UNKNOWN-UPS\n"));
    assertTrue(atStart(FakeUpsd.list("ups.status", "FSD OL")).isPresent());
    assertTrue(atStart(FakeUpsd.list("ups.status", "OB LB")).isPresent());
  }

  private static Optional<PowerJudgement> atStart(String answer) throws Exception {
    AtomicLong clock = new AtomicLong();
    try (FakeUpsd upsd = new FakeUpsd(answer)) {
      // Each look at the clock is a second later: the hysteresis takes no real time.
      return UpsMonitor.critical(
          config(upsd), InstantSource.system(), () -> clock.addAndGet(1_000_000_000L));
    }
  }
}
