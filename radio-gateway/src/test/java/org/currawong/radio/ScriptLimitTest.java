package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Decision.Reason;
import org.currawong.domain.Rules;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.phrase.WayLimits;
import org.currawong.domain.text.Fit;
import org.junit.jupiter.api.Test;

final class ScriptLimitTest {

  private final Drafts drafts = new Drafts();
  private final ScriptLimit limit =
      new ScriptLimit(
          new ScriptWriter(PhraseBank.shipped()),
          "Lantern Bend Hub",
          ZoneId.of("Australia/Sydney"),
          true,
          null);

  @Test
  void aDraftThatCanBeSaidIsNotRefused() {
    drafts.description = "The water came over the levee this morning. ".repeat(40);
    assertEquals(List.of(), limit.over(drafts.input().draft()));
  }

  @Test
  void theComposerIsToldWhatTheScriptTakesAndNotTheWordsAlone() {
    Draft draft = drafts.input().draft();
    Rules.TextLimits written =
        new WayLimits(
            PhraseBank.shipped(), limit.hubName(), null, limit.zone(), limit.demonstration());
    Map<String, Fit> english = written.and(limit).fits(draft).get("en");
    assertTrue(english.containsKey("sms"));
    Fit spoken = english.get("radio");
    assertTrue(spoken.used() > written.fits(draft).get("en").get("radio").used());
    assertEquals(limit.fits(draft).get("en").get("radio"), spoken);
  }

  @Test
  void aDraftWithoutItsPlaceIsEstimatedByItsWords() {
    drafts.place = "";
    assertEquals(Map.of(), limit.fits(drafts.input().draft()));
  }

  @Test
  void anInstructionTooLongToSayTwiceIsRefusedInItsLanguage() {
    drafts.instruction = "Walk up the hill to the hall at the end of the long road. ".repeat(9);
    List<Reason> over = limit.over(drafts.input().draft());
    assertEquals(List.of("radio.en"), over.stream().map(Reason::field).toList());
  }
}
