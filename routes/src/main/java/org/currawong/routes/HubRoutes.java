package org.currawong.routes;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.currawong.broker.Assessed;
import org.currawong.broker.CamelQueues;
import org.currawong.broker.DeliveryReport;
import org.currawong.broker.Handover;
import org.currawong.broker.HubQueue;
import org.currawong.broker.PowerReading;
import org.currawong.broker.QueueCodec;
import org.currawong.broker.Queues;
import org.currawong.broker.ReplyReport;
import org.currawong.domain.Board;
import org.currawong.domain.Intake;
import org.currawong.domain.Outstanding;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.delivery.OrderPlan;
import org.currawong.domain.report.ReportBody;

/**
 * The whole system on one page: one {@code from} for each row of the picture in ARCHITECTURE.md.
 * What comes in is decided, logged and forced; what the log then asks for goes out by queues.
 */
public final class HubRoutes extends EndpointRouteBuilder {

  /** The one queue of jobs that the built-in rungs read. */
  public static final String BUILT_IN = "built-in";

  /** Where the web and the console hand in commands. */
  public static final String COMMANDS = "commands";

  /** Readers of one inbound queue: enough to keep the writer's batches full. */
  private static final int READERS = 4;

  /** What became of a copy is told step by step: a later step must not be undone by an earlier. */
  private static final int IN_ORDER = 1;

  /** Set where a correction goes out: it overtakes whatever else waits for the way out. */
  private static final String CORRECTS = "corrects";

  /** One alert that is slow to render keeps no other waiting. */
  private static final String RENDERED_AT_ONCE = "&concurrentConsumers=4";

  /**
   * Questions that wait for the rules: half a minute of a small machine, and the few that are on
   * the way to the queue when it is counted. What finds no room waits in the log, for a sweep that
   * finds room: short ones would fill the queue's memory at some 30,000, and a full queue takes
   * seconds to refuse each.
   */
  static final int MOST_JOBS = 10_000;

  /** Questions that wait for the model: half an hour of a small one; more would come too late. */
  static final int MOST_ASKED = 200;

  /** Lives in danger find room when the others no longer do. */
  private static final int MOST_FIRST = 2 * MOST_ASKED;

  private static final long TICK_MS = 1_000;
  private static final long SWEEP_MS = 10_000;

  private final CamelQueues queues;
  private final Queues table;
  private final CoreSteps core;
  private final OutSteps out;
  private final Publisher publisher;
  private final Set<Realm> realms;
  private final Set<String> ways;
  private final Set<String> replyWays;

  /**
   * Everything that the page leads to.
   *
   * @param queues the core's own
   * @param publisher what a sweep finds goes out by it
   * @param spoken those of the ways out that people hear: they have a head start
   * @param replyWays those of the ways that bring receipts and answers back
   */
  public HubRoutes(
      CamelQueues queues,
      Queues table,
      Intake intake,
      Board board,
      Function<ReportBody, String> digest,
      QueueCodec codec,
      RenderDesk renderDesk,
      WithdrawalDesk withdrawalDesk,
      OrderMaker orderMaker,
      ReplyMaker replyMaker,
      Publisher publisher,
      Clock clock,
      Set<Realm> realms,
      Set<String> ways,
      Set<String> spoken,
      Set<String> replyWays) {
    this.queues = queues;
    this.table = table;
    Lull lull = new Lull(System::nanoTime, clock);
    this.core = new CoreSteps(intake, digest, codec, lull, clock);
    this.out =
        new OutSteps(
            board,
            renderDesk,
            withdrawalDesk,
            orderMaker,
            replyMaker,
            codec,
            new Sweep(clock),
            lull,
            spoken);
    this.publisher = publisher;
    this.realms = Set.copyOf(realms);
    this.ways = new TreeSet<>(ways);
    this.replyWays = new TreeSet<>(replyWays);
  }

  @Override
  public void configure() {
    from(direct(COMMANDS))
        .routeId("web form, console")
        .transform()
        .body(Handed.class, core::decide);

    from(queues.from(table.reports(), READERS))
        .routeId("ways in")
        .transform()
        .body(byte[].class, core.read(table.reports()))
        .transform()
        .body(Handover.class, core::take);

    from(queues.from(table.assessed(), READERS))
        .routeId("inference answers")
        .transform()
        .body(byte[].class, core.read(table.assessed()))
        .transform()
        .body(Assessed.class, core::assessed);

    from(queues.from(table.deliveries(), IN_ORDER))
        .routeId("deliveries")
        .transform()
        .body(byte[].class, core.read(table.deliveries()))
        .transform()
        .body(DeliveryReport.class, core::delivery);

    from(queues.from(table.replied(), READERS))
        .routeId("replies")
        .transform()
        .body(byte[].class, core.read(table.replied()))
        .transform()
        .body(ReplyReport.class, core::reply);

    from(queues.from(table.power(), 1))
        .routeId("power")
        .transform()
        .body(byte[].class, core.read(table.power()))
        .transform()
        .body(PowerReading.class, core::power);

    from(timer("clock").period(TICK_MS)).routeId("clock").transform().body(core::tick);

    from(timer("sweep").period(SWEEP_MS).delay(SWEEP_MS))
        .routeId("sweep")
        .transform()
        .body(out::overdue)
        .process(e -> publisher.again(OutSteps.found(e), jobs(), this::underWay));

    from(Publisher.lane(Publisher.JOBS))
        .routeId("jobs")
        .transform()
        .body(
            Outstanding.Assess.class,
            a -> jobs() < MOST_JOBS ? out.job(table.jobs(BUILT_IN), a) : null)
        .filter(body().isNotNull())
        .to(queues.to(table.jobs(BUILT_IN)));

    if (table.has(Queues.MODEL)) {
      questions(Publisher.MODEL_FIRST, MOST_FIRST, queues.first(table.jobs(Queues.MODEL)));
      questions(Publisher.MODEL, MOST_ASKED, queues.to(table.jobs(Queues.MODEL)));
    }

    from(Publisher.lane("renderers") + RENDERED_AT_ONCE)
        .routeId("renderers")
        .transform()
        .body(Outstanding.Render.class, out::render);

    from(Publisher.lane("withdrawals"))
        .routeId("withdrawal papers")
        .transform()
        .body(Outstanding.DocumentWithdrawal.class, out::withdraw);

    replyWays.forEach(this::wayBack);

    realms.forEach(realm -> ways.forEach(way -> wayOut(realm, way)));
  }

  private boolean underWay(OrderPlan plan) {
    return queues.waiting(table.orders(plan.realm().word(), plan.way())) > 0;
  }

  private static Outstanding.Send send(Exchange e) {
    return e.getIn().getBody(Outstanding.Send.class);
  }

  private long jobs() {
    return queues.waiting(table.jobs(BUILT_IN));
  }

  private void wayBack(String way) {
    HubQueue replies = table.replies(way);
    from(Publisher.replies(way))
        .routeId("replies " + way)
        .transform()
        .body(Outstanding.SendReply.class, reply -> out.reply(replies, reply))
        .filter(body().isNotNull())
        .to(queues.to(replies));
  }

  /** Questions to the model: what finds no room is marked as not tried, never waited for. */
  private void questions(String lane, int most, EndpointProducerBuilder ask) {
    HubQueue model = table.jobs(Queues.MODEL);
    from(Publisher.lane(lane))
        .routeId("ask " + lane)
        .transform()
        .body(Outstanding.Advise.class, a -> out.question(model, a))
        .filter(body().isNotNull())
        .choice()
        .when(e -> queues.waiting(model) < most)
        .to(ask)
        .otherwise()
        .transform()
        .body(byte[].class, bytes -> core.notTried(model, bytes));
  }

  private void wayOut(Realm realm, String way) {
    HubQueue orders = table.orders(realm.word(), way);
    from(Publisher.orders(realm, way))
        .routeId("orders " + realm.word() + " " + way)
        .process(e -> e.setProperty(CORRECTS, send(e).plan().correction()))
        .transform()
        .body(Outstanding.Send.class, send -> out.order(orders, send))
        .filter(body().isNotNull())
        .choice()
        .when(exchangeProperty(CORRECTS))
        .to(queues.first(orders))
        .otherwise()
        .to(queues.to(orders));

    HubQueue stops = table.stop(realm.word(), way);
    from(Publisher.stops(realm, way))
        .routeId("stops " + realm.word() + " " + way)
        .transform()
        .body(Alert.class, a -> out.stop(stops, a))
        .to(queues.to(stops));
  }
}
