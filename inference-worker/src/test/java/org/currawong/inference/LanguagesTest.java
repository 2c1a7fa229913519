package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  private static final Languages languages = Models.LANGUAGES;

  static Stream<Sentences14> sentences() {
    // Two words of thanks are too short to tell a language by.
    return Sentences14.all().filter(s -> s.text().length() > 8 && !s.urgency().equals("none"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void aSentenceIsKnownByItsLanguage(Sentences14 sentence) {
    Finding<String> answer = languages.of(sentence.text());
    assertEquals(sentence.language(), answer.value(), answer.why());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "000",
        "🌊🆘🔥",
        "ok",
        "?!…",
        "0412 555 010",
        "\u0000\u0001\u0002",
        "x9 q7"
      })
  void textThatSaysNothingAboutALanguageIsUnknown(String text) {
    Finding<String> answer = languages.of(text);
    assertEquals(Languages.UNKNOWN, answer.value());
    assertFalse(answer.why().isBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "pt-BR,0.70",
    "id,0.97",
    "sw,0.95",
    "so,0.97",
    "fa,0.97",
    "ur,0.99",
    "ru,0.99",
    "bn,0.99",
    "ta,0.99",
    "my,0.99",
    "km,0.99"
  })
  void aLanguageThatTheHubDoesNotReadIsSeldomTakenForOneThatItReads(String code, double floor)
      throws IOException {
    assertShare(SharedData.translated(code), "und"::equals, floor);
  }

  @ParameterizedTest
  @CsvSource({
    "en,0.98",
    "es-LA,0.98",
    "fr,0.98",
    "ar,0.99",
    "zh,0.98",
    "hi,0.98",
    "ne,0.98",
    "tl,0.97"
  })
  void professionalTranslationsAreKnownByTheirLanguage(String code, double floor)
      throws IOException {
    assertShare(SharedData.translated(code), code.split("-")[0]::equals, floor);
  }

  @Test
  void messagesToTheShortCodeAreCreoleOrFrenchAndTheirTranslationsEnglish() throws IOException {
    List<Map<String, String>> rows =
        SharedData.messages().stream().filter(r -> !r.get("original").isBlank()).toList();
    // The rows bear no language. Measured: 91 in 100 read as Creole or French, 3 as English (some
    // are), 6 unknown: damaged, very short, Urdu in Latin letters.
    assertShare(
        rows.stream().map(r -> r.get("original")).toList(),
        code -> code.equals("ht") || code.equals("fr"),
        0.89);
    assertShare(rows.stream().map(r -> r.get("message")).toList(), "en"::equals, 0.95);
  }

  @Test
  void theLanguageIsTheOneThatWeRead() throws IOException {
    Map<String, String> read =
        Files.readAllLines(Path.of("src/test/resources/org/currawong/inference/read-by-us.tsv"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .collect(Collectors.toMap(f -> f[0], f -> f[1]));
    List<Map<String, String>> rows =
        SharedData.messages().stream().filter(r -> read.containsKey(r.get("id"))).toList();
    List<String> wrong = new ArrayList<>();
    int unknown = 0;
    for (Map<String, String> row : rows) {
      String answer = languages.of(row.get("original")).value();
      if (answer.equals(Languages.UNKNOWN)) {
        unknown++;
      } else if (!answer.equals(read.get(row.get("id")))) {
        wrong.add(row.get("id"));
      }
    }
    // Measured: none wrong, 11 unknown, of which 6 are so to us too.
    assertEquals(read.size(), rows.size());
    assertTrue(wrong.size() <= 2, "wrong: " + wrong);
    assertTrue(unknown <= 14, unknown + " unknown");
  }

  @Test
  void frenchIsNotTakenForCreole() throws IOException {
    long creole =
        SharedData.translated("fr").stream()
            .filter(text -> languages.of(text).value().equals("ht"))
            .count();
    assertEquals(0, creole);
  }

  @Test
  void theSendersWordIsTakenOnlyWhereTheTextDoesNotTell() {
    assertEquals("vi", languages.of(Words.of("xyz"), "vi").value());
    assertEquals("en", languages.of(Words.of("We are here at the school"), "vi").value());
    assertEquals(Languages.UNKNOWN, languages.of(Words.of("xyz"), "tlh").value());
    assertEquals(Languages.UNKNOWN, languages.of(Words.of("xyz"), null).value());
  }

  @Test
  void withoutTheModelsTheRulesAnswerWhatTheyCan() {
    Languages broken =
        new Languages(CompletableFuture.failedFuture(new OutOfMemoryError("no room")));
    assertEquals("ht", broken.of("Nou bezwen manje ak dlo pou timoun yo").value());
    assertEquals(Languages.UNKNOWN, broken.of("We are here at the school").value());
  }

  private static void assertShare(List<String> texts, Predicate<String> right, double floor) {
    long count = texts.stream().filter(text -> right.test(languages.of(text).value())).count();
    double share = count / (double) texts.size();
    assertTrue(share >= floor, count + " of " + texts.size() + " are below the floor " + floor);
  }
}
