package org.currawong.console;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drafts for tests, as JSON. */
final class Drafts {

  private Drafts() {}

  static Map<String, Object> complete(String status) {
    Map<String, Object> d = new LinkedHashMap<>();
    d.put("status", status);
    d.put("hazard", "flood");
    d.put("level", "CommunityInformation");
    d.put("headline", "Flood at Mill Flat");
    d.put("description", "The creek is over the road.");
    d.put("instruction", "Move to higher ground now.");
    d.put("area", Map.of("name", "Mill Flat", "boundary", "from the bridge to the school"));
    d.put("expires", Instant.now().plus(Duration.ofHours(6)));
    d.put("next_update", Instant.now().plus(Duration.ofHours(1)));
    d.put("languages", List.of("en"));
    return d;
  }
}
