package org.currawong.console.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.currawong.domain.DispatchPlan;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.delivery.Delivery;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;
import org.currawong.domain.delivery.Recipient;

/** Every copy of an alert and of its correction: those that ways out told of, and those awaited. */
public final class Copies {

  private Copies() {}

  /**
   * One copy.
   *
   * @param recipient a person's id, or {@code all}
   * @param at when it was last heard of, or since when that is awaited
   * @param correction true for what follows a withdrawal
   */
  public record Copy(
      String order,
      String way,
      String recipient,
      DeliveryState state,
      String reason,
      Instant at,
      boolean correction) {}

  /** In the order in which they were first heard of; those still awaited come last. */
  public static List<Copy> of(State s, Alert a) {
    List<Delivery> told = s.deliveries(a.id());
    List<Copy> copies = new ArrayList<>();
    Set<String> heard = new HashSet<>();
    if (a.releasedAt() == null) {
      return copies;
    }
    Set<String> released = new HashSet<>();
    List<OrderPlan> plans = DispatchPlan.release(a);
    plans.forEach(p -> released.add(p.id()));
    for (Delivery d : told) {
      heard.add(d.order());
      boolean correction = !released.contains(d.order());
      copies.add(
          new Copy(d.order(), d.way(), d.recipient(), d.state(), d.reason(), d.at(), correction));
    }
    if (a.state() == AlertState.RELEASED) {
      plans.stream()
          .filter(p -> !heard.contains(p.id()))
          .map(p -> awaited(a, p))
          .forEach(copies::add);
    }
    if (a.withdrawal() != null && a.withdrawal().document() != null) {
      DispatchPlan.corrections(a, told).stream()
          .filter(p -> !heard.contains(p.id()))
          .map(p -> awaited(a, p))
          .forEach(copies::add);
    }
    return copies;
  }

  private static Copy awaited(Alert a, OrderPlan p) {
    String to = p.recipients().isEmpty() ? Recipient.ALL : p.recipients().getFirst();
    Instant acted = p.correction() ? a.withdrawal().at() : a.releasedAt();
    // An alert for later leaves when it begins: until then nobody can confirm it.
    Instant since = p.notBefore().isAfter(acted) ? p.notBefore() : acted;
    return new Copy(p.id(), p.way(), to, DeliveryState.QUEUED, null, since, p.correction());
  }
}
