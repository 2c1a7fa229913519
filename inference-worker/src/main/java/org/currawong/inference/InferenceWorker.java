package org.currawong.inference;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.currawong.broker.Assessed;
import org.currawong.broker.Job;
import org.currawong.domain.report.Assessment;

/**
 * Answers jobs with the built-in rung. The work is done on the caller's pool of processor threads,
 * so that however many readers wait for it, no more cores are busy than the pool has.
 */
public final class InferenceWorker {

  /** The language models take seconds to load on a small machine; an answer takes milliseconds. */
  static final long PATIENCE_SECONDS = 60;

  private final BuiltInRung rung;
  private final ExecutorService processors;

  /**
   * A worker.
   *
   * @param processors platform threads, at most the machine's cores less one; the caller closes it
   */
  public InferenceWorker(BuiltInRung rung, ExecutorService processors) {
    this.rung = rung;
    this.processors = processors;
  }

  /**
   * All that the rung can say about the job's report, whichever duty it asks for: filing needs
   * urgency, category and place together. Asked again about a report it answers the same.
   *
   * @throws IllegalStateException if it takes longer than {@link #PATIENCE_SECONDS}, or failed: the
   *     job stays in its queue
   */
  public Assessed answer(Job job) {
    Future<Assessed> answer = processors.submit(() -> new Assessed(job.report(), answers(job)));
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a job was being answered", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IllegalStateException("no answer within " + PATIENCE_SECONDS + " s", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the rules failed on a job", e.getCause());
    }
  }

  private List<Assessment> answers(Job job) {
    return rung.assess(job.report(), job.text(), job.language(), job.place());
  }
}
