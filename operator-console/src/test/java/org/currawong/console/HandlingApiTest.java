package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people do about reports and incidents, over the API (CONTRACT.md). */
class HandlingApiTest {

  private static TestHub hub;
  private static Client ada;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.live();
    ada = hub.staff("ada");
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static JsonNode taken(String text) throws Exception {
    return hub.client().post("/api/reports", Map.of("text", text)).json();
  }

  private static String report(String urgency) throws Exception {
    return Town.report(hub, "Water at the mill", urgency, "en", null, null);
  }

  @Test
  void anAnswerIsReadByTheReceiptAndARetryIsOneAnswer() throws Exception {
    JsonNode taken = taken("Is the school open?");
    String path = "/api/reports/" + taken.get("id").textValue();
    String[] key = {"Idempotency-Key", "click-1"};
    Client.Answer a = ada.post(path + "/answers", Map.of("text", "Yes, until noon."), key);
    assertEquals(201, a.status(), a.text());
    assertEquals("answered", a.json().get("status").textValue());
    assertEquals(
        201, ada.post(path + "/answers", Map.of("text", "Yes, until noon."), key).status());
    assertEquals(422, ada.post(path + "/answers", Map.of("text", "No."), key).status());
    JsonNode answers = ada.get(path).json().get("answers");
    assertEquals(1, answers.size());
    assertEquals("ada", answers.get(0).get("by").textValue());
    String receipt = "/api/reports/receipt/" + taken.get("receipt").textValue();
    JsonNode told = hub.client().get(receipt).json();
    assertEquals("Yes, until noon.", told.get("answers").get(0).get("text").textValue());
    assertFalse(told.toString().contains("ada"), "the sender needn't know who");
    Client.Answer page = hub.client().get("/sent/" + taken.get("receipt").textValue());
    assertTrue(page.text().contains("Yes, until noon."));
  }

  @Test
  void anAnswerThatDoesNotFitOrIsAnAlertIsRefusedWithTheReason() throws Exception {
    String path = "/api/reports/" + report("ordinary");
    assertEquals(422, ada.post(path + "/answers", Map.of("text", "x".repeat(1501))).status());
    assertEquals(422, ada.post(path + "/answers", Map.of("text", " ")).status());
    assertEquals(404, ada.post("/api/reports/r-none/answers", Map.of("text", "x")).status());
    JsonNode room = ada.post(path + "/answers/limits", Map.of("text", "abc")).json();
    assertEquals(3, room.get("used").intValue());
    assertTrue(room.get("fits").booleanValue());
    Client.Answer last = null;
    for (int i = 0; i < 6; i++) {
      Map<String, Object> call =
          Map.of("text", "Caller " + i, "via", "phone", "caller", "Caller number " + i);
      String id = ada.post("/api/reports", call).json().get("id").textValue();
      last = ada.post("/api/reports/" + id + "/answers", Map.of("text", "Boil your water."));
    }
    assertEquals(409, last.status());
    assertEquals("application/problem+json", last.header("Content-Type"));
    assertTrue(last.text().contains("this is an alert"), last.text());
  }

  @Test
  void anAnswerByTelephoneIsMarkedAsSaid() throws Exception {
    Map<String, Object> call = Map.of("text", "Rang in", "via", "phone", "caller", "Mr Brown");
    String path = "/api/reports/" + ada.post("/api/reports", call).json().get("id").textValue();
    JsonNode given = ada.post(path + "/answers", Map.of("text", "We are on our way")).json();
    String answer = given.get("answers").get(0).get("id").textValue();
    assertTrue(given.get("answers").get(0).get("passed_on_at").isNull());
    Client.Answer said = ada.post(path + "/answers/" + answer + "/passed-on", Map.of());
    assertEquals(200, said.status(), said.text());
    assertTrue(said.json().get("answers").get(0).get("passed_on_at").isTextual());
    assertEquals(404, ada.post(path + "/answers/a-none/passed-on", Map.of()).status());
  }

  @Test
  void aClockRunsUntilHandoverAndTheCouncilReadsToWhomButNoReference() throws Exception {
    String path = "/api/reports/" + report("life-safety");
    assertEquals("running", ada.get(path).json().get("clock").textValue());
    ada.post(path + "/answers", Map.of("text", "Help is coming to you, Quenby"));
    ada.post(path + "/status", Map.of("status", "closed", "reason", "told twice"));
    assertEquals("running", ada.get(path).json().get("clock").textValue());
    assertEquals(422, ada.post(path + "/handover", Map.of("agency", " ")).status());
    Client.Answer a =
        ada.post(
            path + "/handover",
            Map.of("agency", "SES", "reference", "S-4711", "person", "Kim Quenby"));
    assertEquals(200, a.status(), a.text());
    assertEquals("stopped", a.json().get("clock").textValue());
    assertEquals("handed-over", a.json().get("status").textValue());
    assertEquals("S-4711", a.json().get("handover").get("reference").textValue());
    String council = hub.staff("dora").get(path).text();
    assertTrue(council.contains("SES"), council);
    assertFalse(council.contains("S-4711") || council.contains("Quenby"), council);
  }

  @Test
  void aPlaceIsSetByNameByCoordinatesOrBoth() throws Exception {
    String path = "/api/reports/" + report("urgent");
    Map<String, Object> both = Map.of("place", "Mill Road 3", "lat", -33.52, "lon", 150.25);
    JsonNode placed = ada.post(path + "/place", both).json().get("place");
    assertEquals("Mill Road 3", placed.get("name").textValue());
    assertEquals(150.25, placed.get("lon").doubleValue());
    Map<String, Object> inside = Map.of("place", Map.of("name", "Bridge"));
    assertEquals("Bridge", place(path, inside).get("name").textValue());
    assertEquals(422, ada.post(path + "/place", Map.of("lat", -33.52)).status());
    assertEquals(422, ada.post(path + "/place", Map.of()).status());
    assertEquals(422, ada.post(path + "/place", Map.of("lat", 91, "lon", 0)).status());
  }

  private static JsonNode place(String path, Object body) throws Exception {
    return ada.post(path + "/place", body).json().get("place");
  }

  @Test
  void aSendersReportsStandBesideEachOther() throws Exception {
    Map<String, Object> first = Map.of("text", "Two of us", "via", "phone", "caller", "Old Tom");
    Map<String, Object> then = Map.of("text", "Now three", "via", "phone", "caller", "Old Tom");
    String one = ada.post("/api/reports", first).json().get("id").textValue();
    String two = ada.post("/api/reports", then).json().get("id").textValue();
    JsonNode thread = ada.get("/api/reports/" + one).json().get("thread");
    assertEquals(1, thread.size());
    assertEquals(two, thread.get(0).get("id").textValue());
    assertEquals(one, ada.get("/api/reports/" + two).json().at("/thread/0/id").textValue());
  }

  @Test
  void incidentsAreMergedAndSplit() throws Exception {
    String one = incident("Mill", report("urgent"));
    String two = incident("Bridge", report("ordinary"));
    JsonNode merged = ada.post("/api/incidents/" + one + "/merge", Map.of("other", two)).json();
    assertEquals(2, merged.get("reports").size());
    JsonNode gone = ada.get("/api/incidents/" + two).json();
    assertEquals("closed", gone.get("status").textValue());
    assertEquals(one, gone.get("merged_into").textValue());
    assertEquals(422, ada.post("/api/incidents/" + one + "/merge", Map.of("other", one)).status());
    assertEquals(404, ada.post("/api/incidents/i-0/merge", Map.of("other", one)).status());
    String path = "/api/incidents/" + one + "/split";
    List<String> leaves = List.of(merged.get("reports").get(1).textValue());
    String[] key = {"Idempotency-Key", "split-1"};
    Client.Answer split = ada.post(path, Map.of("reports", leaves, "title", "Bridge again"), key);
    assertEquals(201, split.status(), split.text());
    assertEquals("Bridge again", split.json().get("title").textValue());
    Client.Answer again = ada.post(path, Map.of("reports", leaves, "title", "Bridge again"), key);
    assertEquals(split.json().get("id"), again.json().get("id"));
    assertEquals(422, ada.post(path, Map.of("reports", List.of())).status());
    assertEquals(409, ada.post(path, Map.of("reports", leaves)).status());
  }

  private static String incident(String title, String report) throws Exception {
    Map<String, Object> body = Map.of("title", title, "reports", List.of(report));
    return ada.post("/api/incidents", body).json().get("id").textValue();
  }

  @Test
  void aNoteIsPutRightByAnotherAndNeverChanged() throws Exception {
    String[] key = {"Idempotency-Key", "note-1"};
    Map<String, Object> first = Map.of("text", "Bridge left open: crew on it", "about", "r-1");
    Client.Answer a = ada.post("/api/notes", first, key);
    assertEquals(201, a.status(), a.text());
    assertEquals(a.json(), ada.post("/api/notes", first, key).json());
    String id = a.json().get("id").textValue();
    Map<String, Object> second = Map.of("text", "It was shut at 3", "corrects", id);
    assertEquals(201, hub.staff("cleo").post("/api/notes", second).status());
    assertEquals(404, ada.post("/api/notes", Map.of("text", "x", "corrects", "n-0")).status());
    JsonNode all = ada.get("/api/notes").json().get("notes");
    assertEquals("It was shut at 3", all.get(0).get("text").textValue());
    assertEquals(id, all.get(0).get("corrects").textValue());
    assertEquals("cleo", all.get(0).get("by").textValue());
    JsonNode page = ada.get("/api/notes?limit=1").json();
    assertNotEquals(null, page.get("next").textValue());
    assertEquals(1, ada.get("/api/notes?limit=1&next=1").json().get("notes").size());
  }

  @Test
  void whoeverHasReadAReportOrHeardAnAlarmSaysSoForEverybody() throws Exception {
    String path = "/api/reports/" + report("life-safety");
    assertTrue(ada.get(path).json().get("seen_at").isNull(), "a script's look is nobody's");
    assertEquals(200, ada.post(path + "/seen", Map.of()).status());
    assertTrue(hub.staff("ben").get(path).json().get("seen_at").isTextual());
    assertEquals(200, ada.post("/api/alarms/heard", Map.of("alarm", "red:a:sms")).status());
    assertEquals(422, ada.post("/api/alarms/heard", Map.of()).status());
  }

  @Test
  void aPlainFormDoesAllOfItWithoutAScript() throws Exception {
    String id = report("urgent");
    String csrf = "&_csrf=" + ada.csrf;
    for (String[] form :
        new String[][] {
          {"/answers", "text=Stay+there&key=f-1"},
          {"/place", "place=Mill&lat=&lon="},
          {"/handover", "agency=SES&reference=&person=&at="},
          {"/seen", ""}
        }) {
      Client.Answer a = ada.form("/api/reports/" + id + form[0], form[1] + csrf);
      assertEquals(303, a.status(), form[0] + a.text());
      assertEquals("/console/reports/" + id, a.header("Location"));
    }
    Client.Answer entered =
        ada.form("/api/reports", "text=Tree+down&via=phone&caller=Jo&key=e-1" + csrf);
    assertTrue(entered.header("Location").startsWith("/console/reports/"), entered.text());
  }
}
