package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpokenEnglishTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5:30 pm Monday 23 November           | five thirty p m Monday the twenty third of November
          at 12:00 pm                          | at twelve noon
          by 12:05 a.m.                        | by twelve oh five a m
          at 7pm                               | at seven p m
          from 17:45 today                     | from five forty five p m today
          on 1/2/2027                          | on the first of February twenty twenty seven
          on 3rd March 2009                    | on the third of March two thousand and nine
          call Triple Zero (000)               | call Triple Zero
          call 000 now                         | call Triple Zero now
          ring 132 500                         | ring one three two, five zero zero
          ring 0491 570 156                    | ring zero four nine one, five seven zero, one five six
          (02) 5550 1234                       | zero two, five five five zero, one two three four
          1800 555 123                         | one eight zero zero, five five five, one two three
          7.2 m and rising                     | seven point two metres and rising
          10 cm an hour                        | ten centimetres an hour
          winds of 90 km/h                     | winds of ninety kilometres an hour
          39°C                                 | thirty nine degrees
          80% full                             | eighty per cent full
          $1,500                               | one thousand five hundred dollars
          1,250 homes                          | one thousand two hundred and fifty homes
          5-10 people                          | five to ten people
          1000005                              | one million and five
          0                                    | zero
          Mill St and Ferry Rd                 | Mill Street and Ferry Road
          Mill St bridge                       | Mill Street bridge
          St Anne's Hall                       | Saint Anne's Hall
          Dr Nguyen                            | Doctor Nguyen
          the B64                              | the B sixty four
          the SES and the RFS                  | the S E S and the R F S
          LEAVE NOW                            | Leave Now
          fish & chips                         | fish and chips
          Nguyễn Đình Chiểu                    | Nguyen Dinh Chieu
          https://hub.lantern.example/now.     | hub dot lantern dot example slash now
          ring sam@lantern.example             | ring sam at lantern dot example
          the river – or the lake              | the river, or the lake
          <b>Run</b> {now}                     | b Run b now
          """)
  void writtenWordsBecomeSpokenOnes(String written, String spoken) {
    assertEquals(spoken, SpokenEnglish.say(written));
  }

  @Test
  void twoSentencesStayTwo() {
    assertEquals(
        "Avoid Mill Street. Go to the hall.", SpokenEnglish.say("Avoid Mill St. Go to the hall."));
  }

  @Test
  void whatIsSpokenStaysAsItIs() {
    String spoken =
        SpokenEnglish.say("At 5:30 pm on 23 November the SES rings 132 500, B64, 7.2 m.");
    assertEquals(spoken, SpokenEnglish.say(spoken));
  }

  @Test
  void anythingAtAllBecomesPrintableAsciiWithoutDigits() {
    Random random = new Random(23);
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        boolean ascii = random.nextInt(4) > 0;
        text.appendCodePoint(ascii ? 32 + random.nextInt(95) : 1 + random.nextInt(0x1FFFF));
      }
      String said = SpokenEnglish.say(text.toString());
      assertTrue(said.matches("[ -/:-~]*"), () -> text + " became " + said);
    }
  }
}
