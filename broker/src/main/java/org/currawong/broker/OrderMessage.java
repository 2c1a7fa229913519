package org.currawong.broker;

import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/**
 * An order to one way out (queues ORDERS.realm.way); nothing in it is believed before {@link
 * OrderDesk} has checked it.
 *
 * @param order its bytes may be {@code null}: then the way out takes the artefact of the same hash
 *     from the store beside it
 */
public record OrderMessage(Order order) implements QueueMessage {
  /** A release document with some fifty artefacts and twenty ways out. */
  private static final int DOCUMENT_BYTES = 256 * 1024;

  private static final int SIGNATURE_BYTES = 64;

  /** More people than any hub has coordinators. */
  private static final int SIGNATORIES = 50;

  /** Checks the limits; authenticity is {@link OrderDesk}'s matter. */
  public OrderMessage {
    Limits.present("order", order);
    Limits.required("id", order.id(), Limits.ID);
    Limits.required("alert", order.alert(), Limits.ID);
    Limits.present("realm", order.realm());
    Limits.required("hub", order.hub(), Limits.ID);
    Limits.required("way", order.way(), Limits.ID);
    Limits.required("artefact", order.artefact(), Limits.ID);
    Limits.required("type", order.type(), Limits.ID);
    Limits.optional("language", order.language(), Limits.ID);
    signed("release", Limits.present("release", order.release()));
    if (order.original() != null) {
      signed("original", order.original());
    }
    Limits.list("named", order.named()).forEach(OrderMessage::recipient);
    Limits.list("recipients", order.recipients()).forEach(OrderMessage::recipient);
  }

  static void signed(String field, SignedRelease signed) {
    Limits.required(field, signed.document(), DOCUMENT_BYTES);
    if (signed.signature() == null || signed.signature().length != SIGNATURE_BYTES) {
      throw new IllegalArgumentException(field + ": a signature has 64 bytes");
    }
    if (Limits.list(field, signed.approvals()).size() > SIGNATORIES) {
      throw new IllegalArgumentException(field + ": too many signatories");
    }
    for (SignedRelease.Signatory by : signed.approvals()) {
      Limits.required(field, by.by(), Limits.ID);
      Limits.required(field, by.hash(), Limits.ID);
    }
  }

  private static void recipient(Recipient recipient) {
    Limits.required("recipient", recipient.id(), Limits.ID);
    Limits.optional("address", recipient.address(), Limits.NAME);
    Limits.optional("language", recipient.language(), Limits.ID);
  }
}
