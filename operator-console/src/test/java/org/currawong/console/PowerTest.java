package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.currawong.domain.power.PowerSight;
import org.junit.jupiter.api.Test;

/** The power by the API, on pages, and what a low battery closes. */
class PowerTest {

  /** Signs of the workshop that no screen may show (SAFETY.md, section 5). */
  private static final String WORKSHOP = "(?s).*\\b(OB|LB|OL|rung)\\b.*";

  @Test
  void whereNobodyWatchesThePowerThatIsWhatIsSaid() throws Exception {
    try (TestHub hub = TestHub.live()) {
      assertEquals(401, hub.client().get("/api/power").status());
      JsonNode p = hub.staff("dora").get("/api/power").json();
      assertFalse(p.get("watched").asBoolean());
      assertEquals("mains", p.get("rung").asText());
      assertEquals("not watched", p.get("words").asText());
      assertTrue(p.get("charge").isNull() && p.get("since").isNull() && p.get("age").isNull());
    }
  }

  @Test
  void theApiTellsWhatTheUpsSaysAndWhatFollows() throws Exception {
    try (TestHub hub = TestHub.live()) {
      hub.power.set(Sights.of("OB DISCHRG FOO", "battery.charge", "83", "battery.runtime", "4800"));
      JsonNode p = hub.staff("cleo").get("/api/power").json();
      assertEquals("[\"OB\",\"DISCHRG\",\"FOO\"]", p.get("status").toString());
      assertEquals("battery", p.get("rung").asText());
      assertEquals("on battery", p.get("words").asText());
      assertEquals(83, p.get("charge").asInt());
      assertEquals(4_800, p.get("runtime").asInt());
      assertEquals(1, p.get("age").asInt());
      assertEquals(1.33, p.get("hours_to_dark").asDouble());
      assertEquals("1 h 20 min", p.get("to_dark").asText());
      Duration since = Duration.between(Instant.parse(p.get("since").asText()), Instant.now());
      assertTrue(since.toSeconds() >= 239 && since.toSeconds() < 300, since.toString());
      assertTrue(p.get("concerns").toString().contains("FOO"), p.toString());
      assertTrue(p.get("fault").isNull());
    }
  }

  @Test
  void everyPageShowsThePowerInWordsThatPeopleUse() throws Exception {
    try (TestHub hub = TestHub.live()) {
      Map<String, String> pages = PagesOfTown.of(hub);
      for (Map.Entry<String, PowerSight> sight : Sights.all().entrySet()) {
        hub.power.set(sight.getValue());
        for (String path : List.of("/console", "/radio", "/council", "/console/log", "/accounts")) {
          String words = line(hub.staff("fay").get(path).text());
          assertTrue(words.startsWith("Power: " + sight.getKey()), path + " " + words);
          assertFalse(words.matches(WORKSHOP), words);
        }
      }
      hub.power.set(Sights.all().get("on battery"));
      for (String path : pages.values()) {
        Client.Answer page = hub.staff("fay").get(path);
        boolean staff = page.text().contains("<nav aria-label=\"Pages\">");
        assertEquals(staff, page.text().contains("id=\"power\""), path);
      }
    }
  }

  private static String line(String page) {
    int from = page.indexOf("<div id=\"power\"");
    return page.substring(from, page.indexOf("</div>", from)).replaceAll("<[^>]*>", "").strip();
  }

  @Test
  void onALowBatteryPagesOnlyShowWhereTheSettingAsksAndReportsStillComeIn() throws Exception {
    try (TestHub hub = TestHub.live()) {
      hub.power.set(Sights.all().get("on battery"));
      assertEquals(201, hub.staff("ada").post("/api/alerts", Drafts.complete("Actual")).status());
      hub.power.set(Sights.all().get("battery low"));
      Client.Answer refused = hub.staff("ada").post("/api/alerts", Drafts.complete("Actual"));
      assertEquals(503, refused.status());
      assertEquals("60", refused.header("Retry-After"));
      assertTrue(refused.text().contains("the battery is low"), refused.text());
      assertTrue(hub.staff("ada").get("/api/power").json().get("read_only").asBoolean());
      assertEquals(201, hub.client().post("/api/reports", Map.of("text", "water")).status());
      assertEquals(200, hub.as("ben").get("/console").status());
      int status = hub.staff("ada").post("/api/alerts/none/withdrawal", Map.of()).status();
      assertTrue(status != 503, "an alert can be taken back: " + status);
      hub.power.set(Sights.all().get("on mains"));
      assertEquals(201, hub.staff("ada").post("/api/alerts", Drafts.complete("Actual")).status());
    }
  }
}
