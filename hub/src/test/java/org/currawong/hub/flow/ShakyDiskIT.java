package org.currawong.hub.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Rendering and orders on a disk that fails for a while: nothing is lost, nothing goes twice. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ShakyDiskIT {

  private static final Duration RENDERED = Duration.ofSeconds(60);

  /** Retries, the dead letters, and then two sweeps. */
  private static final Duration SWEPT = Duration.ofSeconds(90);

  /** Every order's tries are used up by then, in the step and in its queue. */
  private static final int ALL_TRIES = 24;

  @TempDir static Path folder;
  private static final ShakyDisk disk = new ShakyDisk();
  private static Town town;
  private static String path;

  @BeforeAll
  static void aHubRunsOnADiskThatWorks() throws Exception {
    town = Town.founded(folder.resolve("data")).startOn(disk.disk());
    path =
        "/api/alerts/" + town.someone("ada").post("/api/alerts", Drafts.flood("Actual")).text("id");
  }

  @AfterAll
  static void itStops() {
    town.close();
  }

  @Test
  void a01WhatCannotBeKeptIsNotShownAsRenderedAndTheDrafterIsToldWhy() throws Exception {
    Someone ada = town.someone("ada");
    disk.refusesToTake();
    assertEquals(200, ada.post(path + "/submit", Map.of()).status());
    Until.holds(RENDERED, "back to draft", () -> ada.get(path).text("state").equals("draft"));
    assertTrue(disk.refused() > 0);
    assertEquals("", ada.get(path).text("manifest"));
    assertTrue(ada.get(path).body().contains("input/output error"), "the reason is told");
  }

  @Test
  void a02OnceTheDiskWorksAgainTheSameDraftIsRendered() throws Exception {
    Someone ada = town.someone("ada");
    disk.worksAgain();
    assertEquals(200, ada.post(path + "/submit", Map.of()).status());
    Until.holds(RENDERED, "rendered", () -> !ada.get(path).text("manifest").isEmpty());
  }

  @Test
  void a03AReleaseWhoseOrdersAllFailGoesOutOnceTheDiskWorksAgainAndOnlyOnce() throws Exception {
    Map<String, String> yes =
        Map.of("manifest", town.someone("ben").get(path).text("manifest"), "confirm", Drafts.AREA);
    town.someone("ben").post(path + "/approvals", yes);
    disk.refusesToGive();
    assertEquals("released", town.someone("rhea").post(path + "/approvals", yes).text("state"));
    Until.holds(SWEPT, "all tries are used up", () -> disk.refused() >= ALL_TRIES);
    assertEquals(0, town.spooled("radio"));
    disk.worksAgain();
    Until.holds(SWEPT, "the recording", () -> town.spooled("radio") == 1);
    Until.holds(SWEPT, "sheet and phone tree", () -> town.spooled("print") == 2);
    Until.holds(SWEPT, "the CAP message", () -> town.spooled("cap") == 1);
  }
}
