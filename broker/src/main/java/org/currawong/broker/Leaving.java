package org.currawong.broker;

import java.io.IOException;

/** A desk closes; what is open of an order waits for the next start, and nothing is wrong. */
final class Leaving extends IOException {
  private static final long serialVersionUID = 1L;

  Leaving() {
    super("the desk closes; what is open of the order waits for the next start");
  }
}
