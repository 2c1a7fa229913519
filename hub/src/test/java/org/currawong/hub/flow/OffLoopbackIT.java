package org.currawong.hub.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
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
    try (HubNode fresh = open(folder.resolve("new"))) {
      assertEquals("127.0.0.1", fresh.address().getHost());
      String note = String.join("; ", fresh.notes());
      assertTrue(note.contains("no administrator") && note.contains("0.0.0.0"), note);
      assertTrue(unreachable(fresh.address().getPort()));
    }
    try (HubNode kept = open(Town.founded(folder.resolve("kept")).data)) {
      assertEquals(200, Someone.resident(kept.address()).get("/").status());
    }
  }

  /** By another address of this machine: one that listens everywhere would answer there. */
  private static boolean unreachable(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.2", port), 2_000);
      return false;
    } catch (ConnectException refused) {
      return true;
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
