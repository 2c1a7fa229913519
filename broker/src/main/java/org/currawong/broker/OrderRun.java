package org.currawong.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.currawong.broker.LedgerLine.Copy;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out an order that passed its checks: recipient by recipient, each copy at most once. */
final class OrderRun {
  /** Waits before the second and the third try of a new order; later ones come by themselves. */
  private static final List<Duration> WAITS = List.of(Duration.ofSeconds(2), Duration.ofSeconds(8));

  /** Tries of one copy over all restarts; an airing that crashes each time is one of these too. */
  static final int MAX_ATTEMPTS = 5;

  static final String SETTLED_GATE = "settled";
  static final String STOP_GATE = "stop";
  static final String EXPIRY_GATE = "expiry";

  private static final Logger LOG = LoggerFactory.getLogger(OrderRun.class);

  private final WayOut way;
  private final Ledger ledger;
  private final Stops stops;
  private final ReportSender reports;
  private final HubClock clock;
  private final Set<String> omitted;

  OrderRun(
      WayOut way,
      Ledger ledger,
      Stops stops,
      ReportSender reports,
      HubClock clock,
      Set<String> omitted) {
    this.way = way;
    this.ledger = ledger;
    this.stops = stops;
    this.reports = reports;
    this.clock = clock;
    this.omitted = Set.copyOf(omitted);
  }

  /**
   * Tries every recipient once, then those that failed again, a few times where the order is new.
   * What is still open then is said to wait: the core hands the order in again while it is valid.
   */
  void carryOut(Examined examined) throws IOException, InterruptedException {
    Order order = examined.trusted();
    if (order.recipients().isEmpty()) {
      Copy nobody = copy(examined, Recipient.everyone());
      report(order, nobody, 0, new Outcome(DeliveryState.NO_RECIPIENTS, null, false));
      return;
    }
    boolean fresh =
        order.recipients().stream().allMatch(r -> ledger.find(examined.effect(), r.id()).isEmpty());
    List<Recipient> open = round(examined, order, order.recipients());
    for (Duration wait : fresh ? WAITS : List.<Duration>of()) {
      if (!open.isEmpty() && !stops.closed()) {
        stops.await(examined.manifest(), wait);
        open = round(examined, order, open);
      }
    }
    if (!open.isEmpty() && stops.closed()) {
      throw new Leaving();
    }
    for (Recipient r : open) {
      later(order, copy(examined, r));
    }
  }

  private List<Recipient> round(Examined examined, Order order, List<Recipient> recipients)
      throws IOException {
    List<Recipient> again = new ArrayList<>();
    for (Recipient r : recipients) {
      if (stops.closed()) {
        throw new Leaving();
      }
      if (!settled(examined, order, r)) {
        again.add(r);
      }
    }
    return again;
  }

  /** True once this copy needs no further try. */
  private boolean settled(Examined examined, Order order, Recipient r) throws IOException {
    Copy copy = copy(examined, r);
    Optional<LedgerLine> last = ledger.find(copy.effect(), copy.recipient());
    int attempts = last.map(LedgerLine::attempt).orElse(0);
    Outcome known = last.map(LedgerLine::outcome).orElse(null);
    if (known != null && !known.again() && gate(SETTLED_GATE)) {
      return report(order, copy, attempts, known);
    }
    if (last.isPresent() && known == null) {
      Optional<Outcome> found = afterCrash(order, r);
      if (found.isEmpty()) {
        return false;
      }
      if (!found.get().again()) {
        return settle(order, copy, attempts, found.get());
      }
    }
    Outcome barred = barred(examined);
    if (barred != null) {
      return settle(order, copy, attempts, barred);
    }
    if (attempts >= MAX_ATTEMPTS && gate(SETTLED_GATE)) {
      return settle(order, copy, attempts, Outcome.failed("failed too often"));
    }
    return attempt(examined, order, r, attempts + 1);
  }

  private boolean gate(String name) {
    return !omitted.contains(name);
  }

  /** Looked at before each recipient: a stop, and the end of a long list's time. */
  private Outcome barred(Examined examined) {
    if (gate(STOP_GATE) && stops.contains(examined.manifest())) {
      return Outcome.STOPPED;
    }
    if (gate(EXPIRY_GATE) && !clock.now().isBefore(examined.expires())) {
      return Outcome.EXPIRED;
    }
    return null;
  }

  private boolean attempt(Examined examined, Order order, Recipient r, int number)
      throws IOException {
    Copy copy = copy(examined, r);
    ledger.attempted(copy, number);
    reports.add(said(order, copy, number, DeliveryState.ATTEMPTED, null));
    Optional<Outcome> end = outcome(order, r, () -> stops.contains(examined.manifest()));
    if (end.isEmpty()) {
      return false;
    }
    Outcome outcome = end.get();
    ledger.settled(copy, number, outcome);
    // Looked at only now: a stop that came before this line was written did not find the copy.
    if (outcome.mayBeTakenBack()
        && stops.contains(examined.manifest())
        && way.takeBack(order.alert(), order.id(), r.id())) {
      return settle(order, copy, number, Outcome.TAKEN_BACK);
    }
    return !outcome.again() && report(order, copy, number, outcome);
  }

  /** Empty where the way out failed and can't say now what has left. */
  private Optional<Outcome> outcome(Order order, Recipient r, WayOut.StopSign stop) {
    try {
      return Optional.of(Outcome.of(way.deliver(order, r, stop)));
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} failed on order {}: {}", order.way(), order.id(), e.toString());
      return afterCrash(order, r);
    }
  }

  /**
   * An attempt without an end: the way out says what it finds. Empty where it can't look just now:
   * one recipient's trouble must not keep the others waiting.
   */
  private Optional<Outcome> afterCrash(Order order, Recipient r) {
    try {
      return Optional.of(Outcome.of(way.wasDone(order, r)));
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} can't tell what became of order {}: {}", order.way(), order.id(), e.toString());
      return Optional.empty();
    }
  }

  private void later(Order order, Copy copy) throws IOException {
    LedgerLine last = ledger.find(copy.effect(), copy.recipient()).orElseThrow();
    boolean unseen = last.outcome() == null;
    if (unseen || last.attempt() < MAX_ATTEMPTS) {
      String reason = unseen ? Outcome.UNSEEN_REASON : last.reason();
      report(order, copy, last.attempt(), Outcome.waiting(reason));
    } else {
      settle(order, copy, last.attempt(), Outcome.failed(last.reason()));
    }
  }

  /** A genuine order without its bytes: open copies have failed, until somebody restores those. */
  void missing(Examined examined) {
    Order order = examined.trusted();
    for (Recipient r : order.recipients()) {
      Copy copy = copy(examined, r);
      Optional<LedgerLine> last = ledger.find(copy.effect(), copy.recipient());
      Outcome known = last.map(LedgerLine::outcome).orElse(null);
      boolean open = known == null || known.again();
      int attempts = last.map(LedgerLine::attempt).orElse(0);
      report(order, copy, attempts, open ? Outcome.failed("its bytes are gone or damaged") : known);
    }
  }

  /** A genuine order that came too late: what was never tried has failed for good. */
  void expired(Examined examined) throws IOException {
    Order order = examined.trusted();
    for (Recipient r : order.recipients()) {
      Copy copy = copy(examined, r);
      Optional<LedgerLine> last = ledger.find(copy.effect(), copy.recipient());
      Outcome known = last.map(LedgerLine::outcome).orElse(null);
      if (last.isPresent() && known == null) {
        known = afterCrash(order, r).orElse(Outcome.UNKNOWN);
      }
      int attempts = last.map(LedgerLine::attempt).orElse(0);
      settle(order, copy, attempts, known == null || known.again() ? Outcome.EXPIRED : known);
    }
  }

  /**
   * Takes back what peers have not yet claimed of a release, the newest first. What an earlier life
   * attempted is told again: whoever got it needs the correction, and nobody asks for an order that
   * was withdrawn.
   */
  void takeBack(String manifest) throws IOException {
    for (LedgerLine line : ledger.ofRelease(manifest).reversed()) {
      if (ledger.maybeUntold(line)) {
        reports.add(said(line, DeliveryState.ATTEMPTED, null));
        if (line.outcome() != null && !line.outcome().again()) {
          reports.add(said(line, line.outcome().state(), line.outcome().reason()));
        }
      }
      boolean out = line.outcome() != null && line.outcome().mayBeTakenBack();
      if (out && way.takeBack(line.alert(), line.order(), line.recipient())) {
        withdrawn(line, Outcome.TAKEN_BACK);
      } else if (line.outcome() != null && line.outcome().again()) {
        withdrawn(line, Outcome.STOPPED);
      }
    }
  }

  private void withdrawn(LedgerLine line, Outcome how) throws IOException {
    Copy copy =
        new Copy(line.effect(), line.recipient(), line.alert(), line.order(), line.forget());
    ledger.settled(copy, line.attempt(), how);
    reports.add(said(line, DeliveryState.WITHDRAWN, how.reason()));
  }

  private DeliveryReport said(LedgerLine line, DeliveryState state, String reason) {
    String wayName = line.effect().split(" ", -1)[1];
    return new DeliveryReport(
        line.alert(),
        line.order(),
        wayName,
        line.recipient(),
        state,
        reason,
        line.attempt(),
        clock.now());
  }

  private boolean settle(Order order, Copy copy, int attempts, Outcome outcome) throws IOException {
    ledger.settled(copy, attempts, outcome);
    return report(order, copy, attempts, outcome);
  }

  private boolean report(Order order, Copy copy, int attempts, Outcome outcome) {
    reports.add(said(order, copy, attempts, outcome.state(), outcome.reason()));
    return true;
  }

  private DeliveryReport said(
      Order order, Copy copy, int attempts, DeliveryState state, String reason) {
    return new DeliveryReport(
        order.alert(),
        order.id(),
        order.way(),
        copy.recipient(),
        state,
        reason,
        attempts,
        clock.now());
  }

  private static Copy copy(Examined e, Recipient r) {
    return new Copy(
        e.effect(),
        r.id(),
        e.order().alert(),
        e.order().id(),
        e.expires().plus(OrderDesk.REMEMBER));
  }
}
