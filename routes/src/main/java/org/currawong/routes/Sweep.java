package org.currawong.routes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.currawong.domain.Outstanding;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.delivery.Delivery;
import org.currawong.domain.delivery.OrderPlan;

/**
 * Finds what should have happened by now and has not, so that a step that failed, or a message that
 * a full queue refused, is not lost until the next start. Doing it again is harmless.
 */
final class Sweep {

  /** Inference answers within seconds, a way out within a few more. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Clock clock;

  Sweep(Clock clock) {
    this.clock = clock;
  }

  List<Outstanding> overdue(State s) {
    Instant before = clock.instant().minus(PATIENCE);
    return Outstanding.all(s).stream().filter(o -> waiting(s, o, before)).toList();
  }

  private static boolean waiting(State s, Outstanding o, Instant before) {
    return switch (o) {
      case Outstanding.Assess a -> s.report(a.report()).receivedAt().isBefore(before);
      // Nobody waits for a model: what it missed is not asked twice.
      case Outstanding.Advise a -> false;
      case Outstanding.Render r ->
          changed(s, r.alert()).isBefore(before.minus(RenderDesk.DEADLINE));
      case Outstanding.DocumentWithdrawal w -> changed(s, w.alert()).isBefore(before);
      case Outstanding.Send send ->
          changed(s, send.plan().alert()).isBefore(before) && !tried(s, send);
      case Outstanding.SendReply r -> s.report(r.plan().report()).receivedAt().isBefore(before);
      case Outstanding.Stop stop -> false;
    };
  }

  private static Instant changed(State s, String alert) {
    Alert a = s.alert(alert);
    return a.changedAt();
  }

  /** True once each copy has been tried; a release's own copies are told apart by no list here. */
  private static boolean tried(State s, Outstanding.Send send) {
    OrderPlan plan = send.plan();
    Set<String> told =
        s.deliveries(plan.alert()).stream()
            .filter(d -> d.order().equals(plan.id()))
            .map(Delivery::recipient)
            .collect(Collectors.toSet());
    return plan.recipients().isEmpty() ? !told.isEmpty() : told.containsAll(plan.recipients());
  }
}
