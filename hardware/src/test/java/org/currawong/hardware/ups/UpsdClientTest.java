package org.currawong.hardware.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UpsdClientTest {

  private static final Duration BOUND = Duration.ofSeconds(8);

  @Test
  void oneConnectionServesManyQuestionsAndNothingIsEverTold() throws Exception {
    try (FakeUpsd upsd = new FakeUpsd(FakeUpsd.list("ups.status", "OL", "ups.mfr", "a \"b\" #\\"));
        UpsdClient client = new UpsdClient(upsd.address())) {
      for (int i = 0; i < 5; i++) {
        assertEquals(Map.of("ups.status", "OL", "ups.mfr", "a \"b\" #\\"), client.variables("u"));
      }
      assertEquals(1, upsd.connections.size());
      assertEquals(Set.of("LIST VAR u"), new TreeSet<>(upsd.asked));
    }
  }

  @Test
  void aRefusalKeepsTheConnection() throws Exception {
    try (FakeUpsd upsd = new FakeUpsd("ERR DATA-STALE\n");
        UpsdClient client = new UpsdClient(upsd.address())) {
      IOException e = assertThrows(UpsdClient.Refused.class, () -> client.variables("u"));
      assertEquals("upsd has no fresh data of the UPS", e.getMessage());
      upsd.says(FakeUpsd.list("ups.status", "OL"));
      assertEquals("OL", client.variables("u").get("ups.status"));
      assertEquals(1, upsd.connections.size());
    }
  }

  @Test
  void aConnectionThatBrokeIsMadeAnew() throws Exception {
    try (FakeUpsd upsd = new FakeUpsd(FakeUpsd.list("ups.status", "OL"));
        UpsdClient client = new UpsdClient(upsd.address())) {
      client.variables("u");
      upsd.hangUp();
      assertThrows(IOException.class, () -> client.variables("u"));
      assertEquals("OL", client.variables("u").get("ups.status"));
    }
  }

  @Test
  void nothingKeepsItWaitingForLongNorFillsItsMemory() throws Exception {
    String endless = "BEGIN LIST VAR u\n" + "VAR u a \"b\"\n".repeat(50_000);
    for (String bad :
        List.of(
            endless,
            "x".repeat(100_000),
            "END LIST VAR u\n",
            "VAR u ups.status \"OL\n",
            "BEGIN LIST VAR u\nVAR u ups.status \"OL\"\n",
            "\u0000\u0001\n".repeat(200_000))) {
      try (FakeUpsd upsd = new FakeUpsd(bad);
          UpsdClient client = new UpsdClient(upsd.address())) {
        assertTimeout(BOUND, () -> assertThrows(IOException.class, () -> client.variables("u")));
      }
    }
    try (FakeUpsd upsd = new FakeUpsd(null);
        UpsdClient client = new UpsdClient(upsd.address())) {
      IOException e = assertThrows(IOException.class, () -> client.variables("u"));
      assertTrue(e.getMessage().contains("in time"), e.getMessage());
    }
  }

  @Test
  void nobodyThereIsSaidInWords() throws Exception {
    UpsdAddress gone;
    try (FakeUpsd upsd = new FakeUpsd("")) {
      gone = upsd.address();
    }
    try (UpsdClient client = new UpsdClient(gone)) {
      IOException e = assertThrows(IOException.class, () -> client.variables("u"));
      assertTrue(e.getMessage().startsWith("upsd at " + gone + " does not answer"), e.toString());
    }
  }
}
