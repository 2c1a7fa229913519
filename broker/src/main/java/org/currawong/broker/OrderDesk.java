package org.currawong.broker;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.currawong.domain.delivery.Order;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before one way out in one realm. Nothing reaches a {@link WayOut} but through here: an
 * order is checked against its signed document, its bytes are hashed and the same buffer handed on,
 * and every attempt is on disk before it is made (HOUSE.md sections 3 and 5).
 *
 * <p>Orders are worked on one at a time, and so are corrections, beside them: a correction waits
 * for no other alert's airing or long list. A stop comes in beside both.
 */
public final class OrderDesk implements AutoCloseable {
  /** A settled copy is remembered this long after its document's end: clocks differ by less. */
  static final Duration REMEMBER = Duration.ofHours(24);

  /** Longest wait for the broker to take the reports of one order. */
  private static final Duration REPORTED = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

  private final DeskConfig config;
  private final ArtefactStore artefacts;
  private final HubClock clock;
  private final Ledger ledger;
  private final Stops stops;
  private final ReportSender reports;
  private final OrderRun run;
  private final List<OrderChecks.Check> checks;
  private final ReentrantLock oneOrder = new ReentrantLock();
  private final ReentrantLock oneCorrection = new ReentrantLock();

  private OrderDesk(
      DeskConfig config,
      WayOut way,
      ArtefactStore artefacts,
      DeliverySink sink,
      HubClock clock,
      Ledger ledger,
      Set<String> omitted) {
    this.config = config;
    this.artefacts = artefacts;
    this.clock = clock;
    this.ledger = ledger;
    this.stops = new Stops(ledger);
    this.reports = new ReportSender(config.realm().word() + "-" + config.way(), sink);
    this.run = new OrderRun(way, ledger, stops, reports, clock, omitted);
    this.checks =
        OrderChecks.ALL.stream().filter(check -> !omitted.contains(check.name())).toList();
  }

  /**
   * Opens the ledger and is ready for orders.
   *
   * @param artefacts where the bytes of an order are found that carries none
   * @throws IOException if the ledger can't be read or is damaged: then this way out stays closed
   *     until a person has looked
   */
  public static OrderDesk launch(
      DeskConfig config, WayOut way, ArtefactStore artefacts, DeliverySink sink, HubClock clock)
      throws IOException {
    return launch(
        config, way, artefacts, sink, clock, DiskLedgerFile.open(config.ledgerFile()), Set.of());
  }

  /** For tests: a disk of their own, and checks left out, to see that each of them counts. */
  static OrderDesk launch(
      DeskConfig config,
      WayOut way,
      ArtefactStore artefacts,
      DeliverySink sink,
      HubClock clock,
      LedgerFile file,
      Set<String> omitted)
      throws IOException {
    Ledger ledger = Ledger.open(file, clock.now());
    return new OrderDesk(config, way, artefacts, sink, clock, ledger, omitted);
  }

  /** What became of an order as a whole. */
  public enum Handled {
    /** It passed; each recipient's copy has been reported. */
    CARRIED_OUT,
    /** It is genuine, but its time has not come; the core sends it again. */
    TOO_EARLY,
    /** It is genuine, but too late; each recipient's copy has been reported as failed. */
    EXPIRED,
    /** It passed, but the desk closes before its end; the core sends it again when it starts. */
    LEFT,
    /** It is not what a release names; nothing left, nothing was reported. */
    REFUSED
  }

  /**
   * Judges one order and, if it passes, carries it out.
   *
   * @return only once every report is on the queue DELIVERIES
   * @throws IOException if the ledger, the artefacts or the queue of reports fail; the order may
   *     then be handed in again, and no copy goes out twice
   */
  public Handled handle(QueueMessage message) throws IOException, InterruptedException {
    Optional<Examined> order = examine(message);
    if (order.isEmpty()) {
      return told(Handled.REFUSED);
    }
    ReentrantLock oneAtATime = order.get().withdrawal().isPresent() ? oneCorrection : oneOrder;
    oneAtATime.lock();
    try {
      return told(judge(order.get()));
    } finally {
      oneAtATime.unlock();
    }
  }

  private Handled told(Handled handled) throws IOException, InterruptedException {
    if (!reports.flush(REPORTED)) {
      throw new IOException("the delivery reports of an order could not be sent");
    }
    return handled;
  }

  private Optional<Examined> examine(QueueMessage message) throws IOException {
    if (!(message instanceof OrderMessage m)) {
      return refused("-", "form");
    }
    Optional<Order> whole = withBytes(m.order());
    if (whole.isEmpty()) {
      sayMissing(m.order());
      return refused(m.order().id(), "bytes");
    }
    try {
      Examined examined = Examined.of(whole.get());
      if (m.order().bytes() == null && !OrderChecks.named(examined)) {
        sayMissing(m.order());
        return refused(m.order().id(), "bytes");
      }
      return Optional.of(examined);
    } catch (IllegalArgumentException e) {
      return refused(m.order().id(), "document");
    }
  }

  /** A genuine order whose bytes are gone is told as failed: somebody must find another way. */
  private void sayMissing(Order order) {
    try {
      Examined examined = Examined.of(Examined.with(order, new byte[0]));
      Instant now = clock.now();
      if (checks.stream()
          .filter(check -> !OrderChecks.OF_BYTES.contains(check.name()))
          .allMatch(check -> check.rule().holds(examined, config, now))) {
        run.missing(examined);
      }
    } catch (IllegalArgumentException unreadable) {
      // It is refused like any other that nobody can read.
    }
  }

  private Optional<Order> withBytes(Order order) throws IOException {
    return order.bytes() == null
        ? artefacts.find(order).map(bytes -> Examined.with(order, bytes))
        : Optional.of(order);
  }

  private Optional<Examined> refused(String order, String check) {
    LOG.warn(
        "An order was refused by '{}' before {} ({}): {}",
        check,
        config.way(),
        config.realm().word(),
        order.replaceAll("[^A-Za-z0-9._-]", "?"));
    return Optional.empty();
  }

  private Handled judge(Examined order) throws IOException, InterruptedException {
    Instant now = clock.now();
    for (OrderChecks.Check check : checks) {
      if (!check.rule().holds(order, config, now)) {
        return failed(order, check.name());
      }
    }
    learn(order);
    try {
      run.carryOut(order);
      return Handled.CARRIED_OUT;
    } catch (Leaving atTheNextStart) {
      return Handled.LEFT;
    }
  }

  private Handled failed(Examined order, String check) throws IOException {
    if (check.equals(OrderChecks.NOT_BEFORE)) {
      return Handled.TOO_EARLY;
    }
    refused(order.order().id(), check);
    if (check.equals(OrderChecks.EXPIRES)) {
      run.expired(order);
      return Handled.EXPIRED;
    }
    return Handled.REFUSED;
  }

  /** A genuine order tells the hub's time, and a withdrawal stops what it takes back. */
  private void learn(Examined order) throws IOException {
    clock.heard(order.release().says().cap().sent());
    if (order.withdrawal().isPresent()) {
      clock.heard(order.withdrawal().get().at());
      stop(order.release().manifest(), order.withdrawal().get().until());
    }
  }

  /**
   * Stops a release: nothing more of it leaves, also after a restart, and what peers have not yet
   * claimed is taken back. Runs beside {@link #handle}, on the caller's thread.
   *
   * @return false if it is not a stop that this hub signed for this realm; then it changes nothing
   * @throws IOException if the ledger fails; the release is stopped nevertheless while this runs
   */
  public boolean stop(QueueMessage message) throws IOException {
    Optional<SignedDocument.Stop> stop = genuine(message);
    if (stop.isEmpty()) {
      refused("-", "stop");
      return false;
    }
    clock.heard(stop.get().at());
    stop(stop.get().manifest(), stop.get().until());
    return true;
  }

  private Optional<SignedDocument.Stop> genuine(QueueMessage message) {
    if (!(message instanceof StopNotice notice) || !config.key().verifies(notice.stop())) {
      return Optional.empty();
    }
    try {
      return SignedDocument.read(notice.stop()) instanceof SignedDocument.Stop s
              && s.realm() == config.realm()
              && s.hub().equals(config.hub())
              && s.epoch() == config.epoch()
          ? Optional.of(s)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void stop(String manifest, Instant until) throws IOException {
    stops.add(manifest, until.plus(REMEMBER));
    // Each time: a crash may have cut the first one short.
    run.takeBack(manifest);
  }

  /**
   * Begins nothing more, so that what is under way may be cut short and is not tried again before
   * the next start. Before {@link #close}, for ways out that take minutes.
   */
  public void leave() {
    stops.close();
  }

  /**
   * Finishes nothing that is not begun: the part under way is told to stop waiting, then closes.
   */
  @Override
  public void close() throws IOException {
    stops.close();
    oneOrder.lock();
    oneCorrection.lock();
    try {
      reports.close();
      ledger.close();
    } finally {
      oneCorrection.unlock();
      oneOrder.unlock();
    }
  }
}
