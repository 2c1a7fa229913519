package org.currawong.broker;

import java.util.List;
import org.currawong.domain.Command;
import org.currawong.domain.report.Assessment;

/**
 * What a worker answered about one report (queue ASSESSED): evidence, never a decision.
 *
 * @param answers at least one, of any duties
 */
public record Assessed(String report, List<Assessment> answers) implements QueueMessage {
  /** One report has seven duties; a rung may answer each a few times. */
  private static final int ANSWERS = 50;

  /** A summary or translation of the longest report. */
  private static final int ANSWER_BYTES = 32 * 1024;

  /** Checks the limits. */
  public Assessed {
    Limits.required("report", report, Limits.ID);
    Limits.list("answers", answers);
    if (answers.isEmpty() || answers.size() > ANSWERS) {
      throw new IllegalArgumentException("answers: 1 to " + ANSWERS);
    }
    answers = List.copyOf(answers);
    for (Assessment answer : answers) {
      Limits.present("duty", answer.duty());
      Limits.present("answer", answer.answer());
      Limits.optional("answer", answer.answer(), ANSWER_BYTES);
      Limits.required("by", answer.by(), Limits.NAME);
      Limits.optional("why", answer.why(), ANSWER_BYTES);
    }
  }

  /** What the core is asked to do. */
  public Command command() {
    return new Command.RecordAssessments(report, answers);
  }
}
