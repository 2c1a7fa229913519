package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.currawong.domain.Realm;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Order, desk, way out, report: over the broker, as in the hub. */
class OrderRoutesTest {
  private static final long WAIT_SECONDS = 20;

  @TempDir Path folder;
  private HubBroker broker;
  private Queues queues;
  private final QueueCodec codec = new QueueCodec(new QueueSeal(new byte[QueueSeal.KEY_BYTES]));
  private DefaultCamelContext camel;
  private CamelQueues core;
  private CamelQueues channels;
  private QueueWriter coreWriter;
  private QueueWriter channelWriter;
  private OrderDesk desk;
  private final BlockingQueue<DeliveryReport> reports = new LinkedBlockingQueue<>();
  private final CountDownLatch onAir = new CountDownLatch(1);

  /** Sends the first copy, then is busy with the second until it is told to stop. */
  private final WayOut slow =
      new WayOut() {
        @Override
        public Result deliver(Order order, Recipient recipient, StopSign stop) {
          if (recipient.id().equals("p1")) {
            return new Result.Sent();
          }
          onAir.countDown();
          long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
          while (!stop.stopped() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
          }
          return stop.stopped() ? new Result.Stopped() : new Result.Sent();
        }

        @Override
        public Evidence wasDone(Order order, Recipient recipient) {
          return Evidence.UNKNOWN;
        }
      };

  @BeforeEach
  void start() throws Exception {
    queues = Queues.of(List.of(), List.of("live"), Map.of("sms", Party.CHANNELS));
    broker = HubBroker.launch(new BrokerConfig(folder.resolve("broker"), queues, 90));
    camel = new DefaultCamelContext();
    camel.getShutdownStrategy().setTimeout(5);
    core = CamelQueues.of(camel, broker, Party.CORE);
    channels = CamelQueues.of(camel, broker, Party.CHANNELS);
    coreWriter = QueueWriter.of(broker, Party.CORE);
    channelWriter = QueueWriter.of(broker, Party.CHANNELS);
    DeskConfig config =
        new DeskConfig(
            Realm.LIVE,
            Papers.HUB,
            Papers.EPOCH,
            new ReleaseKey(Papers.KEY.getPublic()),
            "sms",
            folder.resolve("ledger"));
    desk =
        OrderDesk.launch(
            config,
            slow,
            order -> Optional.of(Papers.bytes("Flood. Go to high ground.")),
            DeliverySink.queue(channelWriter, queues, codec),
            new HubClock(() -> Papers.NOW, System::nanoTime));
    camel.addRoutes(new OrderRoutes(channels, queues, codec, config, desk));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(core.from(queues.deliveries(), 1))
                .process(
                    e ->
                        reports.add(
                            (DeliveryReport)
                                codec.read(
                                    queues.deliveries(), e.getMessage().getBody(byte[].class))));
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() throws Exception {
    camel.stop();
    desk.close();
    coreWriter.close();
    channelWriter.close();
    core.close();
    channels.close();
    broker.close();
  }

  private String next() throws InterruptedException {
    DeliveryReport report = reports.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    assertTrue(report != null, "no report came");
    return report.recipient() + " " + report.state().word();
  }

  @Test
  void aCorrectionOvertakesAnAlertUnderWayAndOneThatWaits() throws Exception {
    HubQueue orders = queues.orders("live", "sms");
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:first").to(core.first(orders));
          }
        });
    Papers papers = new Papers().to(2);
    papers.bytes = null;
    coreWriter.send(orders, codec.write(orders, papers.message()));
    assertTrue(onAir.await(WAIT_SECONDS, TimeUnit.SECONDS));
    Papers waiting = new Papers().to(1);
    waiting.id = "o8-sms.en";
    waiting.alert = "a3";
    waiting.orderAlert = "a3";
    coreWriter.send(orders, codec.write(orders, waiting.message()));
    Papers correction = new Papers().to(1).asCorrection();
    correction.id = "o9-sms.en";
    correction.alert = "a2";
    correction.orderAlert = "a2";
    camel
        .createProducerTemplate()
        .sendBody("direct:first", codec.write(orders, correction.message()));
    assertEquals(
        List.of("p1 attempted", "p1 sent", "p2 attempted", "p1 attempted", "p1 sent"),
        List.of(next(), next(), next(), next(), next()));
    coreWriter.send(
        queues.stop("live", "sms"), codec.write(queues.stop("live", "sms"), papers.stop()));
    assertEquals(
        List.of("p2 withdrawn", "p1 attempted", "p1 sent"), List.of(next(), next(), next()));
  }

  @Test
  void anOrderGoesOutAndIsReportedAndAStopOvertakesItMidway() throws Exception {
    Papers papers = new Papers().to(3);
    papers.bytes = null;
    HubQueue orders = queues.orders("live", "sms");
    HubQueue stops = queues.stop("live", "sms");
    coreWriter.send(orders, codec.write(orders, papers.message()));
    assertTrue(onAir.await(WAIT_SECONDS, TimeUnit.SECONDS));
    coreWriter.send(stops, codec.write(stops, papers.stop()));
    assertEquals(
        List.of("p1 attempted", "p1 sent", "p2 attempted", "p2 withdrawn", "p3 withdrawn"),
        List.of(next(), next(), next(), next(), next()));
  }
}
