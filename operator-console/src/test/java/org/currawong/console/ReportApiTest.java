package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports over the API (CONTRACT.md). */
class ReportApiTest {

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
  void aReportIsAnsweredWithAReceiptThatTellsItsStatus() throws Exception {
    Client.Answer a = hub.client().post("/api/reports", Map.of("text", "Water over the bridge"));
    assertEquals(201, a.status(), a.text());
    String receipt = a.json().get("receipt").textValue();
    assertNotNull(a.json().get("received_at").textValue());
    Client.Answer status = hub.client().get("/api/reports/receipt/" + receipt);
    assertEquals("received", status.json().get("status").textValue());
    assertTrue(status.json().get("words").textValue().contains("000"));
    assertNotNull(status.json().get("at").textValue());
  }

  @Test
  void aReceiptThatNobodyGaveTellsNothing() throws Exception {
    Client.Answer a = hub.client().get("/api/reports/receipt/00000000000000000000000000");
    assertEquals(404, a.status());
    assertEquals("application/problem+json", a.header("Content-Type"));
  }

  @Test
  void theSameKeyGivesTheSameReportAndAnotherBodyIsRefused() throws Exception {
    String[] key = {"Idempotency-Key", "retry-1234"};
    Client.Answer one = hub.client().post("/api/reports", Map.of("text", "Tree down"), key);
    Client.Answer two = hub.client().post("/api/reports", Map.of("text", "Tree down"), key);
    assertEquals(201, two.status());
    assertEquals(one.text(), two.text());
    Client.Answer other = hub.client().post("/api/reports", Map.of("text", "Fire"), key);
    assertEquals(422, other.status());
  }

  @Test
  void whatIsNoReportIsRefusedWithItsReason() throws Exception {
    Client c = hub.client();
    assertEquals(422, c.post("/api/reports", Map.of("text", "   ")).status());
    assertEquals(422, c.post("/api/reports", Map.of()).status());
    assertEquals(422, c.post("/api/reports", Map.of("text", 7)).status());
    assertEquals(422, c.post("/api/reports", Map.of("text", "a\u0000b")).status());
    assertEquals(413, c.post("/api/reports", Map.of("text", "x".repeat(8193))).status());
    assertEquals(413, c.post("/api/reports", Map.of("text", "x".repeat(1 << 20))).status());
    assertEquals(422, c.post("/api/reports", Map.of("text", "a", "lat", 91, "lon", 1)).status());
    assertEquals(400, raw(c, "{\"text\":\"a\"").status());
    assertEquals(400, raw(c, "{\"text\":\"a\",\"text\":\"b\"}").status());
    assertEquals(400, raw(c, "[".repeat(5000)).status());
    byte[] latin = "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(422, c.bytes("POST", "/api/reports", "application/json", latin).status());
    assertEquals(
        415,
        c.bytes("POST", "/api/reports", "text/plain", "a".getBytes(StandardCharsets.UTF_8))
            .status());
    Client.Answer empty = c.post("/api/reports", Map.of("text", ""));
    assertEquals("text", empty.json().get("errors").get(0).get("field").textValue());
    assertEquals(422, empty.json().get("status").intValue());
  }

  private static Client.Answer raw(Client c, String body) throws Exception {
    return c.bytes(
        "POST", "/api/reports", "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPlainFormIsLedToItsReceipt() throws Exception {
    Client.Answer a =
        hub.client().form("/api/reports", "text=Road+cut+%F0%9F%9A%A7&key=k-77&name=");
    assertEquals(303, a.status(), a.text());
    Client.Answer page = hub.client().get(a.header("Location"));
    assertEquals(200, page.status());
    assertTrue(page.text().contains("Your receipt"));
    Client.Answer wrong = hub.client().form("/api/reports", "text=%zz");
    assertEquals(422, wrong.status());
    assertTrue(wrong.text().contains("<h1>That was not done</h1>"));
  }

  @Test
  void onlyStaffMaySayHowAndWhenItCame() throws Exception {
    Map<String, Object> body =
        Map.of(
            "text",
            "Caller at 5",
            "via",
            "phone",
            "caller",
            "Old Mr Brown",
            "at",
            "2026-11-23T05:00:00+11:00");
    assertEquals(403, hub.client().post("/api/reports", body).status());
    Client ada = hub.as("ada");
    Client.Answer a = ada.post("/api/reports", body);
    assertEquals(201, a.status(), a.text());
    Client.Answer got = ada.get("/api/reports/" + a.json().get("id").textValue());
    assertEquals("phone", got.json().get("via").textValue());
    assertEquals("Old Mr Brown", got.json().get("from").get("caller").textValue());
    ada.csrf = "wrong";
    assertEquals(403, ada.post("/api/reports", body).status());
    assertEquals(201, ada.post("/api/reports", Map.of("text", "as a resident")).status());
  }

  @Test
  void aCouncilSeesNoNamesNumbersOrPlaces() throws Exception {
    Map<String, Object> body =
        Map.of(
            "text",
            "Mrs Quenby at 14 Mill Street, calle Wharf número 77, is stuck, 2 people, ring 0400 555 123 or q@example.org",
            "name",
            "Quenby",
            "contact",
            "0400 555 123",
            "lat",
            -33.5,
            "lon",
            150.2);
    String id = hub.client().post("/api/reports", body).json().get("id").textValue();
    String seen = hub.as("dora").get("/api/reports/" + id).text();
    for (String secret :
        new String[] {"Quenby", "0400", "14 Mill", "example.org", "-33.5", "receipt"}) {
      assertFalse(seen.contains(secret), secret + " in " + seen);
    }
    assertTrue(seen.contains("is stuck, 2 people"), seen);
    assertFalse(seen.contains("número 77"), seen);
    String whole = hub.as("ada").get("/api/reports/" + id).text();
    assertTrue(whole.contains("0400 555 123") && whole.contains("-33.5"));
  }

  @Test
  void aListComesInPagesThatMissNothing() throws Exception {
    for (int i = 0; i < 7; i++) {
      hub.client().post("/api/reports", Map.of("text", "paged report number " + i));
    }
    Client ada = hub.as("ada");
    String path = "/api/reports?q=paged%20report&limit=3";
    int seen = 0;
    String next = null;
    do {
      Client.Answer page = ada.get(next == null ? path : path + "&next=" + next);
      assertEquals(200, page.status(), page.text());
      seen += page.json().get("reports").size();
      next = page.json().get("next").textValue();
    } while (next != null);
    assertEquals(7, seen);
    assertEquals(422, ada.get("/api/reports?limit=0").status());
    assertEquals(422, ada.get("/api/reports?since=yesterday").status());
    assertEquals(422, ada.get("/api/reports?status=eaten").status());
    assertEquals(422, ada.get("/api/reports?bbox=1,2").status());
    assertEquals(0, ada.get("/api/reports?status=closed,safe").json().get("reports").size());
  }

  @Test
  void aPlusThatAScriptDidNotEscapeIsTheSameTime() throws Exception {
    Client.Answer in = hub.client().post("/api/reports", Map.of("text", "seen since then"));
    OffsetDateTime received = OffsetDateTime.parse(in.json().get("received_at").textValue());
    OffsetDateTime here = received.withOffsetSameInstant(ZoneOffset.ofHours(11));
    Client ada = hub.as("ada");
    String path = "/api/reports?q=seen%20since%20then&since=";
    for (OffsetDateTime since : new OffsetDateTime[] {here, here.plusSeconds(1)}) {
      int wanted = since.equals(here) ? 1 : 0;
      String plain = since.toString();
      for (String written : new String[] {plain, plain.replace("+", "%2B")}) {
        Client.Answer a = ada.get(path + written);
        assertEquals(200, a.status(), a.text());
        assertEquals(wanted, a.json().get("reports").size(), written);
      }
    }
  }

  @Test
  void aSenderWhoFloodsIsToldWhenToComeBackAndStaffAreNot() throws Exception {
    try (TestHub strict = TestHub.strict(3)) {
      for (int i = 0; i < 3; i++) {
        assertEquals(201, strict.client().post("/api/reports", Map.of("text", "r" + i)).status());
      }
      Client.Answer a = strict.client().post("/api/reports", Map.of("text", "r4"));
      assertEquals(429, a.status());
      assertTrue(Integer.parseInt(a.header("Retry-After")) > 0);
      assertEquals(201, strict.as("ada").post("/api/reports", Map.of("text", "r5")).status());
    }
  }

  @Test
  void withoutADiskNobodyIsToldThatAReportWasTaken() throws Exception {
    try (TestHub broken = TestHub.live()) {
      broken.core.breakDisk();
      Client.Answer a = broken.client().post("/api/reports", Map.of("text", "Help"));
      assertEquals(503, a.status());
      assertNotNull(a.header("Retry-After"));
    }
  }
}
