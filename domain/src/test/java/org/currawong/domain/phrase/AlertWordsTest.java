package org.currawong.domain.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Decision.Reason;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Hazard;
import org.currawong.domain.alert.TextOrigin;
import org.currawong.domain.alert.Wording;
import org.junit.jupiter.api.Test;

class AlertWordsTest {

  private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
  private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
  private static final AlertText VIETNAMESE =
      new AlertText("Lũ lụt tại Mill Creek", null, "Hãy rời đi ngay.", TextOrigin.PHRASE, null);

  private final PhraseBank bank = PhraseBank.shipped();

  @Test
  void theBriefFormCarriesActionPlaceTimeAndSource() {
    assertEquals(
        "Flood at Mill Creek. Leave now. 5:30 pm Mon 23 Nov. Community information from Mill Creek"
            + " Hub. Next update by 6:30 pm Mon 23 Nov.",
        words(draft(AlertStatus.ACTUAL, "Flood at Mill Creek"), Wording.ALERT, "en").brief());
    assertEquals(
        "Lũ lụt tại Mill Creek. Hãy rời đi ngay. 17:30 thứ Hai 23/11. Thông tin cộng đồng từ Mill"
            + " Creek Hub. Cập nhật tiếp theo trước 18:30 thứ Hai 23/11.",
        words(draft(AlertStatus.ACTUAL, "Flood at Mill Creek"), Wording.ALERT, "vi").brief());
  }

  @Test
  void aPlaceThatTheWordsDoNotNameIsAdded() {
    String brief = words(draft(AlertStatus.ACTUAL, "Water is rising"), Wording.ALERT, "en").brief();
    assertTrue(brief.startsWith("Water is rising. Mill Creek. Leave now."), brief);
  }

  @Test
  void aLongerWordIsNoPlaceName() {
    String brief =
        words(draft(AlertStatus.ACTUAL, "Water at Mill Creekside"), Wording.ALERT, "en").brief();
    assertTrue(brief.startsWith("Water at Mill Creekside. Mill Creek. Leave now."), brief);
  }

  @Test
  void anExerciseSaysSoFirstInEveryLanguageAndForm() {
    Draft draft = draft(AlertStatus.EXERCISE, "Flood at Mill Creek");
    for (String language : List.of("en", "vi")) {
      for (Wording wording : Wording.values()) {
        AlertWords words = words(draft, wording, language);
        assertTrue(words.brief().startsWith("EXERCISE EXERCISE EXERCISE"), words.brief());
        assertTrue(words.spoken().startsWith("EXERCISE EXERCISE EXERCISE"), words.spoken());
      }
    }
  }

  @Test
  void aDemonstrationSaysSoFirstAlsoInALanguageThatTheBankLacks() {
    Draft draft = draft(AlertStatus.ACTUAL, "Flood at Mill Creek");
    Speaker demo = new Speaker("Mill Creek Hub", null, ZONE, AT, true);
    AlertWords english = AlertWords.of(bank, draft, Wording.ALERT, "en", demo).orElseThrow();
    AlertWords french = AlertWords.of(bank, draft, Wording.ALERT, "fr", demo).orElseThrow();
    assertTrue(english.brief().startsWith("DEMONSTRATION. Flood"), english.brief());
    assertTrue(french.brief().startsWith("DEMONSTRATION. Crue"), french.brief());
  }

  @Test
  void aFrameIsNeverSaidInAnotherLanguage() {
    String french =
        words(draft(AlertStatus.ACTUAL, "Flood at Mill Creek"), Wording.ALERT, "fr").brief();
    assertEquals("Crue à Mill Creek. Partez. 17:30 23/11/2026. Mill Creek Hub.", french);
  }

  @Test
  void aCorrectionSaysNothingOfTheAlertsOwnWords() {
    for (Wording wording : List.of(Wording.WITHDRAWN, Wording.ERROR, Wording.REPLACED)) {
      String brief = words(draft(AlertStatus.ACTUAL, "Flood here"), wording, "en").brief();
      assertFalse(brief.contains("Leave now") || brief.contains("Flood"), brief);
      assertTrue(brief.contains("Mill Creek") && brief.contains("5:30 pm Monday 23 November"));
      assertTrue(brief.contains("(000)") && brief.contains("More at https://hub.example"), brief);
    }
  }

  @Test
  void aLanguageWithoutWordsHasNone() {
    Draft draft = draft(AlertStatus.ACTUAL, "Flood");
    assertTrue(AlertWords.of(bank, draft, Wording.ALERT, "es", speaker()).isEmpty());
    assertTrue(AlertWords.of(bank, draft, Wording.WITHDRAWN, "fr", speaker()).isEmpty());
  }

  @Test
  void anAuthorityIsNamedWithItsReference() {
    Draft draft = warning("State Emergency Service", "NSW-77");
    assertEquals(
        "Relayed from State Emergency Service, reference NSW-77.",
        words(draft, Wording.ALERT, "en").source());
  }

  @Test
  void aDraftWithinItsLimitsIsNotRefusedAndEachWayOutHasItsOwnUnit() {
    WayLimits limits = new WayLimits(bank, "Mill Creek Hub", null, ZONE, false);
    Draft draft = draft(AlertStatus.ACTUAL, "Flood at Mill Creek");
    assertEquals(List.of(), limits.over(draft));
    assertEquals(
        List.of("cap", "sms", "mesh", "rds", "radio"),
        List.copyOf(limits.fits(draft).get("en").keySet()));
    assertTrue(limits.fits(draft).get("vi").get("sms").words().contains("Unicode"));
  }

  @Test
  void tooManyWordsAreRefusedByTheWaysOutThatCannotCarryThem() {
    WayLimits limits = new WayLimits(bank, "Mill Creek Hub", null, ZONE, false);
    Draft draft = draft(AlertStatus.ACTUAL, "Flood at Mill Creek ".repeat(50).strip());
    List<Reason> reasons = limits.over(draft);
    for (String way : List.of("cap", "sms", "mesh", "rds")) {
      assertTrue(reasons.stream().anyMatch(r -> r.reason().startsWith("too long by " + way)), way);
    }
  }

  @Test
  void aDisplayThatLacksTheLettersIsNoReasonToRefuse() {
    WayLimits limits = new WayLimits(bank, "Mill Creek Hub", null, ZONE, false);
    Draft draft = draft(AlertStatus.ACTUAL, "Lũ lụt tại Mill Creek");
    assertEquals(List.of(), limits.over(draft));
    assertFalse(limits.fits(draft).get("en").get("rds").fits());
  }

  @Test
  void anEmptyDraftCanBeMeasured() {
    WayLimits limits = new WayLimits(bank, "Mill Creek Hub", null, ZONE, false);
    Draft empty =
        new Draft(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null);
    assertTrue(limits.fits(empty).get("en").get("sms").fits());
  }

  private AlertWords words(Draft draft, Wording wording, String language) {
    return AlertWords.of(bank, draft, wording, language, speaker()).orElseThrow();
  }

  private static Speaker speaker() {
    return new Speaker("Mill Creek Hub", "https://hub.example", ZONE, AT, false);
  }

  private static Draft draft(AlertStatus status, String headline) {
    return draft(status, headline, AlertLevel.COMMUNITY_INFORMATION, null);
  }

  private static Draft warning(String authority, String reference) {
    Authority named = new Authority(authority, reference, AT, "phone");
    return draft(AlertStatus.ACTUAL, "Flood", AlertLevel.EMERGENCY_WARNING, named);
  }

  private static Draft draft(
      AlertStatus status, String headline, AlertLevel level, Authority authority) {
    AlertText french =
        new AlertText("Crue à Mill Creek", null, "Partez.", TextOrigin.PERSON, "u-1");
    return new Draft(
        status,
        Hazard.FLOOD,
        level,
        null,
        null,
        null,
        headline,
        null,
        "Leave now.",
        new Area("Mill Creek", null, null, null),
        null,
        AT.plusSeconds(7200),
        AT.plusSeconds(3600),
        List.of("en", "vi"),
        Map.of("vi", VIETNAMESE, "fr", french),
        null,
        null,
        null,
        authority);
  }
}
