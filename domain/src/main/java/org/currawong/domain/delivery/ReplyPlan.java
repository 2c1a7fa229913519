package org.currawong.domain.delivery;

/**
 * One reply before it has words: whose report it answers, and by which way.
 *
 * @param id the same each time it is derived, so that it goes once
 * @param report the report that it answers
 * @param way by which it goes: the one by which the report came
 */
public record ReplyPlan(String id, Kind kind, String report, String way) {

  /** The two classes of words that may leave without a release. */
  public enum Kind {
    /** A fixed receipt. */
    RECEIPT,
    /** A personal answer by a coordinator. */
    ANSWER
  }
}
