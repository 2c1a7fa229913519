package org.currawong.hub.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drafts of an invented town, as a coordinator's client sends them. */
public final class Drafts {

  /** The name of the area, as an approver types it. */
  public static final String AREA = "Lower Wattle Flat";

  private Drafts() {}

  /** A flood that ends in three hours. */
  public static Map<String, Object> flood(String status) {
    Map<String, Object> d = new LinkedHashMap<>();
    Instant now = Instant.now();
    d.put("status", status);
    d.put("hazard", "flood");
    d.put("level", "CommunityInformation");
    d.put("headline", "Flood at Lower Wattle Flat");
    d.put("description", "The river is over Mill Road at the bridge.");
    d.put("instruction", "Move to higher ground now.");
    d.put(
        "area",
        Map.of(
            "name", AREA,
            "boundary", "between the river and Station Street",
            "polygon", "-35.10,149.20 -35.10,149.22 -35.12,149.22 -35.12,149.20 -35.10,149.20"));
    d.put("expires", now.plus(Duration.ofHours(3)).toString());
    d.put("next_update", now.plus(Duration.ofHours(1)).toString());
    d.put("languages", List.of("en"));
    return d;
  }
}
