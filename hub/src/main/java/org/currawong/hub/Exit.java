package org.currawong.hub;

/** What a verb's exit code says to scripts and supervisors. */
public final class Exit {
  /** Done. */
  public static final int DONE = 0;

  /** It could not be done; standard error says why in one line. */
  public static final int FAILED = 1;

  /** Called wrongly; standard error says how to call it. */
  public static final int USAGE = 2;

  /**
   * Stopped because the battery is low: start it again when the mains are back (sysexits'
   * EX_TEMPFAIL).
   */
  public static final int LOW_BATTERY = 75;

  private Exit() {}
}
