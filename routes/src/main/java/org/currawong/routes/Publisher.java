package org.currawong.routes;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaEndpoint;
import org.currawong.domain.Board;
import org.currawong.domain.Outstanding;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.delivery.OrderPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what the log asks for onto the lanes that {@link HubRoutes} reads. Called with forced facts
 * only; returns at once. What a full lane refuses the sweep finds again, but a stop always gets in.
 */
public final class Publisher implements Consumer<List<Outstanding>>, AutoCloseable {

  /** Questions to the rules. */
  static final String JOBS = "jobs";

  /** Questions to the model about reports of lives in danger, and about all others. */
  static final String MODEL_FIRST = "model-first";

  static final String MODEL = "model";

  /** Waiting questions for inference; 20 bytes each, the texts stay in the state. */
  private static final int LANE = 200_000;

  /** Inference answers fewer than this between two sweeps, or at least in the time of a few. */
  static final int MANY = 1_000;

  /**
   * How long a lane's reader waits before it looks whether the hub stops, ms. Camel stops one lane
   * after the other, so with Camel's own second some twenty lanes would keep a stop waiting for
   * more than ten.
   */
  private static final int POLL_MS = 50;

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final CamelContext camel;
  private final Board board;
  private final Set<String> replyWays;
  private final boolean model;
  private final ProducerTemplate template;

  /**
   * Fills the lanes of a context.
   *
   * @param replyWays ways that bring receipts and answers back to reporters
   * @param model whether there is a model to ask; without one its lanes have no reader
   */
  public Publisher(CamelContext camel, Board board, Set<String> replyWays, boolean model) {
    this.camel = camel;
    this.board = board;
    this.replyWays = Set.copyOf(replyWays);
    this.model = model;
    this.template = camel.createProducerTemplate();
  }

  /** The name of the lane, in memory and bounded, for one kind of thing. */
  static String lane(String name) {
    return "seda:" + name + "?size=" + LANE + "&pollTimeout=" + POLL_MS;
  }

  static String orders(Realm realm, String way) {
    return lane("orders-" + realm.word() + "-" + way);
  }

  static String stops(Realm realm, String way) {
    return lane("stops-" + realm.word() + "-" + way) + "&blockWhenFull=true";
  }

  static String replies(String way) {
    return lane("replies-" + way);
  }

  @Override
  public void accept(List<Outstanding> outstanding) {
    outstanding.forEach(this::put);
  }

  /**
   * What a sweep found overdue. Where many questions for inference still wait, those that it found
   * wait among them: each sweep would put them all once more.
   *
   * @param jobs questions that wait in their queue
   * @param underWay whether orders of the same way out wait in their queue or are worked on
   */
  void again(List<Outstanding> overdue, long jobs, Predicate<OrderPlan> underWay) {
    boolean wait = jobs + waiting(JOBS) >= MANY;
    for (Outstanding o : overdue) {
      boolean there =
          switch (o) {
            case Outstanding.Assess a -> wait;
            case Outstanding.Send s -> underWay.test(s.plan());
            default -> false;
          };
      if (!there) {
        put(o);
      }
    }
  }

  /** How many things nobody has taken from a lane yet. */
  int waiting(String name) {
    return camel.getEndpoint(lane(name), SedaEndpoint.class).getCurrentQueueSize();
  }

  private void put(Outstanding o) {
    switch (o) {
      case Outstanding.Assess a -> offer(lane(JOBS), a);
      case Outstanding.Advise a -> advise(a);
      case Outstanding.Render r -> offer(lane("renderers"), r);
      case Outstanding.DocumentWithdrawal w -> offer(lane("withdrawals"), w);
      case Outstanding.Send s -> offer(orders(s.plan().realm(), s.plan().way()), s);
      case Outstanding.SendReply r -> reply(r);
      case Outstanding.Stop s -> stop(board.read(state -> state.alert(s.alert())));
    }
  }

  /** A way that nobody serves here leaves it outstanding; its lane would only fill. */
  private void reply(Outstanding.SendReply r) {
    if (replyWays.contains(r.plan().way())) {
      offer(replies(r.plan().way()), r);
    }
  }

  private void advise(Outstanding.Advise a) {
    if (model) {
      offer(lane(a.first() ? MODEL_FIRST : MODEL), a);
    }
  }

  private void stop(Alert a) {
    a.ways().forEach(way -> template.sendBody(stops(a.realm(), way.way()), a));
  }

  private void offer(String lane, Outstanding o) {
    try {
      template.sendBody(lane, o);
    } catch (RuntimeException e) {
      LOG.warn("{} waits for the next sweep: {}", o.getClass().getSimpleName(), e.getMessage());
    }
  }

  @Override
  public void close() {
    template.stop();
  }
}
