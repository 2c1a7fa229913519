package org.currawong.hub;

/** Something a user can cause or mend: one line on standard error, never a stack trace. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Failure(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** It could not be done: what happened, and how to mend it. */
  public static Failure failed(String sentence) {
    return new Failure(Exit.FAILED, sentence);
  }

  /** The battery is too low to begin. */
  public static Failure lowBattery(String sentence) {
    return new Failure(Exit.LOW_BATTERY, sentence);
  }

  /** It was called wrongly: what to write instead. */
  public static Failure usage(String sentence) {
    return new Failure(Exit.USAGE, sentence);
  }

  /** One of {@link Exit}. */
  public int exitCode() {
    return exitCode;
  }
}
