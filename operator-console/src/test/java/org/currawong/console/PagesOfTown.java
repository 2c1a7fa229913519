package org.currawong.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page with something on it, by name and path. */
final class PagesOfTown {

  private PagesOfTown() {}

  /** Fills the town and names the pages. */
  static Map<String, String> of(TestHub hub) throws Exception {
    Town.fill(hub);
    String released = released(hub, "Actual");
    String exercise = submitted(hub, "Exercise");
    String waiting = submitted(hub, "Actual");
    String draft = drafted(hub, "Actual");
    String report =
        hub.staff("ada").get("/api/reports").json().get("reports").get(0).get("id").textValue();
    String incident =
        hub.staff("ada").get("/api/incidents").json().get("incidents").get(0).get("id").textValue();
    String receipt =
        hub.client()
            .post("/api/reports", Map.of("text", "One more"))
            .json()
            .get("receipt")
            .textValue();
    Client ada = hub.staff("ada");
    ada.post("/api/people", Map.of("name", "Joan Example", "phone", "+61255501234"));
    String note =
        ada.post("/api/notes", Map.of("text", "Bridge left open: a crew stands there"))
            .json()
            .get("id")
            .textValue();
    String called = called(ada);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("resident", "/");
    pages.put("receipt", "/sent/" + receipt);
    pages.put("sign-in", "/sign-in");
    pages.put("board", "/console");
    pages.put("report", "/console/reports/" + report);
    pages.put("incident", "/console/incidents/" + incident);
    pages.put("enter", "/console/enter");
    pages.put("notes", "/console/notes");
    pages.put("note-corrects", "/console/notes?corrects=" + note);
    pages.put("situation", "/console/situation");
    pages.put("keys", "/console/keys");
    pages.put("filtered", "/console?show=open&urgency=urgent&q=bridge");
    pages.put("called", called);
    pages.put("alerts", "/console/alerts");
    pages.put("composer", "/console/alerts/new");
    pages.put("renewal", "/console/alerts/new?renew=" + released);
    pages.put("composer-edit", "/console/alerts/" + draft + "/edit");
    pages.put("alert-draft", "/console/alerts/" + draft);
    pages.put("alert-waiting", "/console/alerts/" + waiting);
    pages.put("alert-exercise", "/console/alerts/" + exercise);
    pages.put("alert-released", "/console/alerts/" + released);
    pages.put("withdraw", "/console/alerts/" + released + "/withdraw");
    pages.put("log", "/console/log");
    pages.put("people", "/people");
    pages.put("accounts", "/accounts");
    pages.put("radio", "/radio");
    pages.put("council", "/council");
    return pages;
  }

  /** A caller who rang twice, was answered, and was handed over; its incident has two reports. */
  private static String called(Client ada) throws Exception {
    String id = null;
    for (String words : List.of("Two of us in the shed", "Now three, the water is rising")) {
      Map<String, Object> call =
          Map.of("text", words, "via", "phone", "caller", "Old Tom", "contact", "02 5550 1234");
      id = ada.post("/api/reports", call).json().get("id").textValue();
      ada.post("/api/reports/" + id + "/incident", Map.of("title", "Shed at the mill"));
    }
    ada.post("/api/reports/" + id + "/answers", Map.of("text", "Go up to the loft"));
    ada.post("/api/reports/" + id + "/handover", Map.of("agency", "SES", "reference", "S-1"));
    return "/console/reports/" + id;
  }

  /** In English and Vietnamese. */
  static Map<String, Object> words(String status) {
    Map<String, Object> draft = new LinkedHashMap<>(Drafts.complete(status));
    draft.put("languages", List.of("en", "vi"));
    draft.put(
        "texts",
        Map.of(
            "vi",
            Map.of(
                "headline", "Lũ lụt tại Mill Flat",
                "instruction", "Hãy di chuyển lên chỗ cao ngay.",
                "origin", "person",
                "read_by", "ada")));
    return draft;
  }

  static String drafted(TestHub hub, String status) throws Exception {
    return drafted(hub, words(status));
  }

  private static String drafted(TestHub hub, Map<String, Object> draft) throws Exception {
    Client.Answer a = hub.staff("ada").post("/api/alerts", draft);
    if (a.status() != 201) {
      throw new IllegalStateException(a.text());
    }
    return a.json().get("id").textValue();
  }

  static String submitted(TestHub hub, String status) throws Exception {
    return submitted(hub, words(status));
  }

  private static String submitted(TestHub hub, Map<String, Object> draft) throws Exception {
    String id = drafted(hub, draft);
    Client ada = hub.staff("ada");
    Client.Answer a = ada.post("/api/alerts/" + id + "/submit", Map.of());
    if (a.status() != 200) {
      throw new IllegalStateException(a.text());
    }
    manifest(ada, id);
    return id;
  }

  static String released(TestHub hub, String status) throws Exception {
    return released(hub, words(status));
  }

  /** Of the area {@code Mill Flat}. */
  static String released(TestHub hub, Map<String, Object> draft) throws Exception {
    String id = submitted(hub, draft);
    for (String who : List.of("ben", "cleo")) {
      Client client = hub.staff(who);
      Map<String, Object> yes = Map.of("manifest", manifest(client, id), "confirm", "mill flat");
      Client.Answer a = client.post("/api/alerts/" + id + "/approvals", yes);
      if (a.status() != 200) {
        throw new IllegalStateException(a.text());
      }
    }
    return id;
  }

  /** Waits until everything is made. */
  static String manifest(Client client, String id) throws Exception {
    Instant until = Instant.now().plus(Duration.ofSeconds(10));
    while (Instant.now().isBefore(until)) {
      JsonNode a = client.get("/api/alerts/" + id).json();
      if (a.hasNonNull("manifest")) {
        return a.get("manifest").textValue();
      }
    }
    throw new IllegalStateException("nothing was made of " + id);
  }
}
