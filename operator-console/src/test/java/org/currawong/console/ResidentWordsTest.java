package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shown of an alert before its time has come, and after it was taken back. */
class ResidentWordsTest {

  private static TestHub hub;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.live();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @AfterEach
  void presentTime() {
    hub.ahead.set(Duration.ZERO);
  }

  private static String residents() throws Exception {
    return hub.client().get("/").text();
  }

  /** The studio's list of what is to be read out. */
  private static String onAir() throws Exception {
    String page = hub.staff("cleo").get("/radio").text();
    return page.substring(page.indexOf("id=\"force\""));
  }

  private static int message(String alert) throws Exception {
    return hub.client().get("/cap/hub-1." + alert + ".xml").status();
  }

  @Test
  void nothingOfAnAlertIsShownBeforeItBeginsAndAllOfItAfter() throws Exception {
    Map<String, Object> draft = PagesOfTown.words("Actual");
    draft.put("headline", "Gates of the dam open");
    draft.put("effective", Instant.now().plus(Duration.ofMinutes(10)));
    String id = PagesOfTown.released(hub, draft);
    hub.ahead.set(Duration.ofMinutes(9));
    assertFalse(residents().contains("Gates of the dam open"));
    assertFalse(onAir().contains("Gates of the dam open"));
    assertEquals(404, message(id));
    hub.ahead.set(Duration.ofMinutes(10));
    assertTrue(residents().contains("Gates of the dam open"));
    assertTrue(onAir().contains("Gates of the dam open"));
    assertEquals(200, message(id));
  }

  @Test
  void whoeverTakesItBackReadsFirstWhatPeopleWillBeTold() throws Exception {
    String id = PagesOfTown.released(hub, "Actual");
    String page = hub.staff("ada").get("/console/alerts/" + id + "/withdraw").text();
    String said = "The message about Mill Flat sent at [^<{]+ ";
    find(page, "<blockquote>" + said + "is withdrawn and is being checked\\. If you are in danger");
    find(page, "value=\"error\" required> " + said + "was a mistake\\. Warnings from other");
    find(page, "value=\"replaced\"> " + said + "is replaced by a new one\\. Warnings from other");
  }

  @Test
  void anAlertTakenBackIsToldInItsFixedWordsAndFoldedInEachOtherLanguage() throws Exception {
    Map<String, Object> draft = PagesOfTown.words("Actual");
    draft.put("headline", "A headline that was wrong");
    String id = PagesOfTown.released(hub, draft);
    Map<String, Object> back = Map.of("kind", "withdrawn", "reason", "checking");
    assertEquals(200, hub.staff("ada").post("/api/alerts/" + id + "/withdrawal", back).status());
    String page = residents();
    assertFalse(page.contains("A headline that was wrong"));
    find(
        page,
        "<h3 dir=\"auto\">Withdrawn, being checked: Mill Flat</h3><p dir=\"auto\"><strong>The"
            + " message about Mill Flat sent at [^<{]+ is withdrawn and is being checked\\.");
    find(
        page,
        "<details><summary lang=\"vi\">Tiếng Việt</summary>"
            + "<div lang=\"vi\" dir=\"auto\" class=\"words\">"
            + "<h3 dir=\"auto\">Đã rút lại, đang kiểm tra: Mill Flat</h3><p dir=\"auto\"><strong>"
            + "Thông báo về Mill Flat gửi lúc [^<{]+ đã được rút lại và đang được kiểm tra\\.");
  }

  private static void find(String page, String pattern) {
    assertTrue(Pattern.compile(pattern).matcher(page).find(), () -> pattern + "\n" + page);
  }
}
