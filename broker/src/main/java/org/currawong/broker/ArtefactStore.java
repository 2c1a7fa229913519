package org.currawong.broker;

import java.io.IOException;
import java.util.Optional;
import org.currawong.domain.delivery.Order;

/** Where a way out finds the bytes of an order that carries none. */
@FunctionalInterface
public interface ArtefactStore {
  /**
   * The bytes of {@code order.artefact()} of {@code order.alert()}; empty when they are gone. They
   * need no checking: {@link OrderDesk} hashes them.
   */
  Optional<byte[]> find(Order order) throws IOException;
}
