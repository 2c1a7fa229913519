package org.currawong.incidentlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.State;

/**
 * Decides one batch on the tentative state: each command sees what the ones before it in the batch
 * brought, though none of it is on disk yet.
 */
final class Deciding {

  /** A command with what was decided; nobody is told before the batch is forced. */
  record Answer(Job job, Decision decision) {}

  /** What the domain's {@code Decider} does. */
  @FunctionalInterface
  interface Rule {
    Decision decide(State state, Command command, Actor actor, Instant now);
  }

  private final FactJson json;
  private final Rule rule;
  private final State tentative;
  private final LogBatch batch;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  Deciding(FactJson json, Rule rule, State tentative, LogBatch batch) {
    this.json = json;
    this.rule = rule;
    this.tentative = tentative;
    this.batch = batch;
  }

  /** The facts could not be applied: the tentative state is spoilt and nothing may be written. */
  static final class Spoilt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spoilt(RuntimeException cause) {
      super(cause);
    }
  }

  /**
   * Decides a command and adds its facts.
   *
   * @return false if its facts did not fit: it must come first in the next batch
   * @throws Spoilt if the state did not take the facts
   */
  boolean decide(Job job, Instant now) {
    Decision decision;
    List<byte[]> lines;
    try {
      decision = rule.decide(tentative, job.command(), job.actor(), now);
      lines = lines(decision.toLog(), now);
    } catch (RuntimeException e) {
      job.answer().completeExceptionally(e); // a fault of ours; nothing was logged
      return true;
    }
    if (lines.stream().anyMatch(l -> LogBatch.lineBytes(l) > LogLimits.LINE_BYTES)) {
      answers.add(new Answer(job, tooLarge()));
      return true;
    }
    if (!batch.hasRoomFor(lines)) {
      if (batch.size() == 0) {
        answers.add(new Answer(job, tooLarge()));
      }
      return batch.size() == 0;
    }
    add(decision.toLog(), lines, now);
    answers.add(new Answer(job, decision));
    return true;
  }

  private static Decision tooLarge() {
    return Decision.refused(Why.INVALID, "", "this is larger than the log takes");
  }

  private List<byte[]> lines(List<Fact> facts, Instant now) {
    List<byte[]> lines = new ArrayList<>(facts.size());
    for (Fact fact : facts) {
      lines.add(json.write(batch.next() + lines.size(), now, fact));
    }
    return lines;
  }

  private void add(List<Fact> facts, List<byte[]> lines, Instant now) {
    for (int i = 0; i < facts.size(); i++) {
      long n = batch.next();
      Entry entry = new Entry(n, now, batch.add(lines.get(i)), facts.get(i));
      try {
        tentative.apply(entry);
      } catch (RuntimeException e) {
        throw new Spoilt(e);
      }
      entries.add(entry);
    }
  }

  LogBatch batch() {
    return batch;
  }

  List<Entry> entries() {
    return entries;
  }

  List<Answer> answers() {
    return answers;
  }
}
