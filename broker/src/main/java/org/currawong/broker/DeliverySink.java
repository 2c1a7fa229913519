package org.currawong.broker;

import java.util.ArrayList;
import java.util.List;

/** Where delivery reports go: the queue DELIVERIES, or a list in a test. */
@FunctionalInterface
public interface DeliverySink {
  /**
   * Takes all reports or none; returns once they can't be lost.
   *
   * @throws Exception if none was taken
   */
  void send(List<DeliveryReport> batch) throws Exception;

  /** The queue DELIVERIES, by a writer of the party that serves the way out. */
  static DeliverySink queue(QueueWriter writer, Queues queues, QueueCodec codec) {
    return batch -> {
      List<QueueWriter.Outgoing> messages = new ArrayList<>();
      for (DeliveryReport report : batch) {
        messages.add(
            new QueueWriter.Outgoing(
                queues.deliveries(), codec.write(queues.deliveries(), report)));
      }
      writer.send(messages);
    };
  }
}
