package org.currawong.domain.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeWordsTest {

  private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
  private static final Instant EVENING = Instant.parse("2026-11-23T06:30:59Z");

  @Test
  void aTimeIsSaidWithItsDayInTheCommunitysZone() {
    assertEquals("5:30 pm Monday 23 November", TimeWords.say(EVENING, SYDNEY, "en"));
    assertEquals("17:30 del lunes 23 de noviembre", TimeWords.say(EVENING, SYDNEY, "es"));
    assertEquals("17:30 thứ Hai ngày 23/11", TimeWords.say(EVENING, SYDNEY, "vi"));
  }

  @Test
  void aLanguageWithoutWordingGetsDigits() {
    assertEquals("17:30 23/11/2026", TimeWords.say(EVENING, SYDNEY, "ar"));
  }

  @Test
  void midnightAndNoonAreTwelve() {
    assertEquals(
        "12:05 am Sunday 1 March",
        TimeWords.say(Instant.parse("2026-02-28T13:05:00Z"), SYDNEY, "en"));
    assertEquals(
        "12:00 pm Sunday 1 March",
        TimeWords.say(Instant.parse("2026-03-01T01:00:00Z"), SYDNEY, "en"));
  }
}
