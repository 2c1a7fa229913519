package org.currawong.broker;

import java.io.IOException;

/** How one way out sends words to one reporter. Called by one thread at a time. */
public interface ReplyWay {

  /** Whether it can take one more now; if not, the core asks again later. */
  boolean ready() throws IOException;

  /**
   * Sends one reply.
   *
   * @throws IOException when it failed; {@link #wasSent} is then asked what came of it
   */
  WayOut.Result send(Reply reply) throws IOException;

  /** What became of an attempt that a crash or an exception cut short. */
  WayOut.Evidence wasSent(Reply reply) throws IOException;
}
