package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubBrokerTest {
  private static final long WAIT_MS = 5_000;

  @TempDir Path folder;

  @Test
  void aMessageSentBeforeTheProcessHaltedIsThereAfterTheNextStart() throws Exception {
    halt("one", "two");
    halt("three");
    try (HubBroker broker = BrokerForTests.launch(folder.resolve("broker"))) {
      assertEquals(List.of(), broker.warnings());
      assertEquals(List.of("one", "two", "three"), drain(broker, Party.CORE, "REPORTS"));
    }
    try (HubBroker again = BrokerForTests.launch(folder.resolve("broker"))) {
      assertEquals(List.of(), drain(again, Party.CORE, "REPORTS"));
    }
  }

  private void halt(String... messages) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dio.netty.noUnsafe=false", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(HaltedSender.class.getName());
    command.add(folder.resolve("broker").toString());
    command.addAll(List.of(messages));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("halted.log").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(
        HaltedSender.HALTED,
        process.exitValue(),
        () -> {
          try {
            return Files.readString(folder.resolve("halted.log"));
          } catch (IOException e) {
            return e.toString();
          }
        });
  }

  @Test
  void derivedMessagesAreNotKeptOverAStart() throws Exception {
    try (HubBroker broker = BrokerForTests.launch(folder.resolve("broker"));
        QueueWriter core = QueueWriter.of(broker, Party.CORE)) {
      core.send(broker.queues().jobs("language"), bytes("job"));
      assertDepth(1, broker, "JOBS.language");
    }
    try (HubBroker again = BrokerForTests.launch(folder.resolve("broker"))) {
      assertDepth(0, again, "JOBS.language");
    }
  }

  @Test
  void everyReaderOfStateSeesTheNewestValueOfEachKeyAlsoIfItComesLater() throws Exception {
    try (HubBroker broker = BrokerForTests.launch(folder.resolve("broker"));
        QueueWriter core = QueueWriter.of(broker, Party.CORE)) {
      HubQueue state = broker.queues().state();
      for (String value : List.of("mains", "battery", "low")) {
        core.send(List.of(new QueueWriter.Outgoing(state, bytes(value), Optional.of("power"))));
      }
      core.send(List.of(new QueueWriter.Outgoing(state, bytes("12:00"), Optional.of("time"))));
      assertEquals(List.of("low", "12:00"), drain(broker, Party.INFERENCE, "STATE"));
      assertEquals(List.of("low", "12:00"), drain(broker, Party.RADIO, "STATE"));
    }
  }

  @Test
  void aBatchIsSentWholeOrNotAtAll() throws Exception {
    try (HubBroker broker = BrokerForTests.launch(folder.resolve("broker"));
        QueueWriter core = QueueWriter.of(broker, Party.CORE)) {
      Queues queues = broker.queues();
      assertThrows(
          JMSException.class,
          () ->
              core.send(
                  List.of(
                      new QueueWriter.Outgoing(queues.jobs("language"), bytes("job")),
                      new QueueWriter.Outgoing(queues.reports(), bytes("not the core's right")))));
      assertDepth(0, broker, "JOBS.language");
      core.send(queues.jobs("language"), bytes("next"));
      assertDepth(1, broker, "JOBS.language");
    }
  }

  @Test
  void aFullQueueRefusesTheSenderAndLosesNothing() throws Exception {
    try (HubBroker broker = BrokerForTests.launch(folder.resolve("broker"));
        QueueWriter core = QueueWriter.of(broker, Party.CORE)) {
      HubQueue jobs = broker.queues().jobs("urgency");
      byte[] big = new byte[QueueWriter.MAX_MESSAGE_BYTES];
      int sent = 0;
      JMSException refused = null;
      while (refused == null && sent < 1_000) {
        try {
          core.send(jobs, big);
          sent++;
        } catch (JMSException e) {
          refused = e;
        }
      }
      assertNotNull(refused);
      assertDepth(sent, broker, "JOBS.urgency");
    }
  }

  @Test
  void messagesTooLongOrEmptyAreRefusedBeforeTheyAreSent() {
    try (HubBroker broker = BrokerForTests.launch(folder.resolve("broker"));
        QueueWriter channel = QueueWriter.of(broker, Party.CHANNELS)) {
      HubQueue reports = broker.queues().reports();
      assertThrows(JMSException.class, () -> channel.send(reports, new byte[0]));
      byte[] tooLong = new byte[QueueWriter.MAX_MESSAGE_BYTES + 1];
      assertThrows(JMSException.class, () -> channel.send(reports, tooLong));
      assertDepth(0, broker, "REPORTS");
    }
  }

  @Test
  void aMessageThatFailsTooOftenGoesToTheDeadLettersAndCanBePutBack() throws Exception {
    try (HubBroker broker = BrokerForTests.launch(folder.resolve("broker"));
        QueueWriter core = QueueWriter.of(broker, Party.CORE)) {
      HubQueue jobs = broker.queues().jobs("language");
      core.send(jobs, bytes("poison"));
      for (int n = 0; n < jobs.maxDeliveries(); n++) {
        rollBackOne(broker, jobs);
      }
      assertDepth(1, broker, "DEAD.JOBS.language");
      assertEquals(1, broker.retryDead(jobs));
      assertEquals(List.of("poison"), drain(broker, Party.INFERENCE, "JOBS.language"));
    }
  }

  private static void rollBackOne(HubBroker broker, HubQueue queue) throws JMSException {
    try (Connection connection = broker.connections(Party.INFERENCE).createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue.name()))) {
      connection.start();
      assertNotNull(consumer.receive(WAIT_MS));
      session.rollback();
    }
  }

  @Test
  void aJournalOfRubbishIsSetAsideWithAWarningAndTheHubStarts() throws Exception {
    Path data = folder.resolve("broker");
    try (HubBroker broker = BrokerForTests.launch(data)) {
      assertEquals(1, broker.warnings().size(), "a first start says that there was no journal");
    }
    Random random = new Random(7);
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] rubbish = new byte[(int) Math.min(Files.size(file), 1 << 20)];
        random.nextBytes(rubbish);
        Files.write(file, rubbish);
      }
    }
    try (HubBroker broker = BrokerForTests.launch(data);
        QueueWriter channel = QueueWriter.of(broker, Party.CHANNELS)) {
      channel.send(broker.queues().reports(), bytes("still works"));
      assertEquals(List.of("still works"), drain(broker, Party.CORE, "REPORTS"));
    }
  }

  /** Flips, truncations and missing files: whatever is left, the hub takes new messages. */
  @Test
  void aDamagedJournalNeverKeepsTheHubFromStarting() throws Exception {
    Path data = folder.resolve("broker");
    for (int seed = 0; seed < 5; seed++) {
      try (HubBroker broker = BrokerForTests.launch(data);
          QueueWriter channel = QueueWriter.of(broker, Party.CHANNELS)) {
        assertTrue(drain(broker, Party.CORE, "REPORTS").size() <= 20);
        for (int n = 0; n < 20; n++) {
          channel.send(broker.queues().reports(), bytes("report " + n));
        }
        assertDepth(20, broker, "REPORTS");
      }
      damage(data, new Random(seed));
    }
  }

  private static void damage(Path data, Random random) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      int head = Math.min(bytes.length, 64 * 1024);
      switch (random.nextInt(4)) {
        case 0 -> Files.delete(file);
        case 1 -> Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(head + 1)));
        case 2 -> {
          for (int n = 0; n < 200 && head > 0; n++) {
            bytes[random.nextInt(head)] ^= (byte) (1 << random.nextInt(8));
          }
          Files.write(file, bytes);
        }
        default -> assertTrue(Files.exists(file), "left as it is");
      }
    }
  }

  @Test
  void theFolderIsForItsOwnerAlone() throws Exception {
    try (HubBroker broker = BrokerForTests.launch(folder.resolve("broker"))) {
      assertTrue(broker.up());
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("broker"))));
    }
  }

  @Test
  void aClosedBrokerIsNotUp() {
    HubBroker broker = BrokerForTests.launch(folder.resolve("broker"));
    broker.close();
    assertFalse(broker.up());
  }

  private static List<String> drain(HubBroker broker, Party party, String queue)
      throws JMSException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = broker.connections(party).createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      connection.start();
      for (Message m = consumer.receive(500); m != null; m = consumer.receive(500)) {
        byte[] body = m.getBody(byte[].class);
        assertArrayEquals(body, ((BytesMessage) m).getBody(byte[].class));
        texts.add(new String(body, StandardCharsets.UTF_8));
      }
      session.commit();
      assertNull(consumer.receiveNoWait());
    }
    return texts;
  }

  /** The broker counts a message a moment after its sender was answered. */
  private static void assertDepth(long expected, HubBroker broker, String queue) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MS);
    while (broker.depths().get(queue) != expected && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    assertEquals(expected, broker.depths().get(queue), queue);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
