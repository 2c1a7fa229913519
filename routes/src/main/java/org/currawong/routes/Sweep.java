package org.currawong.routes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.currawong.domain.DispatchPlan;
import org.currawong.domain.Outstanding;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.delivery.Delivery;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;

/**
 * Finds what should have happened by now and has not, so that a step that failed, or a message that
 * a full queue refused, is not lost until the next start. Doing it again is harmless.
 */
final class Sweep {

  /** Inference answers within seconds, a way out within a few more. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A way out that took nothing is asked again this long after it said so. */
  static final Duration NEXT_TRY = Duration.ofSeconds(60);

  private final Clock clock;

  Sweep(Clock clock) {
    this.clock = clock;
  }

  List<Outstanding> overdue(State s) {
    Instant now = clock.instant();
    return Outstanding.all(s).stream().filter(o -> waiting(s, o, now)).toList();
  }

  private static boolean waiting(State s, Outstanding o, Instant now) {
    Instant before = now.minus(PATIENCE);
    return switch (o) {
      case Outstanding.Assess a -> s.report(a.report()).receivedAt().isBefore(before);
      // Nobody waits for a model: what it missed is not asked twice.
      case Outstanding.Advise a -> false;
      case Outstanding.Render r ->
          changed(s, r.alert()).isBefore(before.minus(RenderDesk.DEADLINE));
      case Outstanding.DocumentWithdrawal w -> changed(s, w.alert()).isBefore(before);
      case Outstanding.Send send ->
          changed(s, send.plan().alert()).isBefore(before)
              && !send.plan().notBefore().isAfter(now)
              && !tried(s, send.plan(), now);
      case Outstanding.SendReply r -> s.report(r.plan().report()).receivedAt().isBefore(before);
      case Outstanding.Stop stop -> changed(s, stop.alert()).isBefore(before) && open(s, stop);
    };
  }

  private static Instant changed(State s, String alert) {
    Alert a = s.alert(alert);
    return a.changedAt();
  }

  /** A stop that a way out has not had yet, perhaps: it still has copies under way. */
  private static boolean open(State s, Outstanding.Stop stop) {
    return s.deliveries(stop.alert()).stream().anyMatch(d -> d.state().open());
  }

  /** True once each copy has been tried, and none waits for its next try. */
  private static boolean tried(State s, OrderPlan plan, Instant now) {
    List<Delivery> own =
        s.deliveries(plan.alert()).stream().filter(d -> d.order().equals(plan.id())).toList();
    Instant due = now.minus(NEXT_TRY);
    if (own.stream().anyMatch(d -> d.state() == DeliveryState.QUEUED && d.at().isBefore(due))) {
      return false;
    }
    return plan.recipients().isEmpty()
        ? !own.isEmpty() && told(s, plan) >= named(s, plan)
        : own.stream()
            .map(Delivery::recipient)
            .collect(Collectors.toSet())
            .containsAll(plan.recipients());
  }

  /** Everybody whom any order of the release has reached for on this way, whatever the language. */
  private static long told(State s, OrderPlan plan) {
    Set<String> orders =
        DispatchPlan.release(s.alert(plan.alert())).stream()
            .filter(p -> p.way().equals(plan.way()))
            .map(OrderPlan::id)
            .collect(Collectors.toSet());
    return s.deliveries(plan.alert()).stream()
        .filter(d -> orders.contains(d.order()) && d.state() != DeliveryState.NO_RECIPIENTS)
        .map(Delivery::recipient)
        .distinct()
        .count();
  }

  private static int named(State s, OrderPlan plan) {
    return s.alert(plan.alert()).ways().stream()
        .filter(w -> w.way().equals(plan.way()))
        .mapToInt(w -> w.recipients())
        .sum();
  }
}
