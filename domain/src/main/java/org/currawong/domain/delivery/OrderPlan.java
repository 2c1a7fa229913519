package org.currawong.domain.delivery;

import java.time.Instant;
import java.util.List;
import org.currawong.domain.Realm;

/**
 * One order before it is signed: one artefact, one way out.
 *
 * @param id unique over all alerts of a hub and the same each time it is derived; letters, digits,
 *     {@code .} and {@code -} only
 * @param correction false for a release, true for what follows a withdrawal
 * @param artefact whose bytes go out
 * @param recipients ids of those it goes to, or empty for all that the release names for the way
 *     and the artefact's language
 * @param document the release or withdrawal document that names it
 */
public record OrderPlan(
    String id,
    String alert,
    Realm realm,
    String way,
    boolean correction,
    String artefact,
    List<String> recipients,
    int repeats,
    String document,
    Instant notBefore,
    Instant expires) {

  public OrderPlan {
    recipients = List.copyOf(recipients);
  }
}
