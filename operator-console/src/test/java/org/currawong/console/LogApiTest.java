package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The log over the API, for those who check it. */
class LogApiTest {

  private static TestHub hub;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.live();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void eachPageLeadsOnToTheNextAndNoLineIsMissedOrComesTwice() throws Exception {
    Client dora = hub.staff("dora");
    List<String> lines = new ArrayList<>();
    String path = "/api/log?from=2&limit=3";
    for (String next = ""; next != null; path = "/api/log?limit=3&next=" + next) {
      JsonNode page = dora.get(path).json();
      page.get("lines").forEach(line -> lines.add(line.textValue().split(" ")[0]));
      assertTrue(lines.size() <= 100, "it ends");
      next = page.get("next").isNull() ? null : page.get("next").asText();
    }
    assertEquals(
        hub.core.read(s -> hub.core.log.stream().skip(1).map(e -> e.hash()).toList()), lines);
  }

  @Test
  void aBundleIsOfATimeWithTwoEndsTheEarlierFirst() throws Exception {
    Client dora = hub.staff("dora");
    String early = "2026-11-23T00:00:00Z";
    String late = "2026-11-24T00:00:00Z";
    Map<String, String> right = Map.of("from", early, "to", late);
    assertEquals(200, dora.post("/api/log/export", right).status());
    for (Map<String, String> wrong :
        List.of(
            Map.<String, String>of(),
            Map.of("from", early),
            Map.of("to", late),
            Map.of("from", late, "to", early),
            Map.of("from", early, "to", early))) {
      Client.Answer a = dora.post("/api/log/export", wrong);
      assertEquals(422, a.status(), wrong::toString);
    }
  }
}
