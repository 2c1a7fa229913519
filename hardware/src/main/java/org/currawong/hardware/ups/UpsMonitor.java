package org.currawong.hardware.ups;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.currawong.broker.PowerReading;
import org.currawong.broker.PowerSink;
import org.currawong.domain.power.PowerJudgement;
import org.currawong.domain.power.PowerLimits;
import org.currawong.domain.power.PowerSight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one UPS from {@link #launch} until {@link #close}: asks upsd, judges, hands news to the
 * queue POWER. A upsd that is absent, wrong or hangs keeps nothing else waiting.
 */
public final class UpsMonitor implements AutoCloseable {

  /**
   * So that an outage is seen within a second of upsd's knowing it: with the hysteresis of 10 s the
   * rung then moves within 12 s. One question a second over loopback is nothing to either side.
   */
  public static final Duration ON_MAINS = Duration.ofSeconds(1);

  /** So that a rung moves at most this long after the hysteresis has run out. */
  public static final Duration OFF_MAINS = Duration.ofMillis(500);

  /** A monitor that is told to stop hangs in no read: it is interrupted. */
  private static final Duration STOP = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(UpsMonitor.class);

  /**
   * What to watch.
   *
   * @param ups its name in {@code ups.conf}
   */
  public record Config(UpsdAddress address, String ups, PowerLimits limits) {}

  private final Config config;
  private final PowerSink sink;
  private final InstantSource wall;
  private final Instant began;
  private final LongSupplier nanos;
  private final long beganNanos;
  private final UpsdClient client;
  private final UpsWatch watch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Thread thread = Thread.ofVirtual().name("power").unstarted(this::watch);
  private volatile boolean stopped;
  private String told = "";

  private UpsMonitor(Config config, PowerSink sink, InstantSource wall, LongSupplier nanos) {
    this.config = config;
    this.sink = sink;
    this.wall = wall;
    this.nanos = nanos;
    this.began = wall.instant();
    this.beganNanos = nanos.getAsLong();
    this.client = new UpsdClient(config.address());
    this.watch = new UpsWatch(config.ups(), config.limits(), began);
  }

  /**
   * Begins to watch.
   *
   * @param wall stamps what goes into the log
   * @param nanos monotonic; the hysteresis goes by it, so that a clock set right shortens nothing
   */
  public static UpsMonitor launch(
      Config config, PowerSink sink, InstantSource wall, LongSupplier nanos) {
    UpsMonitor monitor = new UpsMonitor(config, sink, wall, nanos);
    monitor.thread.start();
    return monitor;
  }

  /**
   * Asks before anything is opened whether there is power to start with. Waits out the hysteresis
   * where the UPS says critical, and no longer; a UPS that does not answer keeps nobody from
   * starting.
   *
   * @return the judgement where it is critical
   */
  public static Optional<PowerJudgement> critical(
      Config config, InstantSource wall, LongSupplier nanos) throws InterruptedException {
    UpsMonitor monitor = new UpsMonitor(config, reading -> {}, wall, nanos);
    try {
      monitor.look();
      while (monitor.nearlyCritical()) {
        Thread.sleep(OFF_MAINS);
        monitor.look();
      }
      return Optional.ofNullable(monitor.watch.judgement()).filter(j -> j.critical().on());
    } finally {
      monitor.client.close();
    }
  }

  private boolean nearlyCritical() {
    PowerJudgement j = watch.judgement();
    return j != null && j.nearlyCritical();
  }

  /** What is seen now. For any thread. */
  public PowerSight sight() {
    lock.lock();
    try {
      return watch.sight(now());
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    while (!stopped) {
      try {
        look();
        tell();
        Thread.sleep(watch.tense() ? OFF_MAINS : ON_MAINS);
      } catch (InterruptedException ending) {
        break;
      } catch (RuntimeException fault) {
        // The ladder must outlive a fault of ours: the next look is half a second away.
        LOG.error("the power could not be judged", fault);
        pause();
      }
    }
    client.close();
  }

  private void pause() {
    try {
      Thread.sleep(ON_MAINS);
    } catch (InterruptedException ending) {
      stopped = true;
    }
  }

  private void look() {
    try {
      var variables = client.variables(config.ups());
      under(() -> watch.heard(variables, now()));
      say("is heard");
    } catch (IOException unheard) {
      under(() -> watch.lost(unheard.getMessage(), now()));
      say("is not heard: " + unheard.getMessage());
    }
  }

  private void under(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  /** Once for each change: a UPS that is away for a night is one line. */
  private void say(String how) {
    if (!how.equals(told) && !stopped) {
      told = how;
      LOG.info("UPS {} at {} {}", config.ups(), config.address(), how);
    }
  }

  private void tell() throws InterruptedException {
    Optional<PowerReading> news = watch.news(now(), wall.instant());
    if (news.isEmpty()) {
      return;
    }
    try {
      sink.send(news.get());
      watch.told(news.get(), now());
    } catch (InterruptedException ending) {
      throw ending;
    } catch (Exception full) {
      LOG.warn("what the UPS says can't be handed in now: {}", full.getMessage());
    }
  }

  private Instant now() {
    return began.plusNanos(nanos.getAsLong() - beganNanos);
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    try {
      thread.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
