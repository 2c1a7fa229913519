package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Words of the workshop that no screen shows (SAFETY.md, section 5). */
class ScreenWordsTest {

  private static final Pattern WORKSHOP =
      Pattern.compile(
          "\\b(release document|artefacts?|rungs?|bearers?|ways? out|realms?|OB|LB|hash(es)?"
              + "|manifests?)\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void peopleReadPlainWordsAndAnExerciseIsNamedOnEveryScreenOfIt() throws Exception {
    List<String> found = new ArrayList<>();
    try (TestHub hub = TestHub.live()) {
      Client fay = hub.staff("fay");
      for (Map.Entry<String, String> e : PagesOfTown.of(hub).entrySet()) {
        Client who = e.getKey().equals("sign-in") ? hub.client() : fay;
        Client.Answer page = who.get(e.getValue());
        assertEquals(200, page.status(), e.getKey());
        String words =
            page.text()
                // Check words are drawn from a list that has "artefact" in it.
                .replaceAll("(?s)<p class=\"checkwords\">.*?</p>", " ")
                .replaceAll("(?s)<script.*?</script>|<head>.*?</head>", " ")
                .replaceAll("<[^>]*>", " ");
        Matcher m = WORKSHOP.matcher(words);
        while (m.find()) {
          int from = Math.max(0, m.start() - 60);
          found.add(
              e.getKey() + ": " + words.substring(from, Math.min(words.length(), m.end() + 60)));
        }
        if (e.getKey().contains("exercise")) {
          assertTrue(words.contains("EXERCISE"), e.getKey());
        }
      }
    }
    assertEquals(List.of(), found);
  }
}
