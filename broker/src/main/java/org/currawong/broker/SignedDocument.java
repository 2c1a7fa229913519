package org.currawong.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.Realm;
import org.currawong.domain.Word;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.ReleaseDocument;
import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.alert.WithdrawalDocument;
import org.currawong.domain.alert.WithdrawalKind;

/**
 * A document that came with its signature, read. What it says is true only once {@link OrderChecks}
 * has seen the signature.
 */
sealed interface SignedDocument {
  /** The text with signatories and signature, as it came. */
  SignedRelease signed();

  /** The realm that its first field names. */
  Realm realm();

  /** The id of the hub that wrote it. */
  String hub();

  /** The epoch of that hub's keys. */
  int epoch();

  /** SHA-256 of the text. */
  default String manifest() {
    return Artefact.sha256(signed().document().getBytes(StandardCharsets.UTF_8));
  }

  /** A release document. */
  record Release(SignedRelease signed, ReleaseDocument says) implements SignedDocument {
    @Override
    public Realm realm() {
      return says.realm();
    }

    @Override
    public String hub() {
      return says.hub();
    }

    @Override
    public int epoch() {
      return says.epoch();
    }
  }

  /** A withdrawal document. */
  record Withdrawal(SignedRelease signed, WithdrawalDocument says) implements SignedDocument {
    @Override
    public Realm realm() {
      return says.realm();
    }

    @Override
    public String hub() {
      return says.hub();
    }

    @Override
    public int epoch() {
      return says.epoch();
    }
  }

  /** A stop; see {@link StopNotice#document}. */
  record Stop(
      SignedRelease signed,
      Realm realm,
      String hub,
      int epoch,
      String manifest,
      Instant at,
      Instant until)
      implements SignedDocument {}

  /**
   * Reads any of the three.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  static SignedDocument read(SignedRelease signed) {
    try {
      JsonNode d = StrictJson.MAPPER.readTree(signed.document());
      String context = text(d, "context");
      for (Realm realm : Realm.values()) {
        if (context.equals(ReleaseDocument.context(realm))) {
          return new Release(signed, release(realm, d));
        }
        if (context.equals(WithdrawalDocument.context(realm))) {
          return new Withdrawal(signed, withdrawal(realm, d));
        }
        if (context.equals(StopNotice.context(realm))) {
          return stop(signed, realm, d);
        }
      }
      throw new IllegalArgumentException("a document of no known kind");
    } catch (java.io.IOException | RuntimeException e) {
      throw new IllegalArgumentException("a document that can't be read", e);
    }
  }

  private static ReleaseDocument release(Realm realm, JsonNode d) {
    Instant sent = time(d, "sent");
    return new ReleaseDocument(
        realm,
        text(d, "hub"),
        number(d, "epoch"),
        text(d, "alert"),
        number(d, "version"),
        Word.find(AlertStatus.class, text(d, "status")).orElseThrow(),
        text(d, "area"),
        time(d, "not_before"),
        time(d, "expires"),
        number(d, "approvals"),
        new CapMessage(text(field(d, "cap"), "identifier"), "Alert", sent, "cap.xml"),
        text(d, "salt"),
        ways(field(d, "ways")),
        artefacts(field(d, "artefacts")),
        artefacts(field(d, "corrections")));
  }

  private static WithdrawalDocument withdrawal(Realm realm, JsonNode d) {
    return new WithdrawalDocument(
        realm,
        text(d, "hub"),
        number(d, "epoch"),
        text(d, "alert"),
        text(d, "manifest"),
        Word.find(WithdrawalKind.class, text(d, "kind")).orElseThrow(),
        time(d, "at"),
        time(d, "until"),
        artefacts(field(d, "artefacts")));
  }

  private static Stop stop(SignedRelease signed, Realm realm, JsonNode d) {
    return new Stop(
        signed,
        realm,
        text(d, "hub"),
        number(d, "epoch"),
        text(d, "manifest"),
        time(d, "at"),
        time(d, "until"));
  }

  private static List<ReleaseDocument.WayOut> ways(JsonNode list) {
    List<ReleaseDocument.WayOut> ways = new ArrayList<>();
    list.forEach(
        w ->
            ways.add(
                new ReleaseDocument.WayOut(
                    text(w, "way"),
                    number(w, "repeats"),
                    number(w, "recipients"),
                    text(w, "digest"))));
    return ways;
  }

  private static List<ArtefactRef> artefacts(JsonNode list) {
    List<ArtefactRef> artefacts = new ArrayList<>();
    list.forEach(
        a ->
            artefacts.add(
                new ArtefactRef(
                    text(a, "name"),
                    text(a, "type"),
                    field(a, "bytes").asLong(),
                    text(a, "sha256"),
                    false)));
    return artefacts;
  }

  private static JsonNode field(JsonNode node, String name) {
    return Limits.present(name, node.get(name));
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = field(node, name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " is no text");
    }
    return value.textValue();
  }

  private static int number(JsonNode node, String name) {
    JsonNode value = field(node, name);
    if (!value.isInt()) {
      throw new IllegalArgumentException(name + " is no number");
    }
    return value.intValue();
  }

  private static Instant time(JsonNode node, String name) {
    return Instant.parse(text(node, name));
  }
}
