package org.currawong.domain;

import org.currawong.domain.alert.Alert;
import org.currawong.domain.delivery.Delivery;
import org.currawong.domain.delivery.DeliveryState;

/** What ways out report. Every hand-over may come twice, also after a restart. */
final class DeliveryRules {

  /** Reasons are in fixed words; what is longer came from a peer and says no more. */
  static final int MAX_REASON = 300;

  private DeliveryRules() {}

  static Decision attempt(State s, Command.RecordAttempt c) {
    Decision no = known(s, c.alert(), c.order());
    if (no != null) {
      return no;
    }
    Delivery d = s.delivery(c.alert(), c.order(), c.recipient());
    return d != null && c.attempt() <= d.attempts()
        ? Decision.accepted(c.alert())
        : Decision.accepted(
            c.alert(),
            new Fact.DeliveryAttempted(c.alert(), c.order(), c.way(), c.recipient(), c.attempt()));
  }

  static Decision observed(State s, Command.RecordDelivery c) {
    Decision no = known(s, c.alert(), c.order());
    if (no != null) {
      return no;
    }
    Delivery d = s.delivery(c.alert(), c.order(), c.recipient());
    return d != null && isOldNews(d.state(), c.state())
        ? Decision.accepted(c.alert())
        : Decision.accepted(
            c.alert(),
            new Fact.DeliveryObserved(
                c.alert(),
                c.order(),
                c.way(),
                c.recipient(),
                c.state(),
                cut(c.reason(), MAX_REASON)));
  }

  private static Decision known(State s, String alert, String order) {
    Alert a = s.alert(alert);
    if (a == null) {
      return Decider.notFound("alert", "alert");
    }
    return DispatchPlan.ordered(a, order)
        ? null
        : Decider.conflict("order", "nothing of this alert was ordered under that id");
  }

  /** News that was overtaken: the same again, or an earlier step after a later one. */
  private static boolean isOldNews(DeliveryState is, DeliveryState told) {
    if (is == told) {
      return true;
    }
    return switch (told) {
      // A copy that waits for its next try.
      case QUEUED -> is != DeliveryState.ATTEMPTED;
      case NO_RECIPIENTS -> true;
      case ATTEMPTED -> is != DeliveryState.QUEUED;
      case SENT, DELIVERED, ACKNOWLEDGED -> is.left() && is.compareTo(told) > 0;
      case HEARD, FAILED, WITHDRAWN -> false;
    };
  }

  static String cut(String words, int most) {
    return words == null || words.length() <= most ? words : words.substring(0, most - 1) + "…";
  }
}
