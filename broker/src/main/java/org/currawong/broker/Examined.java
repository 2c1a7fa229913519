package org.currawong.broker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.ReleaseDocument;
import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.alert.WithdrawalDocument;
import org.currawong.domain.delivery.Order;

/**
 * An order with its documents read: what {@link OrderChecks} judge.
 *
 * @param order with the very bytes that would go out
 * @param document the one it rests on, a release or a withdrawal
 * @param release the release; for a withdrawal the one that is taken back
 * @param hash SHA-256 of the order's bytes
 * @param manifest SHA-256 of the document's text
 */
record Examined(
    Order order,
    SignedDocument document,
    SignedDocument.Release release,
    String hash,
    String manifest) {

  /**
   * Reads the documents of an order.
   *
   * @throws IllegalArgumentException if they can't be read or do not belong together
   */
  static Examined of(Order order) {
    SignedDocument document = SignedDocument.read(order.release());
    SignedDocument.Release release =
        switch (document) {
          case SignedDocument.Release r -> r;
          case SignedDocument.Withdrawal w -> original(order.original());
          case SignedDocument.Stop s ->
              throw new IllegalArgumentException("a stop releases nothing");
        };
    return new Examined(
        order, document, release, Artefact.sha256(order.bytes()), document.manifest());
  }

  private static SignedDocument.Release original(SignedRelease original) {
    if (original != null && SignedDocument.read(original) instanceof SignedDocument.Release r) {
      return r;
    }
    throw new IllegalArgumentException("a withdrawal without its release");
  }

  Optional<WithdrawalDocument> withdrawal() {
    return document instanceof SignedDocument.Withdrawal w
        ? Optional.of(w.says())
        : Optional.empty();
  }

  /** What the document says may go out. */
  List<ArtefactRef> artefacts() {
    return withdrawal().map(WithdrawalDocument::artefacts).orElse(release.says().artefacts());
  }

  /** The row for one way out; empty where the release does not name it. */
  Optional<ReleaseDocument.WayOut> way(String name) {
    return release.says().ways().stream().filter(w -> w.way().equals(name)).findFirst();
  }

  Instant notBefore() {
    return withdrawal().map(WithdrawalDocument::at).orElse(release.says().notBefore());
  }

  Instant expires() {
    return withdrawal().map(WithdrawalDocument::until).orElse(release.says().expires());
  }

  /** The document's realm, the release's too. */
  boolean ofRealm(Realm realm) {
    return document.realm() == realm && release.realm() == realm && order.realm() == realm;
  }

  /**
   * What makes one copy the same copy, whatever id an order gives itself: order ids are not signed,
   * the document is.
   */
  String effect() {
    return manifest + " " + order.way() + " " + order.artefact();
  }

  /** The order as a way out gets it: times and kind that the signed document gives. */
  Order trusted() {
    return copy(order, order.bytes(), notBefore(), expires(), withdrawal().isPresent());
  }

  /** The order with the bytes that were found for it. */
  static Order with(Order order, byte[] bytes) {
    return copy(order, bytes, order.notBefore(), order.expires(), order.correction());
  }

  private static Order copy(
      Order order, byte[] bytes, Instant notBefore, Instant expires, boolean correction) {
    return new Order(
        order.id(),
        order.alert(),
        order.realm(),
        order.hub(),
        order.epoch(),
        order.way(),
        correction,
        order.artefact(),
        order.type(),
        order.language(),
        bytes,
        order.repeats(),
        notBefore,
        expires,
        order.release(),
        order.original(),
        order.named(),
        order.recipients(),
        order.hubTime());
  }
}
