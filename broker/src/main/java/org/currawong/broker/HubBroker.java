package org.currawong.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker inside this process. It listens to {@code vm://} alone; which party may do what is
 * {@link Queues}' word, also for parts of the same process.
 *
 * <p>A journal that cannot be read does not stop the hub: it is set aside under another name,
 * {@link #warnings()} says so, and the ways in hand over again what they still hold.
 */
public final class HubBroker implements AutoCloseable {
  /** Longest wait for the journal to be read at a start; 64 MiB take well under a second. */
  private static final long START_SECONDS = 60;

  /**
   * No prefetch, so that one slow reader holds one message; a sender hears whether its message was
   * taken; no message is so long that Artemis would write it to a file of its own, unsealed.
   */
  private static final String CONNECTION_OPTIONS =
      "?consumerWindowSize=0&blockOnNonDurableSend=true&minLargeMessageSize="
          + 2 * QueueWriter.MAX_MESSAGE_BYTES;

  private static final Logger LOG = LoggerFactory.getLogger(HubBroker.class);

  private final BrokerConfig config;
  private final PartySecurity security;
  private final ActiveMQServer server;
  private final List<String> warnings;

  private HubBroker(
      BrokerConfig config, PartySecurity security, ActiveMQServer server, List<String> warnings) {
    this.config = config;
    this.security = security;
    this.server = server;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Starts the broker and waits until it takes messages.
   *
   * @throws IllegalStateException if it does not start even on an empty folder
   * @throws UncheckedIOException if the folder cannot be made
   */
  public static HubBroker launch(BrokerConfig config) {
    SecureRandom random = new SecureRandom();
    PartySecurity security = new PartySecurity(random);
    List<String> warnings = new ArrayList<>();
    if (!Files.isDirectory(config.folder().resolve("journal"))) {
      warnings.add("The inbound queues' journal was not there; it was begun anew.");
    }
    try {
      privateFolder(config.folder());
      return new HubBroker(config, security, started(config, security, random), warnings);
    } catch (IllegalStateException unreadable) {
      warnings.add(setAside(config.folder(), unreadable));
      return new HubBroker(config, security, started(config, security, random), warnings);
    }
  }

  private static ActiveMQServer started(
      BrokerConfig config, PartySecurity security, SecureRandom random) {
    try {
      ActiveMQServer server =
          new ActiveMQServerImpl(BrokerSettings.of(config, random), null, security);
      AtomicReference<Exception> failure = new AtomicReference<>();
      server.registerActivationFailureListener(failure::set);
      server.start();
      if (failure.get() == null
          && server.waitForActivation(START_SECONDS, TimeUnit.SECONDS)
          && server.isActive()) {
        return server;
      }
      server.stop(true);
      throw new IllegalStateException("The broker did not start.", failure.get());
    } catch (IllegalStateException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the broker started.", e);
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not start: " + e.getMessage(), e);
    }
  }

  private static String setAside(Path folder, IllegalStateException why) {
    Path aside = unused(folder);
    try {
      Files.move(folder, aside);
      privateFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String warning =
        "The inbound queues' journal could not be read and was set aside as "
            + aside.getFileName()
            + "; queues were begun anew.";
    LOG.warn("{} Cause: {}", warning, why.getCause() == null ? why : why.getCause());
    return warning;
  }

  private static Path unused(Path folder) {
    Path aside = folder;
    for (int n = 1; Files.exists(aside); n++) {
      aside = folder.resolveSibling(folder.getFileName() + ".unreadable-" + n);
    }
    return aside;
  }

  private static void privateFolder(Path folder) {
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table this broker was started with. */
  public Queues queues() {
    return config.queues();
  }

  /** What a person should know about this start, such as a journal that was missing. */
  public List<String> warnings() {
    return warnings;
  }

  /** Whether it takes messages; false after a disk error has stopped it. */
  public boolean up() {
    return server.isActive();
  }

  /**
   * Connections of one party; every connection made by it is known to the broker as that party.
   * Consumers fetch one message at a time and nothing ahead.
   */
  public ConnectionFactory connections(Party party) {
    try {
      return new ActiveMQConnectionFactory(
          "vm://" + config.vmNumber() + CONNECTION_OPTIONS,
          PartySecurity.user(party),
          security.password(party));
    } catch (RuntimeException e) {
      throw new IllegalStateException("No connection to vm://" + config.vmNumber(), e);
    }
  }

  /** How many messages each queue holds, dead-letter and expiry queues too; for the console. */
  public Map<String, Long> depths() {
    Map<String, Long> depths = new LinkedHashMap<>();
    for (HubQueue queue : config.queues().all()) {
      for (String name : List.of(queue.name(), queue.dead(), queue.expired())) {
        depths.put(name, depth(name));
      }
    }
    return depths;
  }

  long depth(String name) {
    Queue queue = server.locateQueue(SimpleString.of(name));
    return queue == null ? 0 : queue.getMessageCount();
  }

  /**
   * Puts what failed too often back to where it came from; a person asks for it after the cause is
   * mended.
   *
   * @return how many messages went back
   */
  public int retryDead(HubQueue queue) throws JMSException {
    Queue dead = server.locateQueue(SimpleString.of(queue.dead()));
    try {
      return dead == null ? 0 : dead.retryMessages(null);
    } catch (Exception e) {
      JMSException failure = new JMSException("Could not retry " + queue.dead());
      failure.setLinkedException(e);
      throw failure;
    }
  }

  /** Stops it; messages on disk stay there. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The broker did not stop cleanly: {}", e.toString());
    }
  }
}
