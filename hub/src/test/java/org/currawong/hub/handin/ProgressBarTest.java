package org.currawong.hub.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  @Test
  void itShowsShareSpeedAndRefusalsAndRedrawsTenTimesASecond() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AtomicLong now = new AtomicLong();
    try (ProgressBar bar =
        new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), 4, now::get)) {
      now.set(1_000_000_000L);
      bar.rows(1, 0);
      now.addAndGet(50_000_000L);
      bar.rows(2, 0);
      now.set(2_000_000_000L);
      bar.rows(3, 1);
    }
    assertEquals(
        "\r[#######-----------------------] 1/4  1/s  0 refused "
            + "\r[##############################] 4/4  2/s  1 refused "
            + System.lineSeparator(),
        bytes.toString(StandardCharsets.UTF_8));
  }
}
