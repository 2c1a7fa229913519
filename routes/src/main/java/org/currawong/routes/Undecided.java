package org.currawong.routes;

import org.currawong.domain.Decision;

/** A message that can't be taken now; it stays in its queue, and goes to a person in the end. */
final class Undecided extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Undecided(String why) {
    super(why);
  }

  Undecided(Decision.Refused refused) {
    super(refused.why() + " " + refused.reasons());
  }
}
