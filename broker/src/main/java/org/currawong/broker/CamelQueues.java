package org.currawong.broker;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.jms;

import jakarta.jms.ConnectionFactory;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.EndpointConsumerBuilder;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.dsl.JmsEndpointBuilderFactory.JmsEndpointConsumerBuilder;
import org.apache.camel.builder.endpoint.dsl.JmsEndpointBuilderFactory.JmsEndpointProducerBuilder;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * One party's queues as Camel endpoints; the only place where camel-jms consumers and producers are
 * made. Camel's own defaults acknowledge a message before the step has run, which loses it when the
 * process dies: here a message leaves its queue only after the whole route succeeded, and comes
 * again otherwise, up to the queue's limit.
 *
 * <p>Messages read have a {@code byte[]} body and no headers at all. A send inside a route that
 * reads a queue is not part of that read's transaction: steps are idempotent.
 */
public final class CamelQueues implements AutoCloseable {
  /** Sessions kept for senders of one party; more senders at a time open and close their own. */
  private static final int SENDER_SESSIONS = 8;

  /** How long a reader waits for a message before it looks whether it should stop, ms. */
  private static final int RECEIVE_MS = 1_000;

  /** A reader whose connection failed tries again after this time, ms. */
  private static final int RECOVERY_MS = 1_000;

  /** The highest of JMS' ten priorities; the others have 4. */
  private static final int HIGHEST = 9;

  private static final String FIRST = "JMSPriority = " + HIGHEST;
  private static final String REST = "JMSPriority < " + HIGHEST;

  private final String scheme;
  private final Party party;
  private final CachingConnectionFactory senders;
  private final ToLongFunction<String> depth;

  private CamelQueues(
      String scheme, Party party, CachingConnectionFactory senders, ToLongFunction<String> depth) {
    this.depth = depth;
    this.scheme = scheme;
    this.party = party;
    this.senders = senders;
  }

  /** Adds a party's queues to a Camel context; close it after the context has stopped. */
  public static CamelQueues of(CamelContext camel, HubBroker broker, Party party) {
    ConnectionFactory connections = broker.connections(party);
    CachingConnectionFactory senders = new CachingConnectionFactory(connections);
    senders.setSessionCacheSize(SENDER_SESSIONS);
    senders.setReconnectOnException(true);
    QueueComponent component = new QueueComponent(broker.queues());
    component.setConnectionFactory(connections);
    component.setTemplateConnectionFactory(senders);
    String scheme = "queues-" + party.name().toLowerCase(Locale.ROOT);
    camel.addComponent(scheme, component);
    return new CamelQueues(scheme, party, senders, broker::depth);
  }

  /**
   * Reads a queue.
   *
   * @param readers how many messages are worked on at a time, each on a thread of its own
   * @throws IllegalArgumentException if this party may not read it
   */
  public EndpointConsumerBuilder from(HubQueue queue, int readers) {
    return reading(queue, readers);
  }

  /** Reads, on one thread, only what was sent to the {@link #first} of a queue. */
  public EndpointConsumerBuilder firstFrom(HubQueue queue) {
    return reading(queue, 1).selector(FIRST);
  }

  /** Reads, on one thread, only what was not sent to the {@link #first} of a queue. */
  public EndpointConsumerBuilder restFrom(HubQueue queue) {
    return reading(queue, 1).selector(REST);
  }

  private JmsEndpointConsumerBuilder reading(HubQueue queue, int readers) {
    allow(queue, Right.CONSUME);
    JmsEndpointConsumerBuilder endpoint = jms(scheme, "queue:" + queue.name());
    endpoint
        .concurrentConsumers(readers)
        .disableReplyTo(true)
        .transacted(true)
        .cacheLevelName("CACHE_CONSUMER")
        .advanced()
        .lazyCreateTransactionManager(false)
        .receiveTimeout(RECEIVE_MS)
        .recoveryInterval(RECOVERY_MS);
    return endpoint;
  }

  /**
   * Writes a queue; returns once the broker has the message, on disk where the table says so.
   *
   * @throws IllegalArgumentException if this party may not write it
   */
  public EndpointProducerBuilder to(HubQueue queue) {
    return writing(queue, queue.persistent());
  }

  /** Writes a queue as {@link #to} does, ahead of what others wrote there and is still unread. */
  public EndpointProducerBuilder first(HubQueue queue) {
    return writing(queue, queue.persistent()).priority(HIGHEST);
  }

  /**
   * Writes a queue with what the log would ask for again after a crash: it need not be on disk
   * twice, whatever the table says of the queue.
   */
  public EndpointProducerBuilder derivedTo(HubQueue queue) {
    return writing(queue, false);
  }

  private JmsEndpointProducerBuilder writing(HubQueue queue, boolean persistent) {
    allow(queue, Right.SEND);
    return jms(scheme, "queue:" + queue.name())
        .deliveryPersistent(persistent)
        .timeToLive(queue.timeToLive().isZero() ? -1 : queue.timeToLive().toMillis())
        .disableReplyTo(true);
  }

  /** How many messages of a queue nobody has taken away yet, as of a moment ago. */
  public long waiting(HubQueue queue) {
    return depth.applyAsLong(queue.name());
  }

  private void allow(HubQueue queue, Right right) {
    if (!queue.allows(party, right)) {
      throw new IllegalArgumentException(
          party + " may not " + right.name().toLowerCase(Locale.ROOT) + " " + queue.name() + ".");
    }
  }

  @Override
  public void close() {
    senders.destroy();
  }
}
