package org.currawong.hub.node;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.currawong.channels.gammu.GammuWatch.Open;
import org.currawong.domain.Board;
import org.currawong.domain.DispatchPlan;
import org.currawong.domain.Realm;
import org.currawong.domain.State;
import org.currawong.domain.WithdrawalRules;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.delivery.Delivery;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;

/** What the log has as attempted by one way and no more, in one realm, and the replies besides. */
record OpenTexts(Board board, String way, Realm realm) implements Supplier<List<Open>> {

  @Override
  public List<Open> get() {
    return board.read(this::open);
  }

  private List<Open> open(State s) {
    List<Open> all = new ArrayList<>();
    for (Alert a : s.alerts()) {
      if (a.realm() == realm) {
        all.addAll(copies(s, a));
      }
    }
    s.replies().stream()
        .filter(r -> r.way().equals(way) && r.state() == DeliveryState.ATTEMPTED)
        .map(r -> new Open.Back(r.id(), r.report(), r.way(), r.at()))
        .forEach(all::add);
    return all;
  }

  private List<Open> copies(State s, Alert a) {
    List<Delivery> attempted =
        s.deliveries(a.id()).stream()
            .filter(d -> d.way().equals(way) && d.state() == DeliveryState.ATTEMPTED)
            .toList();
    if (attempted.isEmpty()) {
      return List.of();
    }
    Set<String> release =
        DispatchPlan.release(a).stream().map(OrderPlan::id).collect(Collectors.toSet());
    Instant end = a.draft().expires();
    Instant endOfCorrections = end.plus(WithdrawalRules.AFTER_END);
    return attempted.stream()
        .<Open>map(
            d ->
                new Open.Copy(
                    a.id(),
                    d.order(),
                    d.way(),
                    d.recipient(),
                    d.attempts(),
                    d.at(),
                    release.contains(d.order()) ? end : endOfCorrections))
        .toList();
  }
}
