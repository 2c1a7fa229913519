package org.currawong.broker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A process of its own that sends and then stops without any clean-up; see {@link HubBrokerTest}.
 */
final class HaltedSender {
  /** Exit status that says "sent, then halted". */
  static final int HALTED = 77;

  private HaltedSender() {}

  /** Arguments: the broker's folder, then the messages to send to REPORTS. */
  public static void main(String[] arguments) throws Exception {
    HubBroker broker =
        HubBroker.launch(new BrokerConfig(Path.of(arguments[0]), BrokerForTests.queues(), 0));
    QueueWriter writer = QueueWriter.of(broker, Party.CHANNELS);
    for (int n = 1; n < arguments.length; n++) {
      writer.send(broker.queues().reports(), arguments[n].getBytes(StandardCharsets.UTF_8));
    }
    Runtime.getRuntime().halt(HALTED);
  }
}
