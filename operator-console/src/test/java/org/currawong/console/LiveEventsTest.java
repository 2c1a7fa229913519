package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What changed, told as it happens. */
@Timeout(60)
class LiveEventsTest {

  private static final class Stream implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    Stream(Client client, String... headers) throws Exception {
      response =
          client
              .http()
              .send(client.request("/api/events", headers).build(), BodyHandlers.ofInputStream());
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The next event as {@code id type data}; null at the end of the stream. */
    String next() throws Exception {
      return CompletableFuture.supplyAsync(
              () -> {
                try {
                  return read();
                } catch (java.io.IOException e) {
                  return null;
                }
              })
          .get(10, TimeUnit.SECONDS);
    }

    private String read() throws java.io.IOException {
      StringBuilder event = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && !event.isEmpty()) {
          return event.toString().strip();
        }
        if (!line.isEmpty() && !line.startsWith(":")) {
          event.append(line.substring(line.indexOf(' ') + 1)).append(' ');
        }
      }
      return null;
    }

    @Override
    public void close() throws java.io.IOException {
      response.body().close();
    }
  }

  @Test
  void eachRoleHearsOfItsOwnThingsAndNoWords() throws Exception {
    try (TestHub hub = TestHub.live();
        Stream ada = new Stream(hub.as("ada"));
        Stream cleo = new Stream(hub.as("cleo"))) {
      String id =
          hub.client()
              .post("/api/reports", Map.of("text", "secret words"))
              .json()
              .get("id")
              .textValue();
      String event = ada.next();
      assertTrue(event.matches("\\d+ ReportReceived \\{\"n\":\\d+,\"id\":\"" + id + "\"}"), event);
      assertFalse(event.contains("secret"));
      hub.as("ada").post("/api/alerts", Drafts.complete("Exercise"));
      assertTrue(cleo.next().contains("AlertDrafted"), "radio hears of the alert first");
    }
  }

  @Test
  void aConnectionThatGoesAwayIsToldOnceThoughNoFactSaysSo() throws Exception {
    try (TestHub hub = TestHub.live();
        Stream ada = new Stream(hub.as("ada"))) {
      TimeUnit.SECONDS.sleep(2);
      hub.carrier.set(new Carrier("radio", "by radio", "down", "no answer for 45 s"));
      long n = hub.core.read(s -> s.n());
      assertEquals("Carriers {\"n\":" + n + ",\"id\":\"\"}", ada.next());
      hub.carrier.set(new Carrier("radio", "by radio", "down", "no answer for 46 s"));
      TimeUnit.SECONDS.sleep(2);
      hub.client().post("/api/reports", Map.of("text", "one"));
      assertTrue(ada.next().contains("ReportReceived"), "a figure that moved is no news");
    }
  }

  @Test
  void whoComesBackIsToldWhatWasMissed() throws Exception {
    try (TestHub hub = TestHub.live()) {
      long n = hub.core.read(s -> s.n());
      hub.client().post("/api/reports", Map.of("text", "one"));
      hub.client().post("/api/reports", Map.of("text", "two"));
      try (Stream again = new Stream(hub.as("ada"), "Last-Event-ID", Long.toString(n))) {
        assertTrue(again.next().startsWith((n + 1) + " ReportReceived"));
        assertTrue(again.next().startsWith((n + 2) + " ReportReceived"));
      }
      try (Stream old = new Stream(hub.as("ada"), "Last-Event-ID", "0")) {
        assertEquals("Reload {\"n\":" + (n + 2) + ",\"id\":\"\"}", old.next());
      }
    }
  }

  @Test
  void theStreamEndsWithTheSession() throws Exception {
    try (TestHub hub = TestHub.live()) {
      Client ada = hub.as("ada");
      try (Stream stream = new Stream(ada)) {
        assertEquals(204, ada.with("DELETE", "/api/session", Map.of()).status());
        assertNull(stream.next());
      }
    }
  }

  @Test
  void theStreamEndsWithTheAccount() throws Exception {
    try (TestHub hub = TestHub.live();
        Stream ben = new Stream(hub.as("ben"))) {
      assertEquals(200, hub.as("eli").post("/api/accounts/u-ben/disabling", Map.of()).status());
      String last = ben.next();
      assertTrue(last == null || last.contains("AccountDisabled") && ben.next() == null, last);
    }
  }
}
