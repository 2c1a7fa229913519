package org.currawong.hub.node;

import java.io.IOException;
import java.util.Optional;
import org.currawong.broker.ArtefactStore;
import org.currawong.console.ArtefactBytes;
import org.currawong.domain.Board;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.delivery.Order;
import org.currawong.routes.Papers;

/** The kept bytes of what was rendered, for ways out beside the core and for people's eyes. */
record Shelf(Board board, Papers papers) implements ArtefactStore, ArtefactBytes {

  @Override
  public Optional<byte[]> find(Order order) throws IOException {
    Optional<ArtefactRef> ref =
        board.read(
            s ->
                Optional.ofNullable(s.alert(order.alert()))
                    .flatMap(a -> a.artefact(order.artefact())));
    return ref.isEmpty() ? Optional.empty() : papers.unchecked(ref.get());
  }

  @Override
  public byte[] read(String alert, ArtefactRef ref) throws IOException {
    byte[] bytes =
        papers.bytes(ref).orElseThrow(() -> new IOException("the bytes are gone or damaged"));
    if (!Artefact.sha256(bytes).equals(ref.sha256())) {
      throw new IOException("the bytes on disk are not those that were rendered");
    }
    return bytes;
  }
}
