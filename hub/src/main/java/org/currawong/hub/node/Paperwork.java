package org.currawong.hub.node;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.incidentlog.Artefacts;
import org.currawong.incidentlog.HubKeys;
import org.currawong.incidentlog.KeyUse;
import org.currawong.routes.Papers;

/** The hub's own disk and keys behind what the core renders and signs. */
record Paperwork(Artefacts artefacts, HubKeys keys) implements Papers {

  @Override
  public void keep(List<Artefact> made) throws IOException {
    artefacts.putAll(
        made.stream().map(a -> new Artefacts.Content(a.bytes(), a.personal())).toList());
  }

  @Override
  public Optional<byte[]> bytes(ArtefactRef ref) throws IOException {
    return artefacts.get(ref.sha256());
  }

  @Override
  public Optional<byte[]> unchecked(ArtefactRef ref) throws IOException {
    return artefacts.unchecked(ref.sha256());
  }

  @Override
  public byte[] sign(Realm realm, byte[] bytes) {
    return keys.sign(use(realm), bytes);
  }

  /** The release key of a realm. */
  static KeyUse use(Realm realm) {
    return KeyUse.valueOf(realm.name().toUpperCase(Locale.ROOT));
  }
}
