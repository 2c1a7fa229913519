package org.currawong.hub.hardship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.currawong.hub.flow.Drafts;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Someone.Answer;
import org.currawong.hub.flow.Until;
import org.currawong.incidentlog.Anchors;
import org.currawong.incidentlog.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that fills up under a hub. Needs a small file system of its own, which only root may
 * mount; elsewhere it is named as skipped.
 */
class FullDiskIT {

  private static final long DISK_BYTES = 200L << 20;

  /** Inside the log's reserve of 64 MiB, above what the broker needs. */
  private static final long WITHIN_RESERVE = 44L << 20;

  private static final int BLOCK = 1 << 16;
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration RENDERED = Duration.ofSeconds(90);

  @TempDir Path folder;
  private Path disk;
  private final List<String> receipts = new ArrayList<>();

  @BeforeEach
  void aSmallDiskIsMounted() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    boolean mounted = SmallDisk.mount(disk, DISK_BYTES);
    Need.that(mounted, "no small file system can be mounted here (root may): full disk not tried");
  }

  @AfterEach
  void itIsUnmounted() throws Exception {
    SmallDisk.unmount(disk);
  }

  @Test
  void reportsWaitDecisionsGoOnAndNothingAcknowledgedIsLost() throws Exception {
    Path data = Folder.founded(disk.resolve("data"));
    try (HubProcess hub = HubProcess.begin(data).up()) {
      assertEquals(201, report(hub));
      String stopped = approvedOnce(hub);
      String fresh = approvedOnce(hub);
      fillTo(WITHIN_RESERVE);
      assertEquals(503, report(hub));
      decisionsGoOn(hub, stopped, fresh);
      fillTo(0);
      assertEquals(503, report(hub));
      Answer full = hub.someone("ada").post("/api/alerts", Drafts.flood("Actual"));
      assertTrue(full.status() == 503 || full.status() == 201, full.body());
      assertEquals(200, hub.resident().get("/").status(), "people can still read");
      Files.delete(disk.resolve("filler"));
      Until.holds(SOON, "reports are taken again", () -> report(hub) == 201);
      hub.kill();
    }
    assertTrue(Verifier.verify(data, Anchors.NONE).sound());
    try (HubProcess hub = HubProcess.begin(data).up()) {
      for (String receipt : receipts) {
        assertEquals(200, hub.resident().get("/api/reports/receipt/" + receipt).status());
      }
      assertEquals(0, hub.stop(), hub.err());
      new SpoolJudge(data).judge();
    }
  }

  /** Within the reserve an alert is released, leaves, is withdrawn and is corrected. */
  private static void decisionsGoOn(HubProcess hub, String stopped, String fresh) throws Exception {
    Someone ada = hub.someone("ada");
    Someone cleo = hub.someone("cleo");
    assertEquals("released", approve(cleo, stopped));
    Until.holds(SOON, "it left", () -> sent(ada, stopped, false));
    Map<String, String> why = Map.of("kind", "withdrawn", "reason", "the gauge was misread");
    assertEquals(200, cleo.post("/api/alerts/" + stopped + "/withdrawal", why).status());
    Until.holds(SOON, "the correction left", () -> sent(ada, stopped, true));
    assertEquals("released", approve(cleo, fresh));
  }

  private static boolean sent(Someone who, String alert, boolean correction) {
    boolean any = false;
    for (var d : who.get("/api/alerts/" + alert + "/deliveries").json().get("deliveries")) {
      if (d.path("correction").asBoolean() == correction) {
        any = true;
        if (!d.path("state").asText().equals("sent")) {
          return false;
        }
      }
    }
    return any;
  }

  private int report(HubProcess hub) throws Exception {
    Answer a = hub.resident().post("/api/reports", Map.of("text", "Water at the mill"));
    if (a.status() == 201) {
      receipts.add(a.text("receipt"));
    } else {
      assertFalse(a.text("detail").isBlank(), a.body());
    }
    return a.status();
  }

  private static String approvedOnce(HubProcess hub) throws Exception {
    Someone ada = hub.someone("ada");
    String id = ada.post("/api/alerts", Drafts.flood("Actual")).text("id");
    String path = "/api/alerts/" + id;
    assertEquals(200, ada.post(path + "/submit", Map.of()).status());
    Until.holds(RENDERED, "rendered", () -> !ada.get(path).text("manifest").isEmpty());
    assertEquals("approved", approve(hub.someone("ben"), id));
    return id;
  }

  private static String approve(Someone who, String id) {
    String path = "/api/alerts/" + id;
    Map<String, String> yes =
        Map.of("manifest", who.get(path).text("manifest"), "confirm", Drafts.AREA);
    Answer said = who.post(path + "/approvals", yes);
    return said.status() == 200 ? said.text("state") : said.body();
  }

  /** Writes a file until so much is free; with 0, until nothing more goes in. */
  private void fillTo(long free) throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream out =
        Files.newOutputStream(
            disk.resolve("filler"),
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND)) {
      while (free == 0 || Files.getFileStore(disk).getUsableSpace() > free + BLOCK) {
        out.write(block);
      }
    } catch (IOException full) {
      if (free > 0) {
        throw full;
      }
    }
  }
}
