package org.currawong.inference;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.currawong.broker.Assessed;
import org.currawong.broker.CamelQueues;
import org.currawong.broker.HubQueue;
import org.currawong.broker.Job;
import org.currawong.broker.Malformed;
import org.currawong.broker.QueueCodec;
import org.currawong.broker.Queues;

/**
 * Questions to the model in, judged answers out; one consumer for each of the model's slots, which
 * fetches nothing ahead, so that a life in danger waits for one answer at most.
 */
public final class ModelRoutes extends EndpointRouteBuilder {

  /** A small machine computes one answer at a time. */
  private static final int SLOTS = 1;

  private final CamelQueues queues;
  private final QueueCodec codec;
  private final ModelRung rung;
  private final HubQueue jobs;
  private final HubQueue assessed;

  /**
   * The model's one route.
   *
   * @param queues those of the party INFERENCE
   */
  public ModelRoutes(CamelQueues queues, Queues table, QueueCodec codec, ModelRung rung) {
    this.queues = queues;
    this.codec = codec;
    this.rung = rung;
    this.jobs = table.jobs(Queues.MODEL);
    this.assessed = table.assessed();
  }

  @Override
  public void configure() {
    from(queues.from(jobs, SLOTS))
        .routeId("jobs for the model rung")
        .transform()
        .body(byte[].class, this::answer)
        .to(queues.to(assessed));
  }

  private byte[] answer(byte[] bytes) {
    return switch (codec.read(jobs, bytes)) {
      case Job job -> codec.write(assessed, judged(job));
      case Malformed bad -> throw new IllegalArgumentException("malformed job: " + bad.why());
      default -> throw new IllegalArgumentException("a queue of jobs holds something else");
    };
  }

  private Assessed judged(Job job) {
    try {
      return rung.answer(job);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the model was being asked", e);
    }
  }
}
