package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearCopiesTest {

  private static final String STORY =
      "The dam above the old mill has burst and a wall of water is coming down the valley";

  private final NearCopies copies = new NearCopies();

  private Optional<String> copied(String id, String text) {
    return copies.see(id, text).map(f -> f.value().of());
  }

  @Test
  void aStorySentOnWithSmallChangesIsACopyOfTheFirst() {
    assertEquals(Optional.empty(), copied("r1", STORY));
    assertEquals(Optional.of("r1"), copied("r2", STORY.toUpperCase(Locale.ROOT) + "!!!"));
    assertEquals(Optional.of("r1"), copied("r3", "PLEASE SHARE " + STORY));
    assertEquals(Optional.of("r1"), copied("r4", STORY.replace("old mill", "old  m\u200bill")));
  }

  @Test
  void anotherReportOfTheSamePlaceIsNoCopy() {
    copied("r1", STORY);
    assertEquals(
        Optional.empty(),
        copied(
            "r2", "I can see the old mill from here, the valley is dry and the dam looks whole"));
  }

  @Test
  void shortCriesForHelpAreNobodysCopies() {
    copied("r1", "please help us");
    assertEquals(Optional.empty(), copied("r2", "please help us"));
  }

  @Test
  void aChangedNumberIsSaid() {
    copied("r1", STORY + " at 14 Ford Road");
    Finding<NearCopies.Copy> answer = copies.see("r2", STORY + " at 92 Ford Road").orElseThrow();
    assertEquals("r1", answer.value().of());
    assertTrue(answer.why().contains("numbers differ"), answer.why());
  }

  @Test
  void theSameReportAskedAgainAnswersTheSame() {
    copied("r1", STORY);
    Optional<Finding<NearCopies.Copy>> once = copies.see("r2", STORY + " now");
    assertEquals(Optional.empty(), copied("r1", STORY));
    assertEquals(once, copies.see("r2", STORY + " now"));
  }

  @Test
  void twoHundredSendersOfOneStoryAreAllCopiesOfTheFirst() {
    Random random = new Random(3);
    copied("r0", STORY);
    for (int i = 1; i <= 200; i++) {
      List<String> words = new ArrayList<>(List.of(STORY.split(" ")));
      words.add(random.nextInt(words.size()), "so");
      assertTrue(copied("r" + i, String.join(" ", words)).isPresent());
    }
  }

  @Test
  void memoryIsBounded() {
    copied("first", STORY);
    for (int i = 0; i < NearCopies.REMEMBERED; i++) {
      long n = i + 1_000_000L;
      copied("n" + i, n * 7919 + " tells " + n * 104_729 + " of " + n * 1_299_709 + " to " + n * n);
    }
    assertEquals(Optional.empty(), copied("late", STORY));
  }

  @Test
  void fewMessagesOfManyPeopleAreCalledCopies() throws IOException {
    List<String> texts = SharedData.messages().stream().map(row -> row.get("message")).toList();
    int found = 0;
    for (int i = 0; i < NearCopies.REMEMBERED; i++) {
      found += copied("m" + i, texts.get(i)).isPresent() ? 1 : 0;
    }
    assertTrue(found * 50 < NearCopies.REMEMBERED, found + " copies");
  }
}
