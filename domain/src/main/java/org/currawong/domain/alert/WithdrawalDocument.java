package org.currawong.domain.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Json;
import org.currawong.domain.Realm;

/**
 * What takes an alert back: names the release by its manifest and the correction's bytes, the CAP
 * Cancel among them, which is the only one not rendered with the alert (HOUSE.md, section 5).
 *
 * @param until corrections go out until then: 24 h after the alert's end
 */
public record WithdrawalDocument(
    Realm realm,
    String hub,
    int epoch,
    String alert,
    String manifest,
    WithdrawalKind kind,
    Instant at,
    Instant until,
    List<ArtefactRef> artefacts) {

  /** The first field of the document. */
  public static String context(Realm realm) {
    return "currawong/withdrawal/" + realm.word() + "/v1";
  }

  /** The document's text, kept as it is from then on. Times are RFC 3339 in UTC. */
  public String write() {
    Map<String, Object> d = new LinkedHashMap<>();
    d.put("context", context(realm));
    d.put("hub", hub);
    d.put("epoch", epoch);
    d.put("alert", alert);
    d.put("manifest", manifest);
    d.put("kind", kind.word());
    d.put("at", at);
    d.put("until", until);
    d.put("artefacts", artefacts.stream().map(ReleaseDocument::artefact).toList());
    return Json.write(d);
  }
}
