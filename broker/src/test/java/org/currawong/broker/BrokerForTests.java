package org.currawong.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Brokers for tests, each with a number of its own: several may live in one process. */
final class BrokerForTests {
  static final List<String> DUTIES = List.of("language", "urgency");
  static final List<String> REALMS = List.of("exercise", "live");
  static final Map<String, Party> WAYS =
      Map.of(
          "print", Party.CHANNELS,
          "radio", Party.RADIO,
          "rds", Party.HARDWARE,
          "relay", Party.SITE);

  private static final AtomicInteger NUMBER = new AtomicInteger(100);

  private BrokerForTests() {}

  static Queues queues() {
    return Queues.of(DUTIES, REALMS, WAYS);
  }

  static int lastNumber() {
    return NUMBER.get();
  }

  static HubBroker launch(Path folder) {
    return HubBroker.launch(new BrokerConfig(folder, queues(), NUMBER.incrementAndGet()));
  }
}
