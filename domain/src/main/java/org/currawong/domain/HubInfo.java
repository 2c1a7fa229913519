package org.currawong.domain;

import java.time.Instant;
import java.util.List;

/**
 * What the log says of the hub itself.
 *
 * @param realm what alerts of status Actual are released as: {@code LIVE}, or {@code DEMO}
 * @param started true once the hub has served: accounts made later need a second person
 * @param keys public keys as in {@code log/hub.pub}
 */
public record HubInfo(
    String hub, int epoch, Realm realm, boolean started, Instant openedAt, List<String> keys) {

  HubInfo serving() {
    return new HubInfo(hub, epoch, realm, true, openedAt, keys);
  }
}
