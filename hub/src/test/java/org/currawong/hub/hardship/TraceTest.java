package org.currawong.hub.hardship;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The reader of traces must see an answer that came too early. */
class TraceTest {

  private static final String WRITE =
      "7 pwrite64(30</d/log/1.log>, \"ab {\\\"type\\\":\\\"ReportReceived\\\",\\\"report\\\":\\\"r-1\\\"\", 9, 0) = 9";
  private static final String FORCE = "7 fdatasync(30</d/log/1.log>) = 0";
  private static final String ANSWER =
      "9 write(61<socket:[5]>, \"HTTP/1.1 201 Created\\r\\n {\\\"id\\\":\\\"r-1\\\"}\", 90) = 90";

  private static boolean sound(String... lines) {
    return new Trace(List.of(lines)).forcedBeforeAnswered("r-1");
  }

  @Test
  void aForceBetweenWriteAndAnswerIsWhatIsWanted() {
    assertTrue(sound(WRITE, FORCE, ANSWER));
    assertTrue(
        sound(
            WRITE,
            "7 fdatasync(30</d/log/1.log> <unfinished ...>",
            "9 write(1, \"\", 0) = 0",
            "7 <... fdatasync resumed>) = 0",
            ANSWER));
  }

  @Test
  void anAnswerBeforeTheForceCameBackIsSeen() {
    assertFalse(sound(WRITE, ANSWER, FORCE));
    assertFalse(sound(FORCE, WRITE, ANSWER));
    assertFalse(
        sound(
            WRITE,
            "7 fdatasync(30</d/log/1.log> <unfinished ...>",
            ANSWER,
            "7 <... fdatasync resumed>) = 0"));
  }

  @Test
  void aForceThatFailedOrOfAnotherFileOrByAnotherThreadIsNone() {
    assertFalse(sound(WRITE, "7 fdatasync(30</d/log/1.log>) = -1 EIO", ANSWER));
    assertFalse(sound(WRITE, "7 fdatasync(31</d/broker/1.amq>) = 0", ANSWER));
    assertFalse(sound(WRITE, "8 fdatasync(30</d/log/1.log>) = 0", ANSWER));
  }
}
