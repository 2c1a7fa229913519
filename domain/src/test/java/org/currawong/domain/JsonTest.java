package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The few documents that are signed: RFC 8259, compact, keys in the order given. */
class JsonTest {

  @Test
  void keysStandInTheOrderGivenAndNothingStandsBetweenThem() {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("b", 1);
    m.put("a", Arrays.asList(true, null, 2.5, "x"));
    m.put("c", Map.of());
    m.put("d", List.of());
    assertEquals("{\"b\":1,\"a\":[true,null,2.5,\"x\"],\"c\":{},\"d\":[]}", Json.write(m));
  }

  @Test
  void quotesBackslashesAndControlCharactersAreEscaped() {
    assertEquals("\"\\\"\\\\\\n\\r\\t\\u0000\\u001b\"", Json.write("\"\\\n\r\t\u0000\u001b"));
  }

  @Test
  void aNameCannotBreakOutOfItsString() {
    String hostile = "x\",\"version\":2,\"y\":\"";
    assertEquals(
        "{\"area\":\"x\\\",\\\"version\\\":2,\\\"y\\\":\\\"\"}",
        Json.write(Map.of("area", hostile)));
  }

  @Test
  void wordsOfAnyScriptStandAsTheyAre() {
    assertEquals("\"Đồng Nai 堤防 🌊\"", Json.write("Đồng Nai 堤防 🌊"));
  }

  @Test
  void halfASurrogatePairIsEscapedSoThatTheBytesAreValid() {
    assertEquals("\"a\\ud83c\"", Json.write("a\ud83c"));
    assertEquals("\"\\udf0ab\"", Json.write("\udf0ab"));
  }

  @Test
  void otherValuesAreWrittenAsTheirText() {
    assertEquals(
        "[\"2026-11-23T05:00:00Z\"]", Json.write(List.of(Instant.parse("2026-11-23T05:00:00Z"))));
    assertEquals("null", Json.write(null));
    assertEquals("[]", Json.write(new ArrayList<>()));
  }
}
