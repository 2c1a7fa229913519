package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.currawong.broker.Assessed;
import org.currawong.broker.BrokerConfig;
import org.currawong.broker.CamelQueues;
import org.currawong.broker.HubBroker;
import org.currawong.broker.Job;
import org.currawong.broker.Party;
import org.currawong.broker.QueueCodec;
import org.currawong.broker.QueueSeal;
import org.currawong.broker.QueueWriter;
import org.currawong.broker.Queues;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker's route on a real broker: jobs in, answers out. */
class InferenceRoutesTest {

  private static final long WAIT_SECONDS = 30;
  private static final int BROKER_NUMBER = 400;
  private static final Instant AT = Instant.parse("2026-11-23T05:10:00Z");

  @TempDir Path folder;
  private final ExecutorService processors = Executors.newFixedThreadPool(1);
  private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
  private final QueueCodec codec = new QueueCodec(new QueueSeal(new byte[QueueSeal.KEY_BYTES]));
  private final Queues table =
      Queues.of(List.of(InferenceRoutes.BUILT_IN), List.of("live"), Map.of());
  private HubBroker broker;
  private DefaultCamelContext camel;
  private CamelQueues core;
  private CamelQueues own;

  @BeforeEach
  void start() throws Exception {
    broker = HubBroker.launch(new BrokerConfig(folder.resolve("broker"), table, BROKER_NUMBER));
    camel = new DefaultCamelContext();
    camel.getShutdownStrategy().setTimeout(5);
    core = CamelQueues.of(camel, broker, Party.CORE);
    own = CamelQueues.of(camel, broker, Party.INFERENCE);
    BuiltInRung rung =
        BuiltInRung.of(
            Models.LANGUAGES, Places.read(List.of()), PhraseBank.shipped(), System::nanoTime);
    InferenceWorker worker = new InferenceWorker(rung, processors);
    camel.addRoutes(new InferenceRoutes(own, table, codec, worker, 2));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(core.from(table.assessed(), 1))
                .process(e -> arrived.add(e.getMessage().getBody(byte[].class)));
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
    core.close();
    own.close();
    broker.close();
    processors.shutdownNow();
  }

  private void send(byte[] bytes) throws Exception {
    try (QueueWriter writer = QueueWriter.of(broker, Party.CORE)) {
      writer.send(table.jobs(InferenceRoutes.BUILT_IN), bytes);
    }
  }

  private Assessed next() throws InterruptedException {
    byte[] bytes = arrived.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    assertNotNull(bytes, "no answer came");
    return assertInstanceOf(Assessed.class, codec.read(table.assessed(), bytes));
  }

  private byte[] job(String report, String text) {
    Job job = new Job(report, Duty.URGENCY, text, null, null, AT);
    return codec.write(table.jobs(InferenceRoutes.BUILT_IN), job);
  }

  @Test
  void aJobIsAnsweredWithEverythingThatFilingNeeds() throws Exception {
    send(job("r1", "We are trapped on the roof at Wagga Wagga, water rising"));
    Assessed answer = next();
    assertEquals("r1", answer.report());
    List<Duty> duties = answer.answers().stream().map(Assessment::duty).toList();
    assertTrue(
        duties.containsAll(
            List.of(Duty.LANGUAGE, Duty.URGENCY, Duty.CATEGORY, Duty.PLACE, Duty.SUMMARY)));
    assertTrue(answer.answers().stream().anyMatch(a -> a.answer().equals("life-safety")));
  }

  @Test
  void whatIsNoJobGoesToTheDeadLettersAndTheNextJobIsAnswered() throws Exception {
    send("no job".getBytes(StandardCharsets.UTF_8));
    send(job("r2", "\u0000\u202e<script>".repeat(400)));
    assertEquals("r2", next().report());
    String dead = table.jobs(InferenceRoutes.BUILT_IN).dead();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (broker.depths().get(dead) == 0 && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertEquals(1, broker.depths().get(dead));
  }
}
