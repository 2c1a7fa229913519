package org.currawong.hub.node;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.currawong.broker.Party;
import org.currawong.broker.PowerSink;
import org.currawong.broker.QueueWriter;
import org.currawong.broker.RungFromState;
import org.currawong.broker.StateSink;
import org.currawong.console.Power;
import org.currawong.domain.Board;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Outstanding;
import org.currawong.domain.power.PowerJudgement;
import org.currawong.domain.power.PowerLimits;
import org.currawong.domain.power.PowerSight;
import org.currawong.domain.power.PowerWatch;
import org.currawong.domain.power.Rung;
import org.currawong.hardware.ups.UpsMonitor;
import org.currawong.hardware.ups.UpsdAddress;
import org.currawong.hub.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The power ladder in this process (SAFETY.md, section 4). The monitor's readings go by the queue
 * POWER into the log; only what came back from there as a fact is acted on: told on STATE, and on
 * the last rung the hub stops. Without a UPS in the settings the power is not watched: mains.
 */
final class PowerPart implements AutoCloseable, PowerWatch {

  private static final String PAPER = "print";

  private static final Logger LOG = LoggerFactory.getLogger(PowerPart.class);

  private final HubPlan plan;
  private final Board board;
  private final Consumer<List<Outstanding>> publisher;
  private final Closing open = new Closing();
  private final CompletableFuture<String> lowBattery = new CompletableFuture<>();
  private final StateSink state;
  private volatile UpsMonitor monitor;
  private volatile Rung rung = Rung.MAINS;

  private PowerPart(
      HubPlan plan, Messaging messaging, Board board, Consumer<List<Outstanding>> publisher) {
    this.plan = plan;
    this.board = board;
    this.publisher = publisher;
    QueueWriter core = open.add(QueueWriter.of(messaging.broker(), Party.CORE));
    this.state = StateSink.queue(core, messaging.table(), messaging.codec());
  }

  /** Begins to watch; the routes that bring its readings to the core run already. */
  static PowerPart launch(
      HubPlan plan,
      Messaging messaging,
      Announcer announcer,
      Board board,
      Consumer<List<Outstanding>> publisher) {
    PowerPart part = new PowerPart(plan, messaging, board, publisher);
    part.tell();
    Optional<UpsMonitor.Config> config = config(plan.settings());
    if (config.isPresent()) {
      Runnable unsubscribe = announcer.subscribe(part::logged);
      part.open.add(unsubscribe::run);
      QueueWriter hardware = part.open.add(QueueWriter.of(messaging.broker(), Party.HARDWARE));
      PowerSink sink = PowerSink.queue(hardware, messaging.table(), messaging.codec());
      part.watch(config.get(), sink, System::nanoTime);
    }
    return part;
  }

  private void watch(UpsMonitor.Config config, PowerSink sink, LongSupplier nanos) {
    monitor = open.add(UpsMonitor.launch(config, sink, plan.clock(), nanos));
  }

  private static Optional<UpsMonitor.Config> config(Settings s) {
    Settings.Power p = s.power();
    return s.ups()
        .address()
        .map(
            address ->
                new UpsMonitor.Config(
                    UpsdAddress.of(address),
                    s.ups().name(),
                    new PowerLimits(p.lowCharge(), p.lowRuntime())));
  }

  /**
   * Asks the UPS, where there is one, before anything is opened: a hub that would stop at once must
   * not be started again and again on the last of a battery.
   *
   * @return why not to start; empty where it may
   */
  static Optional<String> tooLowToStart(Settings settings, Clock clock)
      throws InterruptedException {
    Optional<UpsMonitor.Config> config = config(settings);
    if (config.isEmpty()) {
      return Optional.empty();
    }
    return UpsMonitor.critical(config.get(), clock, System::nanoTime).map(PowerPart::why);
  }

  private static String why(PowerJudgement j) {
    return j.reasons().stream().distinct().collect(Collectors.joining(", "));
  }

  /** The newest of each batch counts; called with forced facts only. */
  private void logged(Entry e) {
    if (e.fact() instanceof Fact.PowerChanged f && f.ups().equals(plan.settings().ups().name())) {
      Rung before = rung;
      rung = f.rung();
      if (before != rung) {
        LOG.info("power: {}, was {}", rung.word(), before.word());
        tell();
      }
      if (before.compareTo(Rung.LOW) < 0 && rung.compareTo(Rung.LOW) >= 0) {
        paper();
      }
      if (rung == Rung.CRITICAL) {
        stop(f);
      }
    }
  }

  private void tell() {
    try {
      String ups =
          plan.settings().ups().address().map(a -> plan.settings().ups().name()).orElse("");
      state.tell(RungFromState.notice(ups, rung, plan.clock().instant()));
    } catch (Exception full) {
      LOG.warn("the parts could not be told of the power: {}", full.getMessage());
    }
  }

  /**
   * Sheets and phone trees of every alert in force are ordered once more, at once rather than by
   * the next sweep: they were ordered at the release, and the ledger before the printer drops what
   * has left. Bytes that nobody approved for paper have no order.
   */
  private void paper() {
    publisher.accept(
        board.read(Outstanding::all).stream()
            .filter(o -> o instanceof Outstanding.Send s && s.plan().way().equals(PAPER))
            .toList());
  }

  /**
   * A reading that an earlier hub left in the queue stops nobody: the UPS itself must say so now.
   */
  private void stop(Fact.PowerChanged f) {
    if (monitor != null && sight().rung() == Rung.CRITICAL) {
      lowBattery.complete("battery low: " + f.readings().getOrDefault("why", f.words().toString()));
    }
  }

  /** Completes, with the reason, once the hub must stop. */
  CompletableFuture<String> lowBattery() {
    return lowBattery;
  }

  @Override
  public Rung rung() {
    return rung;
  }

  private PowerSight sight() {
    UpsMonitor watching = monitor;
    return watching == null ? PowerSight.unwatched() : watching.sight();
  }

  /** As the console shows it. */
  Power forConsole() {
    return new Power(this::sight, this, plan.settings().power().webReadOnlyWhenLow());
  }

  @Override
  public void close() {
    open.close();
  }
}
