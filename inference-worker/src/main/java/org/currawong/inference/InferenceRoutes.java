package org.currawong.inference;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.currawong.broker.CamelQueues;
import org.currawong.broker.HubQueue;
import org.currawong.broker.Job;
import org.currawong.broker.Malformed;
import org.currawong.broker.QueueCodec;
import org.currawong.broker.QueueMessage;
import org.currawong.broker.Queues;

/** Jobs in, answers out: the whole of what an inference worker does with queues. */
public final class InferenceRoutes extends EndpointRouteBuilder {

  /** The one queue of jobs that the built-in rung reads. */
  public static final String BUILT_IN = "built-in";

  private final CamelQueues queues;
  private final QueueCodec codec;
  private final InferenceWorker worker;
  private final HubQueue jobs;
  private final HubQueue assessed;
  private final int slots;

  /**
   * The worker's one route.
   *
   * @param queues those of the party INFERENCE
   * @param slots jobs answered at a time: one consumer each, without prefetch
   */
  public InferenceRoutes(
      CamelQueues queues, Queues table, QueueCodec codec, InferenceWorker worker, int slots) {
    this.queues = queues;
    this.codec = codec;
    this.worker = worker;
    this.jobs = table.jobs(BUILT_IN);
    this.assessed = table.assessed();
    this.slots = slots;
  }

  @Override
  public void configure() {
    from(queues.from(jobs, slots))
        .routeId("jobs for the built-in rung")
        .transform()
        .body(byte[].class, this::answer)
        // The rules say the same again when they are asked again.
        .to(queues.derivedTo(assessed));
  }

  /** What cannot be read as a job fails here and goes, in the end, to the dead letters. */
  private byte[] answer(byte[] bytes) {
    QueueMessage message = codec.read(jobs, bytes);
    return switch (message) {
      case Job job -> codec.write(assessed, worker.answer(job));
      case Malformed bad -> throw new IllegalArgumentException("malformed job: " + bad.why());
      default -> throw new IllegalArgumentException("a queue of jobs holds something else");
    };
  }
}
