package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.currawong.domain.report.Placed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

  private static final String TOWN =
      """
      name,lat,lon,alternates
      # Quollfield is no real town.
      Quollfield,-28.9000,153.2000,2999|Phố Quollfield
      Wharf Street,-28.9010,153.2010,Wharf St|the wharf
      "Ford, Upper",-28.9500,153.2500,Upper Ford
      Wharf Street Bridge,-28.9012,153.2013,
      Lismore,-28.9020,153.2020,
      """;

  private static final Places places = Places.read(town(TOWN));
  private static final Places noTown = Places.read(List.of());

  private static List<NamedPlace> town(String csv) {
    try {
      return PlaceFile.town(new StringReader(csv));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String name(Places where, String text) {
    return where.of(text, null).map(f -> f.value().name()).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "water over wharf st now | Wharf Street",
        "trees down at the Wharf Street bridge | Wharf Street Bridge",
        "WE ARE AT UPPER FORD | Ford, Upper",
        "Lũ ở phố Quollfield | Quollfield",
        "flood in postcode 2999 | Quollfield",
        "2999 sandbags needed | ''",
        "Quollfield 2999 | Quollfield",
        "stuck at 14b River Road please | 14b River Road",
        "my cousin in Wagga Wagga | Wagga Wagga",
        "nothing named here | ''"
      })
  void aNamedPlaceIsFound(String text, String name) {
    assertEquals(name, name(places, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Katherine is trapped | ''",
        "people in Katherine are trapped | Katherine",
        "young people with orange vests | ''",
        "We have Plenty of Success here | ''",
        "stuck in lismore | Lismore",
        "悉尼发生火灾 | Sydney"
      })
  void aWordThatIsAlsoAPlaceIsOneOnlyWhereItReadsSo(String text, String name) {
    assertEquals(name, name(noTown, text));
  }

  @Test
  void theTownsOwnPlaceGoesBeforeOneFarAway() {
    Finding<Placed> near = places.of("Flood in Lismore", null).orElseThrow();
    assertEquals(-28.9020, near.value().lat());
    assertTrue(near.why().contains("town's list"));
  }

  @Test
  void ofNamesakesTheNearestToTheTownIsMeant() {
    NamedPlace far = new NamedPlace("Twin Creek", -37, 145, 9_000, List.of());
    NamedPlace close = new NamedPlace("Twin Creek", -29, 153, 600, List.of());
    Finding<Placed> answer =
        Places.read(List.of(far, close, close("Hall"), close("Pub"), close("School")))
            .of("near Twin Creek", null)
            .orElseThrow();
    assertEquals(-29, answer.value().lat());
    assertTrue(answer.why().contains("nearest"), answer.why());
  }

  private static NamedPlace close(String name) {
    return new NamedPlace(name, -28.9, 153.1, 0, List.of());
  }

  @Test
  void theSendersPlaceGoesBeforeTheTexts() {
    assertEquals(
        "Wharf Street",
        places.of("I came from Upper Ford", "wharf st").orElseThrow().value().name());
    Finding<Placed> unlisted = places.of("Brisbane is dry", "behind the\u202e pub").orElseThrow();
    assertEquals(new Placed("behind the pub", null, null), unlisted.value());
  }

  @Test
  void aStreetOnNoListHasNoCoordinates() {
    Placed street = noTown.of("at 14 River Road", null).orElseThrow().value();
    assertEquals("14 River Road", street.name());
    assertNull(street.lat());
  }

  @Test
  void theShippedListStandsWithItsNotice() throws IOException {
    List<NamedPlace> shipped = PlaceFile.shipped();
    assertTrue(shipped.size() > 4_000);
    try (InputStream notice = Places.class.getResourceAsStream("places/NOTICE-geonames.txt")) {
      assertNotNull(notice);
      String words = new String(notice.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(words.contains("Contains data from GeoNames, CC BY 4.0"));
      assertTrue(words.contains("filtered") && words.contains("Ramiro"));
    }
  }

  @Test
  void messagesFromHaitiAreSeldomPlacedInAustralia() throws IOException {
    List<String> texts =
        SharedData.messages().stream()
            .filter(row -> row.get("genre").equals("direct"))
            .map(row -> row.get("message"))
            .toList();
    long placed =
        texts.stream()
            .map(text -> noTown.of(text, null))
            .flatMap(Optional::stream)
            .filter(f -> f.value().located())
            .count();
    assertTrue(placed * 100 < texts.size(), placed + " of " + texts.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hall,abc,1", "Hall,1", "Hall,95,10", ",1,1", "Hall,NaN,3"})
  void aWrongLineIsRefusedByItsNumber(String line) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> PlaceFile.town(new StringReader("name,lat,lon\n" + line)))
            .getMessage();
    assertTrue(message.startsWith("line 2: "), message);
    assertFalse(message.isBlank());
  }
}
