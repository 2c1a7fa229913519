package org.currawong.broker;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.ReleaseDocument;
import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.alert.SignedRelease.Signatory;
import org.currawong.domain.alert.WithdrawalDocument;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/**
 * A hub's papers for tests: documents, signatures and orders as the core would write them, with
 * every field open to be forged.
 */
final class Papers {
  static final Instant SENT = Instant.parse("2026-11-23T05:00:00Z");
  static final Instant NOW = SENT.plusSeconds(60);
  static final Instant EXPIRES = SENT.plusSeconds(3_600);
  static final KeyPair KEY = pair();
  static final KeyPair OTHER_KEY = pair();
  static final String HUB = "hub-a";
  static final int EPOCH = 1;
  static final String SALT = "0".repeat(32);

  Realm realm = Realm.LIVE;
  String hub = HUB;
  int epoch = EPOCH;
  String alert = "a1";
  AlertStatus status = AlertStatus.ACTUAL;
  Instant notBefore = SENT;
  Instant expires = EXPIRES;
  int approvalsNeeded = 2;
  List<String> approvers = List.of("ana", "ben");
  List<String> withdrawers = List.of("ana");
  WithdrawalKind kind = WithdrawalKind.WITHDRAWN;
  KeyPair key = KEY;
  String way = "sms";
  String documentWay = "sms";
  String artefact = "sms.en.txt";
  String type = "text/plain";
  byte[] named = bytes("Flood. Go to high ground.");
  byte[] bytes = named;
  int repeats = 1;
  int allowedRepeats = 1;
  String id = "o7-sms.en";
  String orderAlert = "a1";
  Realm orderRealm;
  List<Recipient> recipients = people(2);
  List<Recipient> list = people(2);
  List<Recipient> digested = people(2);
  boolean correction;
  boolean flag;
  boolean preparedCorrection = true;
  String withdrawnManifest;

  static List<Recipient> people(int count) {
    List<Recipient> people = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      people.add(new Recipient("p" + n, "+6140000000" + n, "en"));
    }
    return people;
  }

  /** For everyone at once, as print and radio have it. */
  Papers toAll(String wayOut, String name, String mediaType) {
    way = wayOut;
    documentWay = wayOut;
    artefact = name;
    type = mediaType;
    recipients = List.of(Recipient.everyone());
    list = recipients;
    digested = recipients;
    return this;
  }

  Papers to(int count) {
    recipients = people(count);
    list = recipients;
    digested = recipients;
    return this;
  }

  Papers asCorrection() {
    correction = true;
    flag = true;
    artefact = "withdrawn.sms.en.txt";
    return this;
  }

  ReleaseDocument release() {
    ArtefactRef ref = new Artefact(artefact, type, named, false).ref();
    ArtefactRef other = new Artefact("cap.xml", "application/cap+xml", named, false).ref();
    return new ReleaseDocument(
        realm,
        hub,
        epoch,
        alert,
        1,
        status,
        "Mill Rd",
        notBefore,
        expires,
        approvalsNeeded,
        new CapMessage("cap-1", "Alert", SENT, "cap.xml"),
        SALT,
        List.of(
            new ReleaseDocument.WayOut(
                documentWay,
                allowedRepeats,
                digested.size(),
                ReleaseDocument.digest(SALT, digested))),
        correction ? List.of(other) : List.of(ref, other),
        correction && preparedCorrection ? List.of(ref) : List.of());
  }

  String manifest() {
    return Artefact.sha256(bytes(release().write()));
  }

  private WithdrawalDocument withdrawal() {
    ArtefactRef ref = new Artefact(artefact, type, named, false).ref();
    String manifest = withdrawnManifest == null ? manifest() : withdrawnManifest;
    return new WithdrawalDocument(
        realm,
        hub,
        epoch,
        alert,
        manifest,
        kind,
        SENT.plusSeconds(30),
        expires.plusSeconds(86_400),
        List.of(ref));
  }

  Order order() {
    SignedRelease released = signed(release().write(), approvers);
    SignedRelease main = correction ? signed(withdrawal().write(), withdrawers) : released;
    return new Order(
        id,
        orderAlert,
        orderRealm == null ? realm : orderRealm,
        hub,
        epoch,
        way,
        flag,
        artefact,
        type,
        "en",
        bytes,
        repeats,
        notBefore,
        expires,
        main,
        correction ? released : null,
        list,
        recipients,
        NOW);
  }

  OrderMessage message() {
    return new OrderMessage(order());
  }

  StopNotice stop() {
    return new StopNotice(
        signed(
            StopNotice.document(
                realm, hub, epoch, manifest(), SENT.plusSeconds(30), expires.plusSeconds(86_400)),
            withdrawers));
  }

  SignedRelease signed(String document, List<String> by) {
    List<Signatory> signatories = new ArrayList<>();
    for (String person : by) {
      signatories.add(new Signatory(person, 5 + signatories.size(), "ab".repeat(32)));
    }
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key.getPrivate());
      signature.update(SignedRelease.signedBytes(document, signatories));
      return new SignedRelease(document, signatories, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
