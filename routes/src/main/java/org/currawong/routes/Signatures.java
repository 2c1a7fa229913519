package org.currawong.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.alert.SignedRelease.Signatory;

/**
 * Signs documents, each once for all the orders that carry it: every way out of an alert is made
 * ready at the same moment. Ed25519 gives the same signature each time, so that none needs to be
 * kept on disk.
 */
final class Signatures {

  /** Alerts under way at once, with their withdrawals and stops; what is older is signed again. */
  private static final int MOST = 64;

  private final Papers papers;
  private final Map<Wanted, SignedRelease> made =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, SignedRelease> eldest) {
          return size() > MOST;
        }
      };

  private record Wanted(Realm realm, String document, List<Signatory> by) {}

  Signatures(Papers papers) {
    this.papers = papers;
  }

  synchronized SignedRelease of(Realm realm, String document, List<Signatory> by) {
    Wanted wanted = new Wanted(realm, document, List.copyOf(by));
    SignedRelease known = made.get(wanted);
    if (known == null) {
      byte[] signature = papers.sign(realm, SignedRelease.signedBytes(document, by));
      known = new SignedRelease(document, by, signature);
      made.put(wanted, known);
    }
    return known;
  }
}
