package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tries every party on every queue over {@code vm}, and compares with a table written by hand. */
class QueueRightsTest {
  /**
   * S = may send, C = may consume; in the order core, inference, channels, radio, hardware, site.
   */
  private static final String EXPECTED =
      """
      ASSESSED                 C. S. .. .. .. ..
      DELIVERIES               C. .. S. S. S. S.
      JOBS.language            S. C. .. .. .. ..
      JOBS.urgency             S. C. .. .. .. ..
      ORDERS.exercise.print    S. .. C. .. .. ..
      ORDERS.exercise.radio    S. .. .. C. .. ..
      ORDERS.exercise.rds      S. .. .. .. C. ..
      ORDERS.exercise.relay    S. .. .. .. .. C.
      ORDERS.live.print        S. .. C. .. .. ..
      ORDERS.live.radio        S. .. .. C. .. ..
      ORDERS.live.rds          S. .. .. .. C. ..
      ORDERS.live.relay        S. .. .. .. .. C.
      POWER                    C. .. .. .. S. S.
      REPLIED                  C. .. S. .. .. S.
      REPLIES.print            S. .. C. .. .. ..
      REPLIES.radio            S. .. .. C. .. ..
      REPLIES.rds              S. .. .. .. C. ..
      REPLIES.relay            S. .. .. .. .. C.
      REPORTS                  C. .. S. .. .. S.
      STATE                    SC C. C. C. C. C.
      STOP.exercise.print      S. .. C. .. .. ..
      STOP.exercise.radio      S. .. .. C. .. ..
      STOP.exercise.rds        S. .. .. .. C. ..
      STOP.exercise.relay      S. .. .. .. .. C.
      STOP.live.print          S. .. C. .. .. ..
      STOP.live.radio          S. .. .. C. .. ..
      STOP.live.rds            S. .. .. .. C. ..
      STOP.live.relay          S. .. .. .. .. C.
      activemq.management      .. .. .. .. .. ..
      activemq.notifications   .. .. .. .. .. ..
      """;

  @TempDir static Path folder;
  private static HubBroker broker;

  @BeforeAll
  static void start() {
    broker = BrokerForTests.launch(folder.resolve("broker"));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void everyPartyMayDoOnEveryQueueWhatTheTableSaysAndNothingElse() throws Exception {
    Map<String, List<String>> seen = new TreeMap<>();
    for (String queue : names()) {
      for (Party party : Party.values()) {
        String rights = (maySend(party, queue) ? "S" : "") + (mayConsume(party, queue) ? "C" : "");
        seen.computeIfAbsent(queue, q -> new ArrayList<>()).add((rights + "..").substring(0, 2));
      }
    }
    StringBuilder table = new StringBuilder();
    seen.forEach((q, r) -> table.append("%-24s %s%n".formatted(q, String.join(" ", r))));
    assertEquals(EXPECTED, table.toString());
  }

  @Test
  void onlyTheCoreTakesFromDeadLettersAndExpiryAndNobodyPutsAnythingThere() throws Exception {
    for (HubQueue queue : broker.queues().all()) {
      for (String aside : List.of(queue.dead(), queue.expired())) {
        for (Party party : Party.values()) {
          assertTrue(!maySend(party, aside), party + " sends to " + aside);
          assertEquals(party == Party.CORE, mayConsume(party, aside), party + " reads " + aside);
        }
      }
    }
  }

  @Test
  void noPartyMakesOrDeletesAQueueOrBrowsesOrManages() throws Exception {
    for (Party party : Party.values()) {
      try (Connection connection = broker.connections(party).createConnection();
          Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
        assertThrows(JMSException.class, session::createTemporaryQueue, party + " temporary queue");
        assertThrows(JMSException.class, () -> session.createConsumer(session.createQueue("NEW")));
        assertThrows(JMSException.class, () -> session.createProducer(session.createQueue("NEW")));
        assertThrows(
            JMSException.class,
            () -> session.createDurableSubscriber(session.createTopic("REPORTS"), "sub"));
        for (HubQueue queue : broker.queues().all()) {
          assertThrows(
              JMSException.class,
              () ->
                  session
                      .createBrowser(session.createQueue(queue.name()))
                      .getEnumeration()
                      .hasMoreElements(),
              party + " browses " + queue.name());
        }
      }
    }
  }

  @Test
  void aStrangerAPartyWithAnothersPasswordAndArtemisOwnClusterUserAreTurnedAway() {
    String url = "vm://" + vmNumber();
    assertRefused(url, null, null);
    assertRefused(url, "core", "");
    assertRefused(url, "core", "core");
    assertRefused(url, "admin", "admin");
    assertRefused(url, "ACTIVEMQ.CLUSTER.ADMIN.USER", "CHANGE ME!!");
  }

  private static void assertRefused(String url, String user, String password) {
    try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url)) {
      assertThrows(
          JMSSecurityException.class, () -> connections.createConnection(user, password).close());
    }
  }

  private static int vmNumber() {
    return BrokerForTests.lastNumber();
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(List.of("activemq.management", "activemq.notifications"));
    broker.queues().all().forEach(queue -> names.add(queue.name()));
    return names;
  }

  private static boolean maySend(Party party, String queue) throws JMSException {
    try (Connection connection = broker.connections(party).createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      Message message = session.createBytesMessage();
      message.setStringProperty("_AMQ_LVQ_NAME", "test");
      session.createProducer(session.createQueue(queue)).send(message);
      session.commit();
      return true;
    } catch (JMSException refused) {
      return false;
    }
  }

  private static boolean mayConsume(Party party, String queue) throws JMSException {
    try (Connection connection = broker.connections(party).createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      session.createConsumer(session.createQueue(queue)).close();
      return true;
    } catch (JMSException refused) {
      return false;
    }
  }
}
