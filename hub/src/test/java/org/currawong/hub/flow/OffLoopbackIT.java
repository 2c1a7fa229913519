package org.currawong.hub.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.currawong.hub.HubAddress;
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
    try (HubNode fresh = open(folder.resolve("new"), "0.0.0.0")) {
      assertEquals("127.0.0.1", fresh.address().getHost());
      String note = String.join("; ", fresh.notes());
      assertTrue(note.contains("no administrator") && note.contains("0.0.0.0"), note);
      assertTrue(unreachable("127.0.0.2", fresh.address().getPort()));
    }
  }

  @Test
  void withOneItListensWhereItIsToldAndWritesDownThatAddress() throws Exception {
    Path data = Town.founded(folder.resolve("kept")).data;
    try (HubNode kept = open(data, "0.0.0.0")) {
      assertEquals(200, Someone.resident(written(data, kept)).get("/").status());
      assertFalse(unreachable("127.0.0.2", kept.address().getPort()), "as web.host says");
    }
    try (HubNode kept = open(data, "127.0.0.2")) {
      assertEquals("127.0.0.2", written(data, kept).getHost());
      assertEquals(200, Someone.resident(written(data, kept)).get("/").status());
      assertTrue(unreachable("127.0.0.1", kept.address().getPort()), "nowhere else");
    }
  }

  /** As {@code run} writes it and {@code report} finds it. */
  private static URI written(Path data, HubNode hub) throws IOException {
    HubAddress.write(data, hub.address());
    return HubAddress.find(null, data);
  }

  /** By another address of this machine: one that listens everywhere would answer there. */
  private static boolean unreachable(String host, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 2_000);
      return false;
    } catch (ConnectException refused) {
      return true;
    }
  }

  private static HubNode open(Path data, String host) throws Exception {
    Map<String, String> settings = Map.of("web.port", "0", "web.host", host);
    return HubNode.launch(
        HubPlan.live(
            data,
            EffectiveSettings.of(Map.of(), Map.of(), settings).settings(),
            Clock.system(ZoneOffset.UTC)));
  }
}
