package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.currawong.domain.Decision.Reason;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.TextOrigin;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.phrase.PhraseSlots;
import org.junit.jupiter.api.Test;

/** What a draft must have before people are asked, and what can't even be kept. */
class VettingTest {

  private final TestHub hub = TestHub.live();
  private int made;

  /** Fields that submit complains about. */
  private List<String> faults(Consumer<Words> change) {
    String id = "a" + ++made;
    hub.drafted(id, Words.with(change));
    return switch (hub.run(new Command.SubmitAlert(id), hub.by("ana"))) {
      case Decision.Refused r -> {
        assertEquals(Why.CONFLICT, r.why());
        yield r.reasons().stream().map(Reason::field).toList();
      }
      case Decision.Accepted a -> List.of();
      case Decision.Pending p -> throw new AssertionError(p);
    };
  }

  private void unstorable(String field, Consumer<Words> change) {
    Command c = new Command.DraftAlert("u" + ++made, Words.with(change));
    Decision.Refused r = hub.refuse(Why.INVALID, c, hub.by("ana"));
    assertTrue(r.reasons().stream().anyMatch(x -> x.field().equals(field)), r.toString());
    assertEquals(null, hub.alert("u" + made));
  }

  private static Area area(String name) {
    return new Area(name, null, null, null);
  }

  @Test
  void aCompleteDraftIsSubmittedByOneOfItsDraftersAndOnce() {
    hub.drafted("a", Words.flood());
    hub.refuse(Why.FORBIDDEN, new Command.SubmitAlert("a"), hub.by("ben"));
    hub.accept(new Command.SubmitAlert("a"), hub.by("ana"));
    assertEquals(AlertState.SUBMITTED, hub.alert("a").state());
    assertEquals(List.of(), hub.accept(new Command.SubmitAlert("a"), hub.by("ana")).facts());
    hub.refuse(Why.NOT_FOUND, new Command.SubmitAlert("x"), hub.by("ana"));
  }

  @Test
  void anIncompleteDraftIsKeptAndOnlySubmitSaysAllThatItLacks() {
    List<String> faults =
        faults(
            w -> {
              w.hazard = null;
              w.level = null;
              w.headline = null;
              w.instruction = null;
              w.area = null;
              w.expires = null;
              w.nextUpdate = null;
            });
    assertEquals(
        List.of("hazard", "level", "headline", "instruction", "area", "expires", "next_update"),
        faults);
  }

  @Test
  void aMissingOrEmptyAreaIsNeverEverywhere() {
    assertEquals(List.of("area"), faults(w -> w.area = null));
    assertEquals(List.of("area"), faults(w -> w.area = area(null)));
    assertEquals(List.of("area"), faults(w -> w.area = area(" \t ")));
    assertEquals(List.of("area"), faults(w -> w.area = area("\u0301\u0301")));
    assertEquals(List.of("area"), faults(w -> w.area = area("---")));
    assertEquals(List.of(), faults(w -> w.area = area("堤防の下")));
  }

  @Test
  void blankInstructionOrHeadlineIsRefused() {
    assertEquals(List.of("instruction"), faults(w -> w.instruction = " "));
    assertEquals(List.of("headline"), faults(w -> w.headline = "\n"));
    assertEquals(List.of(), faults(w -> w.description = null));
  }

  @Test
  void polygonsAreThoseOfCapAndOnEarth() {
    assertEquals(List.of(), faults(w -> w.area = polygon("-35,149 -35,150 -36,150 -35,149")));
    for (String bad :
        new String[] {
          "",
          "everywhere",
          "-35,149 -35,150 -36,150",
          "-35,149 -35,150 -36,150 -36,149",
          "-35,149 -35,150 -91,150 -35,149",
          "-35,149 -35,181 -36,150 -35,149",
          "-35,NaN -35,150 -36,150 -35,NaN",
          "-35,149 ".repeat(2_001)
        }) {
      assertEquals(List.of("area.polygon"), faults(w -> w.area = polygon(bad)), bad);
    }
  }

  private static Area polygon(String p) {
    return new Area("Flat", null, p, null);
  }

  @Test
  void circlesAreThoseOfCapAndOfACommunitysSize() {
    assertEquals(List.of(), faults(w -> w.area = circle("-35.1,149.2 3.5")));
    assertEquals(List.of(), faults(w -> w.area = circle("-35.1,149.2 500")));
    for (String bad :
        new String[] {"", "-35.1,149.2", "-95,149 3", "-35,149 501", "-35,149 99999", "a b c"}) {
      assertEquals(List.of("area.circle"), faults(w -> w.area = circle(bad)), bad);
    }
  }

  private static Area circle(String c) {
    return new Area("Flat", null, null, c);
  }

  @Test
  void itEndsInTheFutureAndWithinAWeek() {
    assertEquals(List.of("expires"), faults(w -> w.expires = null));
    assertEquals(List.of("expires"), faults(w -> w.expires = TestHub.START));
    assertEquals(
        List.of("expires"),
        faults(w -> w.expires = TestHub.START.plus(Vetting.LONGEST).plusMillis(1)));
    assertEquals(List.of(), faults(w -> w.expires = TestHub.START.plus(Vetting.LONGEST)));
  }

  @Test
  void peopleAreToldWhenTheyWillHearAgain() {
    assertEquals(List.of("next_update"), faults(w -> w.nextUpdate = null));
    assertEquals(List.of("next_update"), faults(w -> w.nextUpdate = TestHub.START));
  }

  @Test
  void itDoesNotBeginAfterItsEnd() {
    assertEquals(List.of("effective"), faults(w -> w.effective = w.expires));
    assertEquals(List.of(), faults(w -> w.effective = w.expires.minus(Duration.ofHours(1))));
  }

  @Test
  void aWarningLevelWithoutItsAgencyAndReferenceIsRefused() {
    Authority whole = new Authority("State Emergency Service", "SES-7", TestHub.START, "phone");
    Authority unnamed = new Authority(" ", "SES-7", TestHub.START, "phone");
    Authority bare = new Authority("State Emergency Service", null, TestHub.START, "phone");
    for (AlertLevel level : AlertLevel.values()) {
      boolean needed = level != AlertLevel.COMMUNITY_INFORMATION;
      List<String> refused = needed ? List.of("authority") : List.of();
      assertEquals(refused, faults(w -> w.level = level), level.word());
      for (Authority half : List.of(unnamed, bare)) {
        assertEquals(refused, faults(w -> set(w, level, half)), level.word());
      }
      assertEquals(List.of(), faults(w -> set(w, level, whole)), level.word());
    }
  }

  private static void set(Words w, AlertLevel level, Authority authority) {
    w.level = level;
    w.authority = authority;
  }

  private static void vietnamese(Words w, String headline, String instruction, String readBy) {
    w.languages = List.of("en", "vi");
    w.texts = Map.of("vi", new AlertText(headline, null, instruction, TextOrigin.PHRASE, readBy));
  }

  @Test
  void aTranslationThatNobodyHasReadGoesOnlyAsPhrases() {
    PhraseBank bank = PhraseBank.shipped();
    Draft d = Words.flood();
    String headline = bank.fill("frame.what", "vi", PhraseSlots.of(bank, d, "vi")).orElseThrow();
    String act = bank.words("action.move-to-higher-ground", "vi").orElseThrow();
    assertEquals(List.of(), faults(w -> vietnamese(w, headline, act, null)));
    assertEquals(List.of("texts.vi"), faults(w -> vietnamese(w, headline, act + " Nhanh!", null)));
    assertEquals(List.of("texts.vi"), faults(w -> vietnamese(w, "Lũ lụt", act, " ")));
    assertEquals(List.of(), faults(w -> vietnamese(w, "Lũ lụt", "Hãy đi ngay", "mai")));
    // That its origin is called "phrase" proves nothing; the words are looked at.
    assertEquals(List.of("texts.vi"), faults(w -> vietnamese(w, "Lũ lụt", "Hãy đi ngay", null)));
  }

  @Test
  void phrasesOfAnotherLanguageAreNoTranslation() {
    String english = PhraseBank.shipped().words("action.leave-now", "en").orElseThrow();
    String act = PhraseBank.shipped().words("action.leave-now", "vi").orElseThrow();
    assertEquals(List.of("texts.vi"), faults(w -> vietnamese(w, english, act, null)));
  }

  @Test
  void aTranslationWithoutHeadlineOrInstructionIsRefusedEvenIfRead() {
    assertEquals(List.of("texts.vi"), faults(w -> vietnamese(w, "Lũ lụt", " ", "mai")));
    assertEquals(List.of("texts.vi"), faults(w -> vietnamese(w, null, "Hãy đi ngay", "mai")));
  }

  @Test
  void waysOutThatTheHubLacksAndIncidentsThatDoNotExistAreNamed() {
    assertEquals(List.of("channels"), faults(w -> w.channels = List.of("sms", "telegraph")));
    assertEquals(List.of(), faults(w -> w.channels = List.of()));
    assertEquals(List.of("incident"), faults(w -> w.incident = "i-9"));
  }

  @Test
  void whatWouldNotFitItsWayOutIsRefusedInItsOwnWords() {
    Reason tooLong = new Reason("sms", "300 of 160 characters");
    Rules rules = new Rules(Set.of("sms"), PhraseBank.shipped(), d -> List.of(tooLong));
    hub.drafted("a", Words.flood());
    Decision d =
        new Decider(rules).decide(hub.state, new Command.SubmitAlert("a"), hub.by("ana"), hub.now);
    assertEquals(new Decision.Refused(Why.CONFLICT, List.of(tooLong)), d);
  }

  @Test
  void onlyCoordinatorsDraft() {
    for (String id : List.of("rita", "carl", "adam")) {
      hub.refuse(Why.FORBIDDEN, new Command.DraftAlert("a", Words.flood()), hub.by(id));
    }
    hub.refuse(Why.FORBIDDEN, new Command.DraftAlert("a", Words.flood()), Actor.RESIDENT);
    hub.drafted("a", Words.flood());
    assertEquals(
        List.of(), hub.accept(new Command.DraftAlert("a", Words.flood()), hub.by("ben")).facts());
    hub.refuse(Why.FORBIDDEN, new Command.EditAlert("a", 1, Words.flood()), hub.by("rita"));
    hub.refuse(Why.NOT_FOUND, new Command.EditAlert("x", 1, Words.flood()), hub.by("ana"));
  }

  @Test
  void aDraftWithoutStatusOrOfStatusTestIsNotKept() {
    unstorable("status", w -> w.status = null);
    unstorable("status", w -> w.status = AlertStatus.TEST);
    hub.refuse(Why.INVALID, "draft", new Command.DraftAlert("n", null), hub.by("ana"));
    hub.refuse(Why.INVALID, "alert", new Command.DraftAlert("../x", Words.flood()), hub.by("ana"));
  }

  @Test
  void everyTextOfADraftIsBounded() {
    String huge = "x".repeat(70_000);
    unstorable("headline", w -> w.headline = huge);
    unstorable("description", w -> w.description = huge);
    unstorable("instruction", w -> w.instruction = "é".repeat(5_000));
    unstorable("area", w -> w.area = area(huge));
    unstorable("area.boundary", w -> w.area = new Area("Flat", huge, null, null));
    unstorable("area.polygon", w -> w.area = polygon(huge));
    unstorable("area.circle", w -> w.area = circle(huge));
    unstorable("authority", w -> w.authority = new Authority(huge, "r", null, "phone"));
    unstorable("authority.reference", w -> w.authority = new Authority("a", huge, null, "phone"));
    unstorable("authority.by", w -> w.authority = new Authority("a", "r", null, huge));
    unstorable("incident", w -> w.incident = huge);
    unstorable("texts", w -> vietnamese(w, huge, "x", null));
    unstorable("sources", w -> w.sources = Map.of("headline", List.of(List.of(huge))));
    unstorable(
        "channels", w -> w.channels = IntStream.range(0, 51).mapToObj(i -> "w" + i).toList());
  }

  @Test
  void languagesAreCodesEachOnce() {
    unstorable("languages", w -> w.languages = List.of("en", "en"));
    unstorable("languages", w -> w.languages = List.of("English"));
    unstorable("languages", w -> w.languages = List.of("EN"));
    unstorable("languages", w -> w.languages = List.of("en", "../../etc"));
    unstorable("languages", w -> w.languages = Arrays.asList("en", null));
    unstorable("languages", w -> w.languages = Collections.nCopies(21, "en"));
    unstorable("texts", w -> w.texts = Map.of("e n", new AlertText("", "", "", null, null)));
    unstorable("texts", w -> w.texts = Collections.singletonMap("vi", null));
    assertEquals(List.of("en"), Words.with(w -> w.languages = null).languages());
  }

  @Test
  void gapsInListsAreNamedInsteadOfThrown() {
    unstorable("channels", w -> w.channels = Arrays.asList("sms", null));
    unstorable("sources", w -> w.sources = Collections.singletonMap("headline", null));
    unstorable("sources", w -> w.sources = Map.of("headline", Arrays.asList(List.of(), null)));
    unstorable("sources", w -> w.sources = Map.of("headline", List.of(Arrays.asList("r", null))));
  }

  @Test
  void timesOutsideOfThisCenturyAreRefused() {
    unstorable("expires", w -> w.expires = java.time.Instant.MAX);
    unstorable("effective", w -> w.effective = java.time.Instant.MIN);
    unstorable("next_update", w -> w.nextUpdate = java.time.Instant.EPOCH);
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Draft d =
        Words.with(
            w -> {
              w.status = null;
              w.headline = "x".repeat(9_000);
              w.expires = java.time.Instant.MAX;
            });
    Decision.Refused r = hub.refuse(Why.INVALID, new Command.DraftAlert("", d), hub.by("ana"));
    assertEquals(
        List.of("alert", "status", "headline", "expires"),
        r.reasons().stream().map(Reason::field).toList());
  }
}
