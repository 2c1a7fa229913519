package org.currawong.hub.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.currawong.domain.report.Via;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FloodScriptTest {

  @Test
  void aLineIsAReport() {
    List<ScriptedReport> reports =
        read("# remark\n\n7\ttwo-way\tchannel 7\ten\tIt \\u202Erises\t\t\n");
    assertEquals(1, reports.size());
    ScriptedReport report = reports.getFirst();
    assertEquals(Duration.ofSeconds(7), report.after());
    assertEquals(Via.TWO_WAY, report.via());
    assertEquals("It \u202Erises", report.text());
    assertNull(report.place());
    assertEquals("channel 7", report.body("r").caller());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7\tweb\t\ten\tno place column",
        "7\tweb\t\tvi\tno English column\t",
        "soon\tweb\t\ten\ttext\t\t",
        "7\tpigeon\t\ten\ttext\t\t",
        "7\tweb\t\tEnglish\ttext\t\t",
        "7\tweb\t\ten\t \t\t",
        "9\tweb\t\ten\ttext\t\t\n7\tweb\t\ten\ttext\t\t"
      })
  void aWrongLineIsRefused(String script) {
    assertThrows(IllegalArgumentException.class, () -> read(script));
  }

  private static List<ScriptedReport> read(String script) {
    return FloodScript.read(new StringReader(script));
  }
}
