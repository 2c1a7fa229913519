package org.currawong.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends without Camel: one connection of one party, a batch at a time, all or nothing. For the core
 * that publishes what it derives from the log, and for {@link OrderDesk}.
 *
 * <p>Thread-safe: senders wait for each other. After a failure the next batch opens a new
 * connection.
 */
public final class QueueWriter implements AutoCloseable {
  /** The longest message: a report of 64 KB with its raw bytes, coded, fits four times. */
  public static final int MAX_MESSAGE_BYTES = 1 << 20;

  /** Artemis' property that names the key of a last-value message. */
  private static final String LAST_VALUE_KEY = "_AMQ_LVQ_NAME";

  private final ConnectionFactory connections;
  private final ReentrantLock lock = new ReentrantLock();
  private Connection connection;
  private Session session;
  private MessageProducer producer;

  private QueueWriter(ConnectionFactory connections) {
    this.connections = connections;
  }

  /** A writer of one party; it connects at its first batch. */
  public static QueueWriter of(HubBroker broker, Party party) {
    return new QueueWriter(broker.connections(party));
  }

  /**
   * One message on its way.
   *
   * @param queue where to
   * @param body 1 to {@link #MAX_MESSAGE_BYTES} bytes, as {@link QueueCodec} wrote them
   * @param key which last value it replaces; only for queues that keep the last value
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // Never compared; copying a megabyte twice helps nobody.
  public record Outgoing(HubQueue queue, byte[] body, Optional<String> key) {
    /** A message without a key. */
    public Outgoing(HubQueue queue, byte[] body) {
      this(queue, body, Optional.empty());
    }
  }

  /** Sends one message; see {@link #send(List)}. */
  public void send(HubQueue queue, byte[] body) throws JMSException {
    send(List.of(new Outgoing(queue, body)));
  }

  /**
   * Sends all messages or none; returns once the broker has them, on disk where the table says so.
   *
   * @throws JMSException if the party may not, a queue is full, a message is too long or empty, or
   *     the broker is down; then none was sent
   */
  public void send(List<Outgoing> batch) throws JMSException {
    lock.lock();
    try {
      connect();
      for (Outgoing message : batch) {
        put(message);
      }
      session.commit();
    } catch (JMSException e) {
      disconnect();
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void connect() throws JMSException {
    if (connection == null) {
      connection = connections.createConnection();
      session = connection.createSession(true, Session.SESSION_TRANSACTED);
      producer = session.createProducer(null);
    }
  }

  private void put(Outgoing outgoing) throws JMSException {
    if (outgoing.body().length == 0 || outgoing.body().length > MAX_MESSAGE_BYTES) {
      throw new JMSException("A queue message has 1 to " + MAX_MESSAGE_BYTES + " bytes.");
    }
    HubQueue queue = outgoing.queue();
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(outgoing.body());
    if (outgoing.key().isPresent()) {
      message.setStringProperty(LAST_VALUE_KEY, outgoing.key().get());
    }
    producer.send(
        session.createQueue(queue.name()),
        message,
        queue.persistent() ? DeliveryMode.PERSISTENT : DeliveryMode.NON_PERSISTENT,
        Message.DEFAULT_PRIORITY,
        queue.timeToLive().toMillis());
  }

  private void disconnect() {
    Connection old = connection;
    connection = null;
    session = null;
    producer = null;
    if (old != null) {
      try {
        old.close();
      } catch (JMSException alreadyGone) {
        // The batch's own failure is what the caller hears of; this connection is dropped anyway.
      }
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      disconnect();
    } finally {
      lock.unlock();
    }
  }
}
