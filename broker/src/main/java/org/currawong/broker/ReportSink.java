package org.currawong.broker;

/** Where a way in puts its reports: the queue REPORTS, or a list in a test. */
@FunctionalInterface
public interface ReportSink {
  /**
   * Takes one report; returns once the queue has it on disk. The way in keeps its source
   * nevertheless, until the core has the report.
   *
   * @throws Exception if it was not taken
   */
  void send(Handover report) throws Exception;

  /** The queue REPORTS, by a writer of the party that serves the way in. */
  static ReportSink queue(QueueWriter writer, Queues queues, QueueCodec codec) {
    return report -> writer.send(queues.reports(), codec.write(queues.reports(), report));
  }
}
