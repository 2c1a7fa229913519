package org.currawong.broker;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** Turns the table of queues into Artemis' configuration. Whatever the table lacks is denied. */
final class BrokerSettings {
  /** One journal file: small, because a start reads them all and most hubs hold little. */
  private static final int JOURNAL_FILE_BYTES = 8 << 20;

  /** The longest record of the journal: one message of the greatest length and its head. */
  private static final int JOURNAL_BUFFER_BYTES = 2 * QueueWriter.MAX_MESSAGE_BYTES;

  /**
   * Below this much free disk senders are refused. A quarter of the log's reserve: while reports
   * wait for space, orders and stops must still get through.
   */
  private static final long MIN_FREE_DISK_BYTES = 16L << 20;

  /** The first wait before a failed message is tried again, ms. */
  private static final long REDELIVERY_MS = 200;

  private static final double REDELIVERY_FACTOR = 3.0;

  /** The longest wait between two tries, ms. */
  private static final long REDELIVERY_MAX_MS = 60_000;

  /** How often messages past their life are looked for, ms. */
  private static final long EXPIRY_SCAN_MS = 5_000;

  /** Threads for delivery; a hub has tens of queues and few cores. */
  private static final int THREADS = 16;

  private static final int TIMER_THREADS = 2;

  /** Memory for all queues together: the larger part of the heap stays with the other parts. */
  private static final int MEMORY_PERCENT = 40;

  private BrokerSettings() {}

  static Configuration of(BrokerConfig config, SecureRandom random) throws Exception {
    Configuration settings = new ConfigurationImpl();
    settings.setName("currawong-" + config.vmNumber());
    folders(settings, config.folder());
    settings.addAcceptorConfiguration(
        new TransportConfiguration(
            InVMAcceptorFactory.class.getName(),
            Map.of(TransportConstants.SERVER_ID_PROP_NAME, config.vmNumber()),
            "vm"));
    security(settings, random);
    limits(settings);
    settings.addAddressSetting("#", refuseEverything());
    settings.getSecurityRoles().put("#", Set.of());
    for (HubQueue queue : config.queues().all()) {
      add(settings, queue);
    }
    return settings;
  }

  private static void folders(Configuration settings, Path folder) {
    settings.setPersistenceEnabled(true);
    settings.setJournalType(JournalType.NIO);
    settings.setJournalDatasync(true);
    settings.setJournalFileSize(JOURNAL_FILE_BYTES);
    settings.setJournalBufferSize_NIO(JOURNAL_BUFFER_BYTES);
    settings.setJournalDirectory(folder.resolve("journal").toString());
    settings.setBindingsDirectory(folder.resolve("bindings").toString());
    settings.setPagingDirectory(folder.resolve("paging").toString());
    settings.setLargeMessagesDirectory(folder.resolve("large").toString());
    settings.setNodeManagerLockDirectory(folder.resolve("journal").toString());
  }

  private static void security(Configuration settings, SecureRandom random) {
    settings.setSecurityEnabled(true);
    settings.setPopulateValidatedUser(true);
    settings.setRejectEmptyValidatedUser(true);
    // Artemis lets its cluster user do everything, and ships a well-known password for it.
    settings.setClusterUser(PartySecurity.secret(random));
    settings.setClusterPassword(PartySecurity.secret(random));
    settings.setJMXManagementEnabled(false);
    settings.setJMXNotificationEnabled(false);
  }

  private static void limits(Configuration settings) {
    settings.setMinDiskFree(MIN_FREE_DISK_BYTES);
    settings.setGlobalMaxSizePercentOfJvmMaxMemory(MEMORY_PERCENT);
    settings.setMessageExpiryScanPeriod(EXPIRY_SCAN_MS);
    settings.setThreadPoolMaxSize(THREADS);
    settings.setScheduledThreadPoolMaxSize(TIMER_THREADS);
    // A slow disk must not make the broker halt the process that holds the log.
    settings.setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
    settings.setGracefulShutdownEnabled(false);
  }

  private static AddressSettings refuseEverything() {
    return new AddressSettings()
        .setAutoCreateQueues(false)
        .setAutoDeleteQueues(false)
        .setAutoCreateAddresses(false)
        .setAutoDeleteAddresses(false)
        .setAutoCreateDeadLetterResources(false)
        .setAutoCreateExpiryResources(false)
        .setDefaultConsumerWindowSize(0)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
        .setDiskFullMessagePolicy(DiskFullMessagePolicy.FAIL);
  }

  private static void add(Configuration settings, HubQueue queue) {
    AddressSettings limits = refuseEverything();
    limits.setMaxSizeBytes(queue.maxBytes());
    limits.setMaxDeliveryAttempts(queue.maxDeliveries());
    limits.setRedeliveryDelay(REDELIVERY_MS);
    limits.setRedeliveryMultiplier(REDELIVERY_FACTOR);
    limits.setMaxRedeliveryDelay(REDELIVERY_MAX_MS);
    limits.setDeadLetterAddress(SimpleString.of(queue.dead()));
    limits.setExpiryAddress(SimpleString.of(queue.expired()));
    if (!queue.timeToLive().isZero()) {
      limits.setMaxExpiryDelay(queue.timeToLive().toMillis());
    }
    settings.addAddressSetting(queue.name(), limits);
    settings.getSecurityRoles().put(queue.name(), roles(queue));
    address(settings, queue.name(), queue);
    // Only the broker itself moves messages there, and only the core takes them out again.
    for (String aside : new String[] {queue.dead(), queue.expired()}) {
      settings.addAddressSetting(
          aside,
          refuseEverything()
              .setMaxSizeBytes(queue.maxBytes())
              .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE));
      settings.getSecurityRoles().put(aside, Set.of(role(Party.CORE, false, true)));
      address(settings, aside, queue);
    }
  }

  private static Set<Role> roles(HubQueue queue) {
    Set<Role> roles = new HashSet<>();
    for (Party party : Party.values()) {
      boolean send = queue.allows(party, Right.SEND);
      boolean consume = queue.allows(party, Right.CONSUME);
      if (send || consume) {
        roles.add(role(party, send, consume));
      }
    }
    return roles;
  }

  /** No role may create, delete, manage, browse, view or edit. */
  private static Role role(Party party, boolean send, boolean consume) {
    return new Role(
        PartySecurity.user(party),
        send,
        consume,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false);
  }

  private static void address(Configuration settings, String name, HubQueue queue) {
    boolean lastValue = queue.keeping() == HubQueue.Keeping.LAST_VALUE && name.equals(queue.name());
    settings.addAddressConfiguration(
        new CoreAddressConfiguration()
            .setName(name)
            .addRoutingType(RoutingType.ANYCAST)
            .addQueueConfig(
                QueueConfiguration.of(name)
                    .setAddress(name)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(queue.persistent())
                    .setAutoDelete(false)
                    .setLastValue(lastValue)
                    .setNonDestructive(lastValue)));
  }
}
