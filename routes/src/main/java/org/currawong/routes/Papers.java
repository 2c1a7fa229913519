package org.currawong.routes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;

/** Where artefacts are kept and documents signed: the hub's disk and keys. */
public interface Papers {

  /**
   * Keeps bytes; forced, folder and all, on return.
   *
   * @throws IOException when the disk refuses; nothing is named by the log then
   */
  void keep(List<Artefact> artefacts) throws IOException;

  /** The bytes with this hash; empty when they are gone or damaged. */
  Optional<byte[]> bytes(ArtefactRef ref) throws IOException;

  /** The same, without a look at the hash; for whoever hashes them himself. */
  Optional<byte[]> unchecked(ArtefactRef ref) throws IOException;

  /** Ed25519 by the realm's release key. */
  byte[] sign(Realm realm, byte[] bytes);
}
