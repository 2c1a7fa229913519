package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Placed;
import org.junit.jupiter.api.Test;

/** Hostile words in every field of strangers and of staff appear as words and nothing else. */
class XssIT {

  /** Elements and attributes that no page of ours has. */
  private static final String FOREIGN =
      """
      () => [...document.querySelectorAll('script:not([src^="/assets/"]):not([type="application/json"]),'
        + 'img,iframe,object,embed,b:not(.figures b),svg:not(.town),[onload],[onerror],[style]')]
        .map(e => e.outerHTML.slice(0, 120))
        .concat([...document.querySelectorAll('[href],[src],[action]')]
          .map(e => e.getAttribute('href') ?? e.getAttribute('src') ?? e.getAttribute('action'))
          .filter(u => u && !u.startsWith('/') && !u.startsWith('#')))
      """;

  private static final String TURNED =
      "() => /[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F]/"
          + ".test(document.body.textContent)";

  @Test
  void hostileWordsAreInertOnEveryPage() throws Exception {
    List<String> faults = new ArrayList<>();
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      Map<String, String> pages = new LinkedHashMap<>(PagesOfTown.of(hub));
      pages.putAll(poisoned(hub));
      Page page = browsing.page(hub, hub.staff("fay"));
      page.onDialog(
          d -> {
            faults.add("a dialog opened at " + page.url());
            d.dismiss();
          });
      page.onConsoleMessage(
          m -> {
            if (m.text().contains("Content Security Policy")) {
              faults.add(page.url() + ": " + m.text());
            }
          });
      for (Map.Entry<String, String> e : pages.entrySet()) {
        page.navigate(e.getValue());
        for (Object found : (List<?>) page.evaluate(FOREIGN)) {
          faults.add(e.getKey() + ": " + found);
        }
        if (page.title().contains("pwned") || page.title().equals("1")) {
          faults.add(e.getKey() + ": a script ran");
        }
        if ((Boolean) page.evaluate(TURNED)) {
          faults.add(e.getKey() + ": a control character is left");
        }
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  private static Map<String, String> poisoned(TestHub hub) throws Exception {
    Map<String, String> pages = new LinkedHashMap<>();
    for (int i = 0; i < Town.HOSTILE.size(); i++) {
      String words = Town.HOSTILE.get(i);
      Map<String, Object> body = new LinkedHashMap<>();
      for (String field : List.of("text", "place", "name", "contact")) {
        body.put(field, words);
      }
      String id = hub.client().post("/api/reports", body).json().get("id").textValue();
      List<Assessment> answers = new ArrayList<>();
      for (Duty duty : List.of(Duty.SUMMARY, Duty.TRANSLATION, Duty.PLACE, Duty.LANGUAGE)) {
        Placed place = duty == Duty.PLACE ? new Placed(words, -33.5, 150.2 + i / 100.0) : null;
        answers.add(new Assessment(duty, words, place, words, words, 1));
      }
      hub.core
          .hand(new Command.RecordAssessments(id, answers), Actor.part("inference-worker"))
          .toCompletableFuture()
          .join();
      pages.put("report " + i, "/console/reports/" + id);
      handled(hub.staff("fay"), id, words);
      Client ada = hub.staff("fay");
      Client.Answer incident = ada.post("/api/reports/" + id + "/incident", Map.of("title", words));
      if (incident.status() != 200) {
        throw new IllegalStateException(incident.text());
      }
      pages.put("incident " + i, "/console/incidents/" + incident.json().get("id").textValue());
      ada.post("/api/people", Map.of("name", words, "needs", words, "groups", List.of(words)));
      pages.put("alert " + i, "/console/alerts/" + alert(hub, words));
    }
    pages.put("notes again", "/console/notes");
    pages.put("situation again", "/console/situation");
    pages.put("note about", "/console/notes?about=%22%3E%3Cscript%3Edocument.title%3D%27pwned%27");
    pages.put("edit", pages.get("alert 0") + "/edit");
    pages.put("search", "/console?q=%22%3E%3Cscript%3Edocument.title%3D%27pwned%27%3C/script%3E");
    pages.put("then", "/sign-in?then=javascript:document.title='pwned'");
    pages.put("nowhere", "/%3Cscript%3Edocument.title='pwned'%3C/script%3E");
    pages.put("board again", "/console");
    pages.put("residents again", "/");
    return pages;
  }

  /** Hostile words in what staff do: answer, handover, place, note, and a caller's own call. */
  private static void handled(Client fay, String id, String words) throws Exception {
    String path = "/api/reports/" + id;
    fay.post(path + "/answers", Map.of("text", words));
    fay.post(path + "/handover", Map.of("agency", words, "reference", words, "person", words));
    fay.post(path + "/place", Map.of("place", words, "lat", -33.52, "lon", 150.25));
    fay.post("/api/notes", Map.of("text", words, "about", words));
    fay.post("/api/alarms/heard", Map.of("alarm", words));
    Map<String, Object> call = new LinkedHashMap<>();
    for (String field : List.of("text", "place", "caller", "contact")) {
      call.put(field, words);
    }
    call.put("via", "phone");
    String called = fay.post("/api/reports", call).json().get("id").textValue();
    fay.post("/api/reports/" + called + "/answers", Map.of("text", words));
  }

  private static String alert(TestHub hub, String words) throws Exception {
    Map<String, Object> draft = new LinkedHashMap<>(Drafts.complete("Actual"));
    for (String field : List.of("headline", "description", "instruction")) {
      draft.put(field, words);
    }
    draft.put("area", Map.of("name", words, "boundary", words));
    draft.put("authority", Map.of("name", words, "reference", words));
    draft.put("languages", List.of("en", "vi"));
    draft.put(
        "texts", Map.of("vi", Map.of("headline", words, "instruction", words, "read_by", "ada")));
    Client ada = hub.staff("ada");
    Client.Answer made = ada.post("/api/alerts", draft);
    String id = made.json().get("id").textValue();
    Client.Answer sent = ada.post("/api/alerts/" + id + "/submit", Map.of());
    if (sent.status() == 200) {
      for (String who : List.of("ben", "cleo")) {
        Client client = hub.staff(who);
        Map<String, Object> yes =
            Map.of("manifest", PagesOfTown.manifest(client, id), "confirm", words);
        client.post("/api/alerts/" + id + "/approvals", yes);
      }
    }
    return id;
  }
}
