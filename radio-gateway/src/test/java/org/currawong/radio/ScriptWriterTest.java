package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.PhraseBank;
import org.junit.jupiter.api.Test;

final class ScriptWriterTest {

  private final ScriptWriter writer = new ScriptWriter(PhraseBank.shipped());
  private final Drafts drafts = new Drafts();

  @Test
  void whatAndWhereComesFirstThenWhatToDoWhenWhoAndTheNextUpdate() {
    assertEquals(
        List.of(
            "This is Lantern Bend Hub with a message for Lower Lantern Bend.",
            "The Tarrow River is over Wharf Street.",
            "Flood at Lower Lantern Bend.",
            "Water is rising ten centimetres an hour.",
            "The gauge at Mill Bridge reads seven point two metres.",
            "The area is everything between Mill Street and the river.",
            "Move to higher ground now.",
            "Do not enter floodwater.",
            "Four ten p m Monday the twenty third of November.",
            "In force until ten ten p m Monday the twenty third of November.",
            "Community information from Lantern Bend Hub.",
            "Next update by six ten p m Monday the twenty third of November."),
        english().first());
  }

  @Test
  void aHeadlineThatSaysTheSameIsNotSaidTwiceInARow() {
    drafts.headline = "Flood at Lower Lantern Bend";
    List<String> first = english().first();
    assertEquals("Flood at Lower Lantern Bend.", first.get(1));
    assertEquals("Water is rising ten centimetres an hour.", first.get(2));
  }

  @Test
  void everythingIsSaidTwiceWhereThereIsRoom() {
    drafts.description = null;
    drafts.boundary = null;
    Script script = english();
    List<String> again = script.again();
    assertEquals("I repeat.", again.getFirst());
    assertEquals("End of message.", again.getLast());
    assertEquals(
        script.first().subList(1, script.first().size()), again.subList(1, again.size() - 1));
  }

  @Test
  void aLongDescriptionLosesItsLastSentencesAndTheScriptSaysSo() {
    drafts.description =
        "The water came over the levee near the old mill this morning. ".repeat(20);
    Script script = english();
    assertTrue(script.fit().fits(), script.fit().words());
    assertFalse(script.leftOut().isEmpty());
    assertTrue(script.text().contains("[Left out to stay under the limit: "), script.text());
    assertCoreIsSaidTwice(script);
  }

  @Test
  void anInstructionIsNeverShortened() {
    drafts.instruction = "Walk up the hill to the hall at the end of the long road. ".repeat(20);
    Script script = english();
    assertFalse(script.fit().fits());
    assertTrue(String.join(" ", script.first()).contains(drafts.instruction.strip()));
  }

  @Test
  void actionAndPlaceAreSaidTwiceInEveryScriptAndTimeAndSourceOnce() {
    for (Script script : writer.scripts(drafts.input(), Wording.ALERT, "en")) {
      assertCoreIsSaidTwice(script);
    }
  }

  @Test
  void anExerciseSaysSoBeforeAndAfter() {
    drafts.status = AlertStatus.EXERCISE;
    Script script = english();
    assertEquals("EXERCISE EXERCISE EXERCISE.", script.sentences().getFirst());
    assertTrue(
        script.again().containsAll(List.of("EXERCISE EXERCISE EXERCISE.", "There is no danger.")));
    assertEquals("Do not act on this message.", script.sentences().getLast());
  }

  @Test
  void aDemonstrationSaysSoBeforeAndAfter() {
    drafts.demonstration = true;
    Script script = english();
    assertEquals("DEMONSTRATION.", script.sentences().getFirst());
    assertEquals("Nothing in it is real.", script.sentences().getLast());
  }

  @Test
  void aRelayedWarningNamesItsLevelAndItsAuthority() {
    drafts.level = AlertLevel.WATCH_AND_ACT;
    drafts.authority = new Authority("NSW SES", "W 17", Instant.EPOCH, "phone");
    List<String> first = english().first();
    assertTrue(first.contains("Watch and Act: Flood at Lower Lantern Bend."), first::toString);
    assertTrue(first.contains("Relayed from N S W S E S, reference W seventeen."), first::toString);
  }

  @Test
  void aWarningLevelWithoutAnAuthorityMakesNoScript() {
    drafts.level = AlertLevel.EMERGENCY_WARNING;
    assertTrue(writer.script(drafts.input(), Wording.ALERT, "en").isEmpty());
  }

  @Test
  void correctionsSayTheirFixedWordsTwice() {
    for (Wording wording : List.of(Wording.WITHDRAWN, Wording.ERROR, Wording.REPLACED)) {
      Script script = writer.script(drafts.input(), wording, "en").orElseThrow();
      assertTrue(script.fit().fits());
      assertEquals(2, count(script, "The message about Lower Lantern Bend sent at four ten p m"));
      assertEquals(2, count(script, "If you are in danger, act now and call Triple Zero."));
      assertFalse(script.text().contains("Move to higher ground"));
    }
  }

  @Test
  void anotherLanguageKeepsItsOwnWords() {
    String text = writer.script(drafts.input(), Wording.ALERT, "vi").orElseThrow().text();
    assertTrue(text.contains("Hãy di chuyển ngay đến nơi cao hơn."), text);
    assertFalse(text.contains("Move to higher ground"), text);
    assertFalse(text.contains("Next update"), text);
  }

  @Test
  void aLanguageWithoutFixedWordsMakesNoScript() {
    assertTrue(writer.script(drafts.input(), Wording.ALERT, "it").isEmpty());
  }

  @Test
  void aMissingPlaceOrTimeIsNeverGuessed() {
    drafts.place = " ";
    assertTrue(writer.script(drafts.input(), Wording.ALERT, "en").isEmpty());
    drafts.place = "Lower Lantern Bend";
    drafts.nextUpdate = null;
    assertTrue(writer.script(drafts.input(), Wording.ALERT, "en").isEmpty());
  }

  private Script english() {
    return writer.script(drafts.input(), Wording.ALERT, "en").orElseThrow();
  }

  private static void assertCoreIsSaidTwice(Script script) {
    assertEquals(2, count(script, "Flood at Lower Lantern Bend."));
    assertEquals(2, count(script, "Move to higher ground now."));
    assertTrue(count(script, "Four ten p m Monday the twenty third of November.") >= 1);
    assertTrue(count(script, "Community information from Lantern Bend Hub.") >= 1);
    assertTrue(count(script, "Next update by six ten p m") >= 1);
  }

  private static long count(Script script, String beginning) {
    return script.sentences().stream().filter(s -> s.startsWith(beginning)).count();
  }
}
