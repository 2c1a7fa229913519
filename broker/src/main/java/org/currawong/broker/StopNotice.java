package org.currawong.broker;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.currawong.domain.Json;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.SignedRelease;

/**
 * Nothing of a release leaves any more (queues STOP.realm.way). It goes out the moment an alert is
 * withdrawn, before the correction's own document is made, and is signed like that one: a forged
 * stop would silence a true warning.
 *
 * @param stop a document as {@link #document} writes it, signed by the realm's key
 */
public record StopNotice(SignedRelease stop) implements QueueMessage {
  /** Checks the limits. */
  public StopNotice {
    OrderMessage.signed("stop", Limits.present("stop", stop));
  }

  /** The first field of the document, which keeps a stop of one realm out of another. */
  public static String context(Realm realm) {
    return "currawong/stop/" + realm.word() + "/v1";
  }

  /**
   * The text to sign, by {@link SignedRelease#signedBytes} with whoever withdrew the alert.
   *
   * @param manifest SHA-256 of the release document that is stopped, 64 hex digits
   * @param until it is remembered until then: 24 h after the alert's end
   */
  public static String document(
      Realm realm, String hub, int epoch, String manifest, Instant at, Instant until) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("context", context(realm));
    fields.put("hub", hub);
    fields.put("epoch", epoch);
    fields.put("manifest", manifest);
    fields.put("at", at);
    fields.put("until", until);
    return Json.write(fields);
  }
}
