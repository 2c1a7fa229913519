package org.currawong.hub.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.currawong.hub.node.HubNode;
import org.currawong.hub.node.HubPlan;
import org.currawong.hub.settings.EffectiveSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that nobody keeps is not shown to a network. */
class OffLoopbackIT {

  @TempDir Path folder;

  @Test
  void withoutAnAdministratorAHubListensOnLoopbackOnly() throws Exception {
    IOException refused = assertThrows(IOException.class, () -> open(folder.resolve("new")));
    assertTrue(refused.getMessage().contains("no administrator"), refused.getMessage());
    try (HubNode kept = open(Town.founded(folder.resolve("kept")).data)) {
      assertEquals(200, Someone.resident(kept.address()).get("/").status());
    }
  }

  private static HubNode open(Path data) throws Exception {
    Map<String, String> settings = Map.of("web.port", "0", "web.host", "0.0.0.0");
    return HubNode.launch(
        HubPlan.live(
            data,
            EffectiveSettings.of(Map.of(), Map.of(), settings).settings(),
            Clock.system(ZoneOffset.UTC)));
  }
}
