package org.currawong.hub.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
  @Test
  void aHubThatIsGoneIsAskedSixTimesAndThenNamed() throws Exception {
    int free;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = probe.getLocalPort();
    }
    HubClient nobody = new HubClient(URI.create("http://127.0.0.1:" + free + "/"));
    Delivery delivery = new Delivery(nobody, () -> false, Duration.ofMillis(1));
    Answer answer = delivery.deliver(Map.of("text", "x"), "key");
    assertEquals("nothing listens there", assertInstanceOf(Answer.Unknown.class, answer).why());
  }

  @Test
  void theAskedPauseIsReadInSecondsOrAsADateWithinReason() {
    assertEquals(Duration.ofSeconds(7), HubClient.pause("7"));
    assertEquals(Duration.ofSeconds(1), HubClient.pause(""));
    assertEquals(Duration.ofSeconds(1), HubClient.pause("soon"));
    assertEquals(Duration.ofMillis(100), HubClient.pause("0"));
    assertEquals(Duration.ofMillis(100), HubClient.pause("-5"));
    assertEquals(Duration.ofMinutes(2), HubClient.pause("999999"));
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(30));
    Duration asked = HubClient.pause(date);
    assertTrue(
        asked.compareTo(Duration.ofSeconds(25)) > 0 && asked.compareTo(Duration.ofSeconds(31)) < 0,
        asked::toString);
  }
}
