package org.currawong.domain.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Json;
import org.currawong.domain.Realm;
import org.currawong.domain.delivery.Recipient;

/**
 * What may leave: the exact bytes of everything rendered, to whom, where, until when (HOUSE.md,
 * section 5). Written once by {@link #write()}; the text is then kept as it is, and {@code
 * manifest} is its SHA-256.
 *
 * @param epoch of the hub's keys, from 1
 * @param notBefore nothing leaves earlier
 * @param expires nothing leaves later
 * @param approvals how many people must have approved
 * @param salt 32 hex digits, so that the recipients' digests can't be guessed
 * @param artefacts of the alert; {@code corrections} those of its withdrawal, error, replacement
 */
public record ReleaseDocument(
    Realm realm,
    String hub,
    int epoch,
    String alert,
    int version,
    AlertStatus status,
    String area,
    Instant notBefore,
    Instant expires,
    int approvals,
    CapMessage cap,
    String salt,
    List<WayOut> ways,
    List<ArtefactRef> artefacts,
    List<ArtefactRef> corrections) {

  /**
   * One way out with its recipients.
   *
   * @param way {@code radio}, {@code print}, {@code cap}, {@code sms} …
   * @param repeats how often it says each artefact; 1 where that has no meaning
   * @param recipients how many; 0 where the directory names none
   * @param digest {@link #digest} over the recipients
   */
  public record WayOut(String way, int repeats, int recipients, String digest) {}

  /** The first field of the document, which keeps a document of one realm out of another. */
  public static String context(Realm realm) {
    return "currawong/release/" + realm.word() + "/v1";
  }

  /** Salted digest of a list of recipients, in the order given: 64 hex digits. */
  public static String digest(String salt, List<Recipient> recipients) {
    StringBuilder text = new StringBuilder(salt).append('\n');
    for (Recipient r : recipients) {
      text.append(r.id()).append('\t').append(r.address()).append('\t').append(r.language());
      text.append('\n');
    }
    return Artefact.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The document's text. Times are RFC 3339 in UTC. */
  public String write() {
    Map<String, Object> d = new LinkedHashMap<>();
    d.put("context", context(realm));
    d.put("hub", hub);
    d.put("epoch", epoch);
    d.put("alert", alert);
    d.put("version", version);
    d.put("status", status.word());
    d.put("area", area);
    d.put("not_before", notBefore);
    d.put("expires", expires);
    d.put("approvals", approvals);
    d.put("cap", Map.of("identifier", cap.identifier()));
    d.put("sent", cap.sent());
    d.put("salt", salt);
    d.put("ways", ways.stream().map(ReleaseDocument::way).toList());
    d.put("artefacts", artefacts.stream().map(ReleaseDocument::artefact).toList());
    d.put("corrections", corrections.stream().map(ReleaseDocument::artefact).toList());
    return Json.write(d);
  }

  private static Map<String, Object> way(WayOut w) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("way", w.way());
    m.put("repeats", w.repeats());
    m.put("recipients", w.recipients());
    m.put("digest", w.digest());
    return m;
  }

  static Map<String, Object> artefact(ArtefactRef a) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("name", a.name());
    m.put("type", a.type());
    m.put("bytes", a.bytes());
    m.put("sha256", a.sha256());
    return m;
  }
}
