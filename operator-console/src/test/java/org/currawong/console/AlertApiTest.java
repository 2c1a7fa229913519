package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Fact;
import org.currawong.domain.alert.Artefact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An alert from the first word to its withdrawal, over the API alone. */
class AlertApiTest {

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

  @Test
  void anIncompleteDraftIsStoredAndRefusedAtSubmitWithEveryReason() throws Exception {
    Client ada = hub.as("ada");
    Client.Answer a = ada.post("/api/alerts", Map.of("status", "Actual"));
    assertEquals(201, a.status(), a.text());
    String id = a.json().get("id").textValue();
    Client.Answer submit = ada.post("/api/alerts/" + id + "/submit", Map.of());
    assertEquals(409, submit.status());
    List<String> fields = submit.json().get("errors").findValuesAsText("field");
    assertTrue(
        fields.containsAll(
            List.of("hazard", "headline", "instruction", "area", "expires", "next_update")),
        fields.toString());
  }

  @Test
  void whatIsNoDraftIsRefusedFieldByField() throws Exception {
    Client ada = hub.as("ada");
    assertEquals(422, ada.post("/api/alerts", Map.of()).status());
    assertEquals(422, ada.post("/api/alerts", Map.of("status", "Test")).status());
    Map<String, Object> bad = new LinkedHashMap<>(Drafts.complete("Actual"));
    bad.put("instuction", "a mistyped name must not be lost");
    bad.put("expires", "tomorrow");
    bad.put("languages", "en");
    Client.Answer a = ada.post("/api/alerts", bad);
    assertEquals(422, a.status());
    assertEquals(
        List.of("expires", "languages", "instuction"),
        a.json().get("errors").findValuesAsText("field"));
  }

  @Test
  void nobodyTicksAReadingForSomebodyElse() throws Exception {
    Map<String, Object> draft = new LinkedHashMap<>(Drafts.complete("Actual"));
    draft.put("texts", Map.of("vi", Map.of("headline", "Lụt", "read_by", "ben")));
    Client.Answer a = hub.as("ada").post("/api/alerts", draft);
    assertEquals(422, a.status());
    assertEquals("texts.vi.read_by", a.json().get("errors").get(0).get("field").textValue());
  }

  @Test
  void aTickIsLostWithTheWordsItWasFor() throws Exception {
    Client ada = hub.as("ada");
    Map<String, Object> draft = new LinkedHashMap<>(Drafts.complete("Actual"));
    draft.put("texts", Map.of("vi", Map.of("headline", "Lụt", "read_by", "ada")));
    String id = ada.post("/api/alerts", draft).json().get("id").textValue();
    Client ben = hub.as("ben");
    draft.put("texts", Map.of("vi", Map.of("headline", "Lụt", "read_by", "u-ada")));
    Client.Answer kept = ben.with("PUT", "/api/alerts/" + id, draft, "If-Match", "\"1\"");
    assertEquals("u-ada", kept.json().at("/texts/vi/read_by").textValue(), kept.text());
    draft.put("texts", Map.of("vi", Map.of("headline", "Lụt to", "read_by", "u-ada")));
    Client.Answer lost = ben.with("PUT", "/api/alerts/" + id, draft, "If-Match", "2");
    assertTrue(lost.json().at("/texts/vi/read_by").isNull(), lost.text());
  }

  @Test
  void anEditNeedsTheVersionSeen() throws Exception {
    Client ada = hub.as("ada");
    Client.Answer a = ada.post("/api/alerts", Drafts.complete("Actual"));
    String path = "/api/alerts/" + a.json().get("id").textValue();
    Map<String, Object> draft = Drafts.complete("Actual");
    assertEquals(428, ada.with("PUT", path, draft).status());
    assertEquals(412, ada.with("PUT", path, draft, "If-Match", "\"9\"").status());
    Client.Answer got = ada.get(path);
    assertEquals("\"1\"", got.header("ETag"));
    Client.Answer put =
        ada.bytes("PUT", path, "application/json", got.response().body(), "If-Match", "\"1\"");
    assertEquals(200, put.status(), put.text());
    assertEquals("2", put.json().get("etag").textValue());
  }

  @Test
  void twoOthersReleaseItAndTheBytesAreThoseTheyNamed() throws Exception {
    String id = PagesOfTown.submitted(hub, "Actual");
    String path = "/api/alerts/" + id;
    Client ada = hub.as("ada");
    Client ben = hub.as("ben");
    String manifest = PagesOfTown.manifest(ben, id);
    Map<String, Object> yes = Map.of("manifest", manifest, "confirm", "  MILL flat ");
    assertEquals(403, ada.post(path + "/approvals", yes).status());
    assertEquals(
        409,
        ben.post(path + "/approvals", Map.of("manifest", "0".repeat(64), "confirm", "Mill Flat"))
            .status());
    assertEquals(
        422,
        ben.post(path + "/approvals", Map.of("manifest", manifest, "confirm", "Hill Flat"))
            .status());
    assertEquals(422, ben.post(path + "/approvals", Map.of("confirm", "Mill Flat")).status());
    Client.Answer one = ben.post(path + "/approvals", yes);
    assertEquals("approved", one.json().get("state").textValue(), one.text());
    assertEquals(409, ben.post(path + "/approvals", yes).status());
    Client cleo = hub.as("cleo");
    hub.ahead.set(Duration.ofMinutes(6));
    assertEquals(403, cleo.post(path + "/approvals", yes).status());
    hub.ahead.set(Duration.ZERO);
    Client.Answer two = cleo.post(path + "/approvals", yes);
    assertEquals("released", two.json().get("state").textValue(), two.text());
    byte[] document = ada.get(path + "/release").response().body();
    assertEquals(manifest, Artefact.sha256(document));
    for (JsonNode artefact : two.json().get("artefacts")) {
      String name = artefact.get("name").textValue();
      Client.Answer bytes = ada.get(path + "/artefacts/" + name);
      assertEquals(
          artefact.get("sha256").textValue(), Artefact.sha256(bytes.response().body()), name);
      assertEquals(artefact.get("type").textValue(), bytes.header("Content-Type"));
    }
    String cap = two.json().at("/messages/0/identifier").textValue();
    Client.Answer message = hub.client().get("/cap/" + cap + ".xml");
    assertArrayEquals(
        ada.get(path + "/artefacts/cap.xml").response().body(), message.response().body());
    assertEquals(
        304,
        hub.client().get("/cap/" + cap + ".xml", "If-None-Match", message.header("ETag")).status());
    assertEquals(
        "queued", ada.get(path + "/deliveries").json().at("/deliveries/0/state").textValue());
  }

  @Test
  void aListOfPeopleIsForCoordinatorsAndItsOpeningIsLogged() throws Exception {
    String id = PagesOfTown.submitted(hub, "Actual");
    String tree = "/api/alerts/" + id + "/artefacts/phonetree.pdf";
    assertEquals(403, hub.as("cleo").get(tree).status());
    assertEquals(403, hub.as("dora").get(tree).status());
    assertEquals(200, hub.as("ada").get(tree).status());
    assertTrue(
        hub.core.read(s -> List.copyOf(hub.core.log)).stream()
            .anyMatch(
                e ->
                    e.fact() instanceof Fact.DirectoryOpened f
                        && f.by().equals("u-ada")
                        && f.what().equals(id + "/phonetree.pdf")));
    assertEquals(
        404, hub.as("ada").get("/api/alerts/" + id + "/artefacts/..%2F..%2Fkeys").status());
  }

  @Test
  void oneStopsItAndTwoSayThatItWasWrong() throws Exception {
    String id = PagesOfTown.released(hub, "Actual");
    String path = "/api/alerts/" + id;
    Map<String, Object> wrong = Map.of("kind", "error", "reason", "wrong creek");
    Client.Answer asked = hub.as("ada").post(path + "/withdrawal", wrong);
    assertEquals(202, asked.status(), asked.text());
    assertEquals("error", asked.json().at("/pending/kind").textValue());
    assertEquals(202, hub.as("ada").post(path + "/withdrawal", wrong).status());
    Client.Answer stopped =
        hub.as("ada").post(path + "/withdrawal", Map.of("kind", "withdrawn", "reason", "checking"));
    assertEquals("withdrawn", stopped.json().get("state").textValue(), stopped.text());
    String page = hub.client().get("/").text();
    assertTrue(page.contains("is withdrawn and is being checked"), page);
    assertTrue(hub.as("eli").get("/console/log").text().contains("taken back"));
    assertEquals(
        422,
        hub.as("ada").post(path + "/withdrawal", Map.of("kind", "oops", "reason", "x")).status());
  }

  @Test
  void aReleasedAlertIsRenewedInOneActAndADraftIsNot() throws Exception {
    String id = PagesOfTown.released(hub, "Actual");
    String alert = hub.as("ada").get("/console/alerts/" + id).text();
    assertTrue(alert.contains("/console/alerts/new?renew=" + id), alert);
    String renewed = hub.as("ada").get("/console/alerts/new?renew=" + id).text();
    assertTrue(renewed.contains("Renew an alert") && renewed.contains("Flood at Mill Flat"));
    assertTrue(renewed.contains("value=\"Actual\" required checked"), renewed);
    String draft = PagesOfTown.submitted(hub, "Actual");
    assertTrue(
        hub.as("ada")
            .get("/console/alerts/new?renew=" + draft)
            .text()
            .contains("<h1>Write an alert"));
  }

  @Test
  void wordsThatCameInNoKnownWayAreRefused() throws Exception {
    Map<String, Object> draft = new java.util.HashMap<>(Drafts.complete("Actual"));
    draft.put("authority", Map.of("name", "SES", "by", "pigeon"));
    Client.Answer refused = hub.as("ada").post("/api/alerts", draft);
    assertEquals(422, refused.status(), refused.text());
    assertTrue(refused.text().contains("authority.by"), refused.text());
  }

  @Test
  void anEditOrARejectionTakesBackWhatWasSaid() throws Exception {
    String id = PagesOfTown.submitted(hub, "Exercise");
    String path = "/api/alerts/" + id;
    Client ben = hub.as("ben");
    String manifest = PagesOfTown.manifest(ben, id);
    assertEquals(422, ben.post(path + "/rejections", Map.of()).status());
    Client.Answer sent = ben.post(path + "/rejections", Map.of("reason", "which school?"));
    assertEquals("draft", sent.json().get("state").textValue());
    assertEquals("which school?", sent.json().get("rejection").textValue());
    Client ada = hub.as("ada");
    Map<String, Object> draft = new LinkedHashMap<>(Drafts.complete("Exercise"));
    draft.put("instruction", "Stay indoors.");
    assertEquals(200, ada.with("PUT", path, draft, "If-Match", "*").status());
    assertEquals(200, ada.post(path + "/submit", Map.of()).status());
    assertNotEquals(manifest, PagesOfTown.manifest(ada, id));
  }

  @Test
  void theRoomLeftIsTheSameThatSubmitChecks() throws Exception {
    Map<String, Object> draft = new LinkedHashMap<>(Drafts.complete("Actual"));
    draft.put("instruction", "Don\u2019t wait. ".repeat(200));
    Client ada = hub.as("ada");
    JsonNode limits = ada.post("/api/alerts/limits", draft).json();
    boolean over = false;
    for (JsonNode row : limits.get("limits")) {
      over |= row.get("way").textValue().equals("sms") && !row.get("fits").booleanValue();
    }
    assertTrue(over, limits.toString());
    assertEquals("instruction", limits.at("/offers/0/field").textValue());
    String id = ada.post("/api/alerts", draft).json().get("id").textValue();
    assertEquals(409, ada.post("/api/alerts/" + id + "/submit", Map.of()).status());
  }
}
