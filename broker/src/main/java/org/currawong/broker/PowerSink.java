package org.currawong.broker;

/** Where a power monitor's readings go: the queue POWER, or a list in a test. */
@FunctionalInterface
public interface PowerSink {
  /**
   * Takes one reading; returns once it can't be lost.
   *
   * @throws Exception if it was not taken: the monitor hands it in again
   */
  void send(PowerReading reading) throws Exception;

  /** The queue POWER, by a writer of the party that watches the UPS. */
  static PowerSink queue(QueueWriter writer, Queues queues, QueueCodec codec) {
    return reading -> writer.send(queues.power(), codec.write(queues.power(), reading));
  }
}
