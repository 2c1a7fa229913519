package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.List;
import org.currawong.domain.Decision.Reason;
import org.currawong.domain.phrase.PhraseBank;
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
  void anInstructionTooLongToSayTwiceIsRefusedInItsLanguage() {
    drafts.instruction = "Walk up the hill to the hall at the end of the long road. ".repeat(9);
    List<Reason> over = limit.over(drafts.input().draft());
    assertEquals(List.of("radio.en"), over.stream().map(Reason::field).toList());
  }
}
