package org.currawong.hub.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.currawong.channels.people.PeopleCsv;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Hazard;
import org.currawong.domain.alert.TextOrigin;
import org.currawong.domain.people.Person;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.phrase.PhraseSlots;
import org.currawong.domain.phrase.WayLimits;
import org.currawong.domain.report.Via;
import org.currawong.hub.node.Sayings;
import org.currawong.inference.NamedPlace;
import org.currawong.inference.PlaceFile;
import org.currawong.radio.Pronunciation;
import org.currawong.radio.ScriptLimit;
import org.currawong.radio.ScriptWriter;
import org.junit.jupiter.api.Test;

final class DemoTownTest {

  private static final Instant NOW = Instant.parse("2026-11-23T05:10:30Z");
  private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");

  /** Kept for fiction by ACMA: mobile 0491 570 006 to 0491 579 …, landlines (02) 5550 xxxx. */
  private static final String FICTION = "\\+6149157\\d{4}|\\+6125550\\d{4}";

  private final DemoTown town = DemoTown.load();

  @Test
  void theFloodIs120ReportsInThreeLanguagesByEveryWayIn() {
    assertEquals(120, town.flood().size());
    assertEquals(Set.of("en", "vi", "es"), all(ScriptedReport::language));
    Set<Via> everyWay = EnumSet.complementOf(EnumSet.of(Via.API, Via.IMPORT));
    assertEquals(everyWay, all(ScriptedReport::via));
    assertEquals(120, all(ScriptedReport::id).size());
    assertEquals(120, all(ScriptedReport::text).size());
  }

  @Test
  void whatIsNotInEnglishHasItsEnglishForTheStandIn() {
    for (ScriptedReport r : town.flood()) {
      assertEquals(r.language().equals("en"), r.english() == null, r.text());
    }
  }

  @Test
  void theFalseAlarmRestsOnAStoryThatManyTold() throws IOException {
    JsonNode alarm = new ObjectMapper().readTree(DemoTown.falseAlarm(NOW));
    assertEquals("2026-11-23T07:10:00Z", alarm.path("expires").asText());
    long told =
        town.flood().stream()
            .filter(r -> r.after().compareTo(Turn.FALSE_ALARM.after()) < 0)
            .filter(r -> r.text().contains("dam"))
            .map(ScriptedReport::sender)
            .distinct()
            .count();
    assertTrue(told >= 3, told + " told it");
  }

  @Test
  void oneReportIsHostileInEveryWayTheDesignNames() {
    String text =
        town.flood().stream()
            .map(ScriptedReport::text)
            .filter(t -> t.contains("<script>"))
            .collect(Collectors.joining());
    for (String trick : List.of("ignore all previous", "\u202E", "\u2066", "CamelHttpUri")) {
      assertTrue(text.contains(trick), trick);
    }
  }

  @Test
  void everyPersonIsTakenAndEveryNumberIsFictional() {
    List<String> ids = new ArrayList<>();
    PeopleCsv.Result read =
        PeopleCsv.read(
            town.people(),
            List.of(),
            () -> {
              ids.add("p" + ids.size());
              return ids.getLast();
            });
    assertEquals(List.of(), read.faults());
    assertEquals(List.of(), read.duplicates());
    assertEquals(24, read.people().size());
    for (Person p : read.people()) {
      assertTrue(p.phone().matches(FICTION), p.phone());
      assertTrue(p.alternate() == null || p.alternate().matches(FICTION), p.alternate());
    }
    assertEquals(
        Set.of("en", "vi", "es"),
        read.people().stream().map(Person::language).collect(Collectors.toSet()));
  }

  @Test
  void everySenderByTelephoneIsFictional() {
    for (ScriptedReport r : town.flood()) {
      assertTrue(r.via() != Via.SMS || r.sender().matches(FICTION), r.sender());
    }
  }

  @Test
  void everyPlaceThatAReportNamesIsOnTheMapAndInTheListOfPlaces() throws IOException {
    Set<String> listed =
        PlaceFile.town(new StringReader(town.places())).stream()
            .map(NamedPlace::name)
            .collect(Collectors.toSet());
    Set<String> drawn = new HashSet<>(Set.of(DemoTown.NAME));
    JsonNode map = new ObjectMapper().readTree(town.map());
    map.path("features").forEach(f -> drawn.add(f.path("properties").path("name").asText()));
    assertEquals(listed, drawn);
    for (ScriptedReport r : town.flood()) {
      assertTrue(r.place() == null || listed.contains(r.place()), r.place());
    }
  }

  @Test
  void theRespellingsAreTakenByTheVoice() throws IOException {
    String said =
        Pronunciation.shipped().with(Sayings.of(town.places())).respell("At Tarrow Bridge.");
    assertEquals("At Tarro Bridge.", said);
  }

  @Test
  void theAlertIsTimedFromNow() throws IOException {
    JsonNode alert = new ObjectMapper().readTree(DemoTown.alert(NOW));
    assertEquals("2026-11-23T11:10:00Z", alert.path("expires").asText());
    assertEquals("2026-11-23T07:10:00Z", alert.path("next_update").asText());
  }

  @Test
  void itsTranslationsAreAllPhrases() throws IOException {
    PhraseBank bank = PhraseBank.shipped();
    Draft draft = draft();
    for (String language : List.of("vi", "es")) {
      Map<String, String> slots = PhraseSlots.of(bank, draft, language);
      AlertText text = draft.text(language);
      assertTrue(bank.composedOfPhrases(text.headline(), language, slots), text.headline());
      assertTrue(bank.composedOfPhrases(text.instruction(), language, slots), text.instruction());
    }
  }

  @Test
  void itFitsEveryWayOut() throws IOException {
    PhraseBank bank = PhraseBank.shipped();
    String url = "http://127.0.0.1:8480";
    WayLimits limits = new WayLimits(bank, DemoTown.HUB_NAME, url, ZONE, true);
    assertEquals(List.of(), limits.over(draft()));
    ScriptWriter writer = new ScriptWriter(bank);
    ScriptLimit radio = new ScriptLimit(writer, DemoTown.HUB_NAME, ZONE, true, url);
    assertEquals(List.of(), radio.over(draft()));
  }

  @Test
  void itsAreaIsAClosedRing() throws IOException {
    String[] corners = draft().area().polygon().split(" ", -1);
    assertEquals(corners[0], corners[corners.length - 1]);
  }

  private <T> Set<T> all(java.util.function.Function<ScriptedReport, T> part) {
    return town.flood().stream().map(part).collect(Collectors.toSet());
  }

  private static Draft draft() throws IOException {
    JsonNode a = new ObjectMapper().readTree(DemoTown.alert(NOW));
    JsonNode area = a.path("area");
    return new Draft(
        AlertStatus.ACTUAL,
        Hazard.FLOOD,
        AlertLevel.COMMUNITY_INFORMATION,
        null,
        null,
        null,
        a.path("headline").asText(),
        a.path("description").asText(),
        a.path("instruction").asText(),
        new Area(
            area.path("name").asText(),
            area.path("boundary").asText(),
            area.path("polygon").asText(),
            null),
        null,
        Instant.parse(a.path("expires").asText()),
        Instant.parse(a.path("next_update").asText()),
        List.of("en", "vi", "es"),
        Map.of("vi", text(a, "vi"), "es", text(a, "es")),
        null,
        null,
        Map.of(),
        null);
  }

  private static AlertText text(JsonNode alert, String language) {
    JsonNode t = alert.path("texts").path(language);
    return new AlertText(
        t.path("headline").asText(), null, t.path("instruction").asText(), TextOrigin.PHRASE, null);
  }
}
