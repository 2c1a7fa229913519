package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummariesTest {

  private static final int ROUNDS = 5_000;

  @Test
  void aShortTextIsItsOwnSummary() {
    assertEquals(
        "Tree down on Wharf Street.", Summaries.of(" Tree  down\non Wharf\tStreet. ").value());
  }

  @Test
  void theSentenceThatMadeItUrgentIsTheSummaryOfALongText() {
    String text =
        "Good morning to you all, it is Joan here from the hall and I hope you are keeping well. "
            + "The tea urn has been returned. My sister is trapped in her car at the ford. "
            + "Please let the committee know that the raffle tickets are in the second drawer.";
    assertEquals(
        "My sister is trapped in her car at the ford.",
        Summaries.of(text, List.of("trapped", "trapped")).value());
  }

  @Test
  void aNumberIsNeverCutInTwo() {
    String summary = Summaries.of("1234567890".repeat(30)).value();
    assertEquals("…", summary);
    String words = "call ".repeat(23) + "0412555010 now and then";
    assertEquals("call ".repeat(23).strip() + "…", Summaries.of(words).value());
  }

  @Test
  void whatTurnsHidesOrMovesIsLeftOut() {
    String text = "all \u202eclear\u202c \u2066now\u2069 \u001b[2J\u0007here\u0000 \u200etoo";
    assertEquals("all clear now here too", Summaries.of(text).value());
  }

  @Test
  void aSummaryHoldsNothingThatTheTextLacks() throws IOException {
    List<String> texts = new ArrayList<>(generated());
    texts.addAll(SharedData.messageTexts());
    for (String text : texts) {
      String summary = Summaries.of(text, List.of("water", "help")).value();
      assertTrue(summary.codePointCount(0, summary.length()) <= Summaries.MAX);
      Set<String> known = new HashSet<>();
      Words.of(Summaries.line(text)).all().forEach(word -> known.add(word.form()));
      Words.of(summary).all().stream()
          .filter(word -> word.form().length() < 40)
          .forEach(word -> assertTrue(known.contains(word.form())));
      assertFalse(summary.chars().anyMatch(c -> c < 0x20 || c == 0x202e || c == 0x200f));
    }
  }

  private static List<String> generated() {
    Random random = new Random(11);
    String[] bits = {
      "water ",
      "help ",
      "14 ",
      "水",
      "一二三",
      ". ",
      "! ",
      "\n",
      "\u202e",
      "é",
      "🆘",
      "3.5",
      "नदी ",
      "لا ",
      "\u0000",
      "\u001b[1m",
      "<b>",
      "a",
      "\ud83d",
      "，"
    };
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(90); j >= 0; j--) {
        text.append(bits[random.nextInt(bits.length)]);
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
