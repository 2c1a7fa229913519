package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamelQueuesTest {
  private static final long WAIT_SECONDS = 20;
  private static final Map<String, Object> NOTHING_OF_THE_SENDER =
      Map.of("CamelMessageTimestamp", 0L);

  @TempDir static Path folder;
  private static final BlockingQueue<Exchange> ARRIVED = new LinkedBlockingQueue<>();
  private static final AtomicInteger FAILURES = new AtomicInteger();
  private static HubBroker broker;
  private static DefaultCamelContext camel;
  private static CamelQueues core;
  private static CamelQueues channels;

  @BeforeAll
  static void start() throws Exception {
    broker = BrokerForTests.launch(folder.resolve("broker"));
    camel = new DefaultCamelContext();
    camel.getShutdownStrategy().setTimeout(5);
    core = CamelQueues.of(camel, broker, Party.CORE);
    channels = CamelQueues.of(camel, broker, Party.CHANNELS);
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:in").to(channels.to(broker.queues().reports()));
            from(core.from(broker.queues().reports(), 2)).process(CamelQueuesTest::step);
          }
        });
    camel.start();
  }

  @AfterAll
  static void stop() {
    camel.stop();
    core.close();
    channels.close();
    broker.close();
  }

  @BeforeEach
  void forget() {
    ARRIVED.clear();
    FAILURES.set(0);
  }

  private static void step(Exchange exchange) {
    if (FAILURES.getAndDecrement() > 0) {
      throw new IllegalStateException("the step fails");
    }
    ARRIVED.add(exchange.copy());
  }

  private Exchange next() throws InterruptedException {
    Exchange exchange = ARRIVED.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    assertTrue(exchange != null, "nothing arrived");
    return exchange;
  }

  @Test
  void aMessageCrossesWithItsBytesAndWithoutASingleHeaderOfTheSender() throws Exception {
    Map<String, Object> hostile =
        Map.of(
            "CamelHttpUri", "http://stranger.example",
            "CamelJmsDestinationName", "ORDERS.live.radio",
            "JMSReplyTo", "REPLIES.print",
            "JMSExpiration", 1L,
            "x", "y");
    camel.createProducerTemplate().sendBodyAndHeaders("direct:in", bytes("hello"), hostile);
    Exchange exchange = next();
    assertEquals(
        "hello", new String((byte[]) exchange.getMessage().getBody(), StandardCharsets.UTF_8));
    assertEquals(NOTHING_OF_THE_SENDER, exchange.getMessage().getHeaders());
    assertEquals(0, broker.depths().get("ORDERS.live.radio"));
  }

  @Test
  void propertiesThatAStrangerSetOnTheQueueDoNotReachTheRoute() throws Exception {
    try (Connection connection = broker.connections(Party.SITE).createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(bytes("from a site"));
      message.setStringProperty("CamelHttpUri", "http://stranger.example");
      message.setStringProperty("CamelFileName", "../../etc/passwd");
      message.setJMSCorrelationID("x");
      message.setJMSType("y");
      session.createProducer(session.createQueue("REPORTS")).send(message);
    }
    assertEquals(NOTHING_OF_THE_SENDER, next().getMessage().getHeaders());
  }

  @Test
  void aTextOrObjectMessageReadsAsEmptyAndIsNeverDeserialised() throws Exception {
    try (Connection connection = broker.connections(Party.SITE).createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      session
          .createProducer(session.createQueue("REPORTS"))
          .send(session.createObjectMessage(new java.util.ArrayList<>(List.of("gadget"))));
    }
    assertEquals(0, ((byte[]) next().getMessage().getBody()).length);
  }

  @Test
  void aMessageWhoseStepFailsComesAgain() throws Exception {
    FAILURES.set(2);
    camel.createProducerTemplate().sendBody("direct:in", bytes("again"));
    assertEquals(
        "again", new String((byte[]) next().getMessage().getBody(), StandardCharsets.UTF_8));
    assertEquals(-1, FAILURES.get());
  }

  @Test
  void aRouteThatReadsOrWritesAQueueOfAnotherIsRefusedWhenItIsMade() {
    assertThrows(IllegalArgumentException.class, () -> channels.from(broker.queues().reports(), 1));
    assertThrows(
        IllegalArgumentException.class, () -> channels.to(broker.queues().orders("live", "print")));
    assertThrows(IllegalArgumentException.class, () -> broker.queues().jobs("unknown"));
  }

  @Test
  void anEndpointForAQueueOutsideTheTableOrForATopicIsRefused() {
    for (String uri : List.of("queues-core:queue:NEW", "queues-core:topic:REPORTS")) {
      assertThrows(Exception.class, () -> camel.getEndpoint(uri), uri);
    }
  }

  @Test
  void anEmptyBodyIsRefusedToTheSender() throws Exception {
    assertThrows(
        CamelExecutionException.class,
        () -> camel.createProducerTemplate().sendBody("direct:in", new byte[0]));
    assertEquals(null, ARRIVED.poll(200, TimeUnit.MILLISECONDS));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsSentFirstOvertakesWhatWaits() throws Exception {
    HubQueue jobs =
        broker.queues().all().stream()
            .filter(q -> q.name().startsWith("JOBS."))
            .findFirst()
            .orElseThrow();
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:later").to(core.to(jobs));
            from("direct:first").to(core.first(jobs));
          }
        });
    camel.createProducerTemplate().sendBody("direct:later", bytes("one"));
    camel.createProducerTemplate().sendBody("direct:later", bytes("two"));
    camel.createProducerTemplate().sendBody("direct:first", bytes("a life"));
    // The broker counts a moment after it has taken a message.
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (core.waiting(jobs) < 3 && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertEquals(3, core.waiting(jobs));
    try (Connection connection = broker.connections(Party.INFERENCE).createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      var reader = session.createConsumer(session.createQueue(jobs.name()));
      for (String expected : List.of("a life", "one", "two")) {
        byte[] read = reader.receive(WAIT_SECONDS * 1_000).getBody(byte[].class);
        assertEquals(expected, new String(read, StandardCharsets.UTF_8));
      }
    }
  }
}
