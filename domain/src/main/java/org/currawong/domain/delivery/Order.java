package org.currawong.domain.delivery;

import java.time.Instant;
import java.util.List;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.SignedRelease;

/**
 * What the core tells one way out to do; believed only after OrderDesk has checked it against the
 * signed document.
 *
 * @param release document, approvals and signature; for a correction the withdrawal's
 * @param original for a correction the signed release that it corrects, else {@code null}
 * @param named all recipients that the release document counts and digests for this way, in its
 *     order
 * @param recipients those of them this order goes to
 * @param language of the artefact, or {@code null}
 * @param bytes of the artefact
 * @param hubTime the core's clock when it was sent, for sites whose own clock is behind
 */
public record Order(
    String id,
    String alert,
    Realm realm,
    String hub,
    int epoch,
    String way,
    boolean correction,
    String artefact,
    String type,
    String language,
    byte[] bytes,
    int repeats,
    Instant notBefore,
    Instant expires,
    SignedRelease release,
    SignedRelease original,
    List<Recipient> named,
    List<Recipient> recipients,
    Instant hubTime) {

  public Order {
    named = List.copyOf(named);
    recipients = List.copyOf(recipients);
  }
}
