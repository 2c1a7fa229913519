package org.currawong.inference;

/**
 * What the evidence gate says of one answer of a model.
 *
 * @param answer as it may be shown; empty where it was refused
 * @param fault why it was refused; {@code null} where it passed
 * @param why in plain words
 */
record Verdict(String answer, Fault fault, String why) {

  /** What was wrong with an answer, by the kind of fact. */
  enum Fault {
    /** No JSON, not of the schema, too long, empty, or with characters that do not read. */
    SHAPE,
    NUMBER,
    LINK,
    /** A "not" that the report does not say, or one of the report's that was lost. */
    NEGATION,
    DIRECTION,
    TIME,
    NAME,
    /** Another word that the report does not hold. */
    WORD,
    /** The report's words, but not whole clauses of it in its order. */
    CUT,
    /** A doubt or a question of the report was lost. */
    DOUBT,
    /** It quotes what the report does not say, or nothing that speaks for the answer. */
    QUOTE,
    /** It is not in English, or means something else by the rules of both languages. */
    MEANING,
    /** Another urgency than the rules say: a model changes none. */
    URGENCY
  }

  static Verdict passed(String answer, String why) {
    return new Verdict(answer, null, why);
  }

  static Verdict refused(Fault fault, String why) {
    return new Verdict("", fault, why);
  }

  boolean accepted() {
    return fault == null;
  }
}
