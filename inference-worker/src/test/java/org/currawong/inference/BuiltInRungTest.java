package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInRungTest {

  private static final int LONGEST = 8 * 1024;

  private static BuiltInRung rung() {
    AtomicLong clock = new AtomicLong();
    return BuiltInRung.of(
        Models.LANGUAGES,
        Places.read(List.of(new NamedPlace("Wharf Street", -28.9, 153.2, 0, List.of()))),
        PhraseBank.shipped(),
        () -> clock.addAndGet(2_000_000));
  }

  private static String answer(List<Assessment> answers, Duty duty) {
    return answers.stream()
        .filter(a -> a.duty() == duty)
        .map(Assessment::answer)
        .findFirst()
        .orElse(null);
  }

  @Test
  void aReportIsAnsweredWhole() {
    List<Assessment> answers =
        rung()
            .assess("r1", "We are trapped in Wharf Street, water rising in the house", null, null);
    assertEquals("en", answer(answers, Duty.LANGUAGE));
    assertEquals("life-safety", answer(answers, Duty.URGENCY));
    assertEquals("rescue", answer(answers, Duty.CATEGORY));
    assertEquals("Wharf Street", answer(answers, Duty.PLACE));
    assertEquals(
        "We are trapped in Wharf Street, water rising in the house", answer(answers, Duty.SUMMARY));
    for (Assessment a : answers) {
      assertFalse(a.by().isBlank() || a.why().isBlank());
      assertEquals(2, a.ms());
    }
  }

  @Test
  void aNearCopyNamesTheReportThatItCopies() {
    BuiltInRung rung = rung();
    String story = "They say the bridge at the mill has fallen and two cars went in with it";
    assertEquals(null, answer(rung.assess("r1", story, null, null), Duty.NEAR_COPY));
    assertEquals("r1", answer(rung.assess("r2", story + "!", null, null), Duty.NEAR_COPY));
  }

  @Test
  void aTextInAnotherLanguageHasNoTranslationButPeoplesOwn() {
    PhraseBank bank = PhraseBank.shipped();
    String id =
        bank.phrases().stream()
            .filter(p -> p.language().equals("vi") && p.slots().isEmpty() && p.text().length() > 12)
            .findFirst()
            .orElseThrow()
            .id();
    String words = bank.find(id, "vi").orElseThrow().text();
    assertEquals(
        bank.find(id, "en").orElseThrow().text(),
        answer(rung().assess("r1", words, null, null), Duty.TRANSLATION));
    List<Assessment> free = rung().assess("r2", "Chúng tôi hết nước uống rồi", null, null);
    assertEquals("", answer(free, Duty.TRANSLATION));
    assertTrue(free.stream().anyMatch(a -> a.why().equals("not available without a model")));
  }

  @Test
  void theSendersLanguageIsShownButLowersNothing() {
    List<Assessment> answers = rung().assess("r1", "zqx wvu", "en", null);
    assertEquals("en", answer(answers, Duty.LANGUAGE));
    assertEquals("urgent", answer(answers, Duty.URGENCY));
  }

  @Test
  void theSameReportsInTheSameOrderGetTheSameAnswers() {
    BuiltInRung one = rung();
    BuiltInRung other = rung();
    for (String text : hostile().toList()) {
      String id = Integer.toHexString(Arrays.hashCode(text.toCharArray()));
      assertEquals(one.assess(id, text, null, null), other.assess(id, text, null, null));
    }
  }

  static Stream<String> hostile() {
    List<String> texts = new ArrayList<>();
    texts.add("");
    for (String bit :
        List.of(
            " ",
            "a",
            "a ",
            "aa",
            "0",
            "trapped ",
            "water roof ",
            "not ",
            "no no one is ",
            "😀",
            "\u0000",
            "\u001b[",
            "<b>",
            "&#39;",
            "\u202e",
            "e\u0301",
            "水",
            "the ",
            "North ",
            "in Mount ",
            "1 a ",
            "(((((",
            "\ud83d",
            "''''",
            ". ",
            "can't ",
            "กข",
            "\uFFFD")) {
      texts.add(bit.repeat(LONGEST / bit.length()));
    }
    Random random = new Random(5);
    for (int round = 0; round < 6; round++) {
      StringBuilder junk = new StringBuilder();
      while (junk.length() < LONGEST) {
        junk.append((char) random.nextInt(round % 2 == 0 ? 0x250 : 0x10000));
      }
      texts.add(junk.toString());
    }
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noTextMakesItFail(String text) {
    List<Assessment> answers = rung().assess("r1", text, "xx", text.isEmpty() ? null : "here");
    assertNotNull(answer(answers, Duty.URGENCY));
    for (Assessment a : answers) {
      assertTrue(a.why().length() < 300 && a.answer().length() <= 2 * Summaries.MAX);
    }
  }

  /**
   * No pattern here goes back over what it read: one that did would need hours for these. The bound
   * is a hundred times what a busy machine takes; speed itself is measured in {@code bench/}.
   */
  @Test
  void noTextHoldsAWorkerUp() {
    BuiltInRung rung = rung();
    for (String text : hostile().filter(t -> t.length() > LONGEST / 2).toList()) {
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> rung.assess("h", text, "en", null));
    }
  }
}
