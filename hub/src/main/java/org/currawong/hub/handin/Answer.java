package org.currawong.hub.handin;

import java.time.Duration;

/** What a hub said to one report. */
public sealed interface Answer {
  /** It is on the hub's disk. */
  record Received(String id, String receipt, String receivedAt) implements Answer {}

  /** It never will be: the hub says why. */
  record Refused(int status, String why) implements Answer {}

  /** Not now: ask again after this time. */
  record Busy(Duration pause) implements Answer {}

  /** The session that the report went in has ended; {@code session} counts from 1, 0 is none. */
  record SignedOut(int session) implements Answer {}

  /** No answer, or none that can be understood: whether it was received isn't known. */
  record Unknown(String why) implements Answer {}
}
