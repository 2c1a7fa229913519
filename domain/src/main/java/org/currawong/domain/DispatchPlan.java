package org.currawong.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.ArtefactName;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.ReleaseDocument.WayOut;
import org.currawong.domain.delivery.Delivery;
import org.currawong.domain.delivery.OrderPlan;

/**
 * Which orders a release and a withdrawal lead to. The same each time it is asked: an order's id
 * comes from the log number of the act that it rests on and from the artefact.
 */
public final class DispatchPlan {

  private static final String CAP = "cap";

  private DispatchPlan() {}

  /** One order for each artefact of each way out. */
  public static List<OrderPlan> release(Alert a) {
    List<OrderPlan> plans = new ArrayList<>();
    for (WayOut way : a.ways()) {
      for (ArtefactRef artefact : a.artefacts()) {
        ArtefactName name = ArtefactName.of(artefact.name());
        if (name.goesBy(way.way())) {
          plans.add(releaseOrder(a, way, artefact, name));
        }
      }
    }
    return plans;
  }

  private static OrderPlan releaseOrder(
      Alert a, WayOut way, ArtefactRef artefact, ArtefactName name) {
    return new OrderPlan(
        orderId(a.approvals().getLast().n(), name.orderStem(way.way())),
        a.id(),
        a.realm(),
        way.way(),
        false,
        artefact.name(),
        List.of(),
        way.repeats(),
        a.document(),
        a.draft().effective() == null ? a.cap().sent() : a.draft().effective(),
        a.draft().expires());
  }

  /**
   * Corrections for exactly those copies of {@code deliveries} that were attempted, in the words of
   * the withdrawal as it now stands: one order for each order that is corrected. A copy that turns
   * out later to have been under way gets the same order again, with itself as recipient.
   */
  public static List<OrderPlan> corrections(Alert a, Collection<Delivery> deliveries) {
    Map<String, List<String>> attempted = new TreeMap<>();
    deliveries.stream()
        .filter(Delivery::attempted)
        .forEach(
            d -> attempted.computeIfAbsent(d.order(), o -> new ArrayList<>()).add(d.recipient()));
    List<OrderPlan> plans = new ArrayList<>();
    for (OrderPlan p : release(a)) {
      List<String> recipients = attempted.getOrDefault(p.id(), List.of());
      if (!recipients.isEmpty()) {
        artefact(a, p).ifPresent(name -> plans.add(correction(a, p, recipients, name)));
      }
    }
    return plans;
  }

  private static OrderPlan correction(
      Alert a, OrderPlan p, List<String> recipients, String artefact) {
    Alert.Withdrawal w = a.withdrawal();
    return new OrderPlan(
        orderId(
            w.n(), w.kind().wording().prefix() + ArtefactName.of(p.artefact()).orderStem(p.way())),
        a.id(),
        a.realm(),
        p.way(),
        true,
        artefact,
        recipients,
        p.repeats(),
        w.document(),
        w.at(),
        a.draft().expires().plus(WithdrawalRules.AFTER_END));
  }

  /**
   * The correction of what an order sent: in CAP the Cancel; else the same form in the same
   * language; else, where that could not be made, in the drafter's language under its own name, for
   * whoever was told must be told again.
   */
  private static Optional<String> artefact(Alert a, OrderPlan p) {
    Alert.Withdrawal w = a.withdrawal();
    if (p.way().equals(CAP)) {
      return Optional.ofNullable(w.cancel()).map(CapMessage::artefact);
    }
    ArtefactName name = ArtefactName.of(p.artefact());
    return Stream.of(name, name.speaking(a.draft().firstLanguage()))
        .map(n -> n.in(w.kind().wording()))
        .filter(n -> a.corrections().stream().anyMatch(c -> c.name().equals(n)))
        .findFirst();
  }

  /** True where {@code order} is one that a release or a withdrawal of this alert led to. */
  static boolean ordered(Alert a, String order) {
    if (a.realm() == null) {
      return false;
    }
    return order.startsWith(orderId(a.approvals().getLast().n(), ""))
        || a.withdrawals().stream().anyMatch(w -> order.startsWith(orderId(w.n(), "")));
  }

  /** Letters, digits, dots and hyphens: an order's id is also a file's name. */
  private static String orderId(long n, String stem) {
    return "o" + n + "-" + stem;
  }
}
