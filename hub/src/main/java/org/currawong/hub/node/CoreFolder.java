package org.currawong.hub.node;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.currawong.domain.Realm;
import org.currawong.incidentlog.IncidentLog;

/** How a data folder's log is opened, for the hub and for verbs that work on a stopped one. */
final class CoreFolder {

  private static final int MAX_SLUG = 40;
  private static final int TAIL_BYTES = 2;

  private CoreFolder() {}

  /**
   * What a new log is to be; an old one keeps its own id. The id comes from the hub's name, with a
   * random end so that two hubs of one town differ.
   */
  static IncidentLog.Opening opening(String hubName, Realm realm) {
    String name = Normalizer.normalize(hubName, Normalizer.Form.NFD);
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    byte[] tail = new byte[TAIL_BYTES];
    new SecureRandom().nextBytes(tail);
    String start = slug.isEmpty() ? "hub" : slug.substring(0, Math.min(MAX_SLUG, slug.length()));
    String id = start.replaceAll("-+$", "") + "-" + HexFormat.of().formatHex(tail);
    return new IncidentLog.Opening(id, realm);
  }
}
