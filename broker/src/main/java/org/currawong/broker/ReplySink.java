package org.currawong.broker;

/** Where it goes what became of replies: the queue REPLIED, or a list in a test. */
@FunctionalInterface
public interface ReplySink {
  /**
   * Takes one report; returns once it can't be lost.
   *
   * @throws Exception if it was not taken
   */
  void send(ReplyReport report) throws Exception;

  /** The queue REPLIED, by a writer of the party that serves the way out. */
  static ReplySink queue(QueueWriter writer, Queues queues, QueueCodec codec) {
    return report -> writer.send(queues.replied(), codec.write(queues.replied(), report));
  }
}
