package org.currawong.broker;

import java.util.List;
import java.util.Optional;

/** Where the core tells every part the newest value of something: the queue STATE. */
@FunctionalInterface
public interface StateSink {
  /**
   * Replaces the last value of the notice's key.
   *
   * @throws Exception if it was not taken; the last value then stands
   */
  void tell(StateNotice notice) throws Exception;

  /** The queue STATE, by the core's writer. */
  static StateSink queue(QueueWriter writer, Queues queues, QueueCodec codec) {
    return notice ->
        writer.send(
            List.of(
                new QueueWriter.Outgoing(
                    queues.state(),
                    codec.write(queues.state(), notice),
                    Optional.of(notice.key()))));
  }
}
