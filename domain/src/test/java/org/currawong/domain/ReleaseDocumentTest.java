package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactName;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.ReleaseDocument;
import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.alert.SignedRelease.Signatory;
import org.currawong.domain.alert.WithdrawalDocument;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.delivery.Recipient;
import org.junit.jupiter.api.Test;

/** HOUSE.md, section 5: one document names the exact bytes of everything that may leave. */
class ReleaseDocumentTest {

  private final TestHub hub = TestHub.live();

  private Alert rendered() {
    hub.waiting("a", Words.flood());
    return hub.alert("a");
  }

  @Test
  void theManifestIsTheHashOfTheDocumentsBytes() {
    Alert a = rendered();
    assertEquals(Artefact.sha256(a.document().getBytes(StandardCharsets.UTF_8)), a.manifest());
    assertEquals(64, a.manifest().length());
  }

  @Test
  void theDocumentBeginsWithItsContextSoThatRealmsNeverMix() {
    assertTrue(
        rendered().document().startsWith("{\"context\":\"currawong/release/live/v1\",\"hub\":"));
    hub.waiting("e", Words.exercise());
    assertTrue(
        hub.alert("e")
            .document()
            .startsWith("{\"context\":\"currawong/release/exercise/v1\",\"hub\":"));
    Set<String> contexts = new HashSet<>();
    for (Realm r : Realm.values()) {
      contexts.add(ReleaseDocument.context(r));
      contexts.add(WithdrawalDocument.context(r));
    }
    assertEquals(2 * Realm.values().length, contexts.size());
  }

  @Test
  void theDocumentNamesEveryArtefactAndEveryCorrectionWithItsHash() {
    Alert a = rendered();
    for (List<ArtefactRef> refs : List.of(a.artefacts(), a.corrections())) {
      for (ArtefactRef r : refs) {
        assertTrue(
            a.document()
                .contains(
                    "{\"name\":\""
                        + r.name()
                        + "\",\"type\":\""
                        + r.type()
                        + "\",\"bytes\":"
                        + r.bytes()
                        + ",\"sha256\":\""
                        + r.sha256()
                        + "\"}"),
            r.name());
      }
    }
  }

  @Test
  void theDocumentSaysWhereAndUntilWhenAndHowManyMustAgree() {
    Alert a = rendered();
    assertTrue(a.document().contains("\"area\":\"Río Flat\""));
    assertTrue(a.document().contains("\"expires\":\"" + a.draft().expires() + "\""));
    assertTrue(a.document().contains("\"status\":\"Actual\""));
    assertTrue(a.document().contains("\"approvals\":2"));
  }

  @Test
  void theDocumentNamesNobody() {
    String salt = "5".repeat(32);
    List<Recipient> people = List.of(new Recipient("p1", "+61255501234", "en"));
    String digest = ReleaseDocument.digest(salt, people);
    assertEquals(64, digest.length());
    assertFalse(rendered().document().contains("+612555"));
  }

  @Test
  void theRecipientsDigestChangesWithSaltPersonAddressLanguageAndOrder() {
    String salt = "5".repeat(32);
    Recipient p = new Recipient("p1", "+61255501234", "en");
    Recipient q = new Recipient("p2", "+61255501235", "vi");
    Set<String> digests =
        Set.of(
            ReleaseDocument.digest(salt, List.of(p, q)),
            ReleaseDocument.digest(salt, List.of(q, p)),
            ReleaseDocument.digest(salt, List.of(p)),
            ReleaseDocument.digest("6".repeat(32), List.of(p, q)),
            ReleaseDocument.digest(salt, List.of(p, new Recipient("p3", q.address(), "vi"))),
            ReleaseDocument.digest(salt, List.of(p, new Recipient("p2", "+612", "vi"))),
            ReleaseDocument.digest(salt, List.of(p, new Recipient("p2", q.address(), "en"))));
    assertEquals(7, digests.size());
  }

  @Test
  void whatIsSignedNamesTheDocumentAndEachApprovalInTheLog() {
    Signatory ben = new Signatory("ben", 7, "a".repeat(64));
    Signatory cleo = new Signatory("cleo", 8, "b".repeat(64));
    String signed = signed("doc", ben, cleo);
    assertEquals(
        "currawong-signed 1\n"
            + Artefact.sha256("doc".getBytes(StandardCharsets.UTF_8))
            + "\n7 "
            + "a".repeat(64)
            + " ben\n8 "
            + "b".repeat(64)
            + " cleo\n",
        signed);
    assertNotEquals(signed, signed("doc ", ben, cleo));
    assertNotEquals(signed, signed("doc", ben));
    assertNotEquals(signed, signed("doc", new Signatory("ben", 9, "a".repeat(64)), cleo));
  }

  private static String signed(String document, Signatory... by) {
    return new String(SignedRelease.signedBytes(document, List.of(by)), StandardCharsets.UTF_8);
  }

  @Test
  void namesOfArtefactsTellWordingLanguageAndWayOut() {
    ArtefactName n = ArtefactName.of("error.audio.vi.wav");
    assertEquals(Wording.ERROR, n.wording());
    assertEquals("vi", n.language());
    assertEquals("radio", n.way().orElseThrow());
    assertEquals("audio.vi", n.stem());
    assertEquals("replaced.audio.vi.wav", n.in(Wording.REPLACED));
    assertEquals("audio.en.wav", n.speaking("en").base());
    assertEquals("phonetree.pdf", ArtefactName.of("phonetree.pdf").speaking("en").base());
    assertTrue(ArtefactName.of("script.en.txt").way().isEmpty());
    assertTrue(ArtefactName.of("mesh.en.1.txt").way().isEmpty());
    assertEquals("cap", ArtefactName.of("cap.xml").way().orElseThrow());
    assertTrue(n.goesBy("radio") && n.goesBy("icecast"));
    assertEquals(List.of("audio.vi", "icecast-audio.vi"), stems(n, "radio", "icecast"));
    assertFalse(n.goesBy("sms") || ArtefactName.of("cap.xml").goesBy("icecast"));
  }

  private static List<String> stems(ArtefactName n, String... ways) {
    return java.util.Arrays.stream(ways).map(n::orderStem).toList();
  }
}
