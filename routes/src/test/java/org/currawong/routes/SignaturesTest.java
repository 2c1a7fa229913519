package org.currawong.routes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.alert.SignedRelease.Signatory;
import org.junit.jupiter.api.Test;

/** One signature for all the orders of a document, and never that of another. */
class SignaturesTest {

  private static final List<Signatory> TWO =
      List.of(new Signatory("ben", 7, "a".repeat(64)), new Signatory("cleo", 8, "b".repeat(64)));

  private final List<String> signed = new ArrayList<>();
  private final Signatures signatures = new Signatures(new Keys());

  /** "Signs" by giving the realm and the bytes back. */
  private final class Keys implements Papers {
    @Override
    public void keep(List<Artefact> artefacts) {
      throw new AssertionError("nothing is kept");
    }

    @Override
    public Optional<byte[]> bytes(ArtefactRef ref) {
      throw new AssertionError("nothing is read");
    }

    @Override
    public Optional<byte[]> unchecked(ArtefactRef ref) {
      throw new AssertionError("nothing is read");
    }

    @Override
    public byte[] sign(Realm realm, byte[] bytes) {
      signed.add(realm.word());
      return (realm.word() + new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private void holds(Realm realm, String document, List<Signatory> by) {
    SignedRelease r = signatures.of(realm, document, by);
    assertEquals(document, r.document());
    assertEquals(by, r.approvals());
    assertArrayEquals(
        new Keys().sign(realm, SignedRelease.signedBytes(document, by)), r.signature());
    signed.removeLast();
  }

  @Test
  void theSameDocumentIsSignedOnce() {
    holds(Realm.LIVE, "d", TWO);
    holds(Realm.LIVE, "d", TWO);
    assertEquals(List.of("live"), signed);
  }

  @Test
  void anotherRealmDocumentOrSignatoryIsSignedAnew() {
    holds(Realm.LIVE, "d", TWO);
    holds(Realm.EXERCISE, "d", TWO);
    holds(Realm.LIVE, "e", TWO);
    holds(Realm.LIVE, "d", TWO.subList(0, 1));
    assertEquals(4, signed.size());
  }

  @Test
  void afterManyOthersADocumentIsSignedAgainAndAlike() {
    holds(Realm.LIVE, "first", TWO);
    for (int i = 0; i < 100; i++) {
      holds(Realm.LIVE, "d" + i, TWO);
    }
    holds(Realm.LIVE, "first", TWO);
    assertEquals(102, signed.size());
  }
}
