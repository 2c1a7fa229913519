package org.currawong.hub.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.currawong.hub.node.HubNode;
import org.currawong.hub.node.HubPlan;
import org.currawong.hub.settings.EffectiveSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub with a model: its answers come after the rules' own, and its failures cost nothing else.
 */
class ModelFlowIT {

  /** CONTRACT.md: language and urgency by the rules stand within this time. */
  private static final Duration RULES = Duration.ofSeconds(5);

  private static final Duration MODEL = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(8);
  private static final String REPORT = "Tree down across Mill Lane. The road is closed.";

  private static final String GOOD =
      "{\\\"summary\\\":\\\"The road is closed.\\\",\\\"quote\\\":\\\"The road is closed\\\","
          + "\\\"urgency\\\":\\\"urgent\\\",\\\"category\\\":\\\"road\\\"}";

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean hangs;
  private HttpServer server;
  private HubNode hub;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/tags", e -> send(e, "{\"models\":[{\"name\":\"small:1\"}]}"));
    server.createContext("/api/generate", this::generate);
    server.start();
    Map<String, String> settings =
        Map.of(
            "web.port",
            "0",
            "ollama.url",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "ollama.model",
            "small:1");
    hub =
        HubNode.launch(
            HubPlan.live(
                Town.founded(folder.resolve("hub")).data,
                EffectiveSettings.of(Map.of(), Map.of(), settings).settings(),
                Clock.system(ZoneOffset.UTC)));
  }

  @AfterEach
  void stop() {
    hub.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void generate(HttpExchange e) throws IOException {
    e.getRequestBody().readAllBytes();
    if (!hangs) {
      send(e, "{\"response\":\"" + GOOD + "\",\"done\":true}");
      return;
    }
    try {
      TimeUnit.MINUTES.sleep(2);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange e, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    e.sendResponseHeaders(200, bytes.length);
    e.getResponseBody().write(bytes);
    e.close();
  }

  private static long answers(JsonNode report, String by) {
    return StreamSupport.stream(report.path("assessments").spliterator(), false)
        .filter(a -> a.path("by").asText().startsWith(by))
        .count();
  }

  private String state(Someone who) {
    return StreamSupport.stream(
            who.get("/api/channels").json().path("channels").spliterator(), false)
        .filter(c -> c.path("name").asText().equals("model"))
        .map(c -> c.path("state").asText())
        .findFirst()
        .orElse("not listed");
  }

  @Test
  void aModelsAnswersStandBesideTheRulesUnderItsName() throws Exception {
    Someone ada = Someone.signedIn(hub.address(), "ada", Town.PASSWORD);
    String id =
        Someone.resident(hub.address()).post("/api/reports", Map.of("text", REPORT)).text("id");
    Until.holds(
        MODEL,
        "the model's three answers",
        () -> answers(ada.get("/api/reports/" + id).json(), "model small:1") == 3);
    JsonNode report = ada.get("/api/reports/" + id).json();
    assertEquals(REPORT, report.path("summary").asText());
    assertEquals("up", state(ada));
    String page = ada.get("/console/reports/" + id).body();
    assertTrue(page.contains("How it was worked out") && page.contains("model small:1"), page);
  }

  @Test
  void aServerThatHangsKeepsNeitherTheRulesNorAStopWaiting() throws Exception {
    hangs = true;
    Someone ada = Someone.signedIn(hub.address(), "ada", Town.PASSWORD);
    for (int i = 0; i < 5; i++) {
      String id =
          Someone.resident(hub.address())
              .post("/api/reports", Map.of("text", REPORT + " " + i))
              .text("id");
      Until.holds(
          RULES,
          "the rules' urgency",
          () -> !ada.get("/api/reports/" + id).text("urgency").isEmpty());
    }
    long began = System.nanoTime();
    hub.close();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(took.compareTo(STOP) < 0, "the stop took " + took);
  }
}
