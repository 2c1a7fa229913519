package org.currawong.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.currawong.hub.Json;

/**
 * The demonstration's stand-in for a model: no model at all, but a script that answers on loopback
 * as Ollama's {@code /api/tags} and {@code /api/generate} do. So the hub's own gate judges its
 * answers, and a coordinator sees what a model that fails looks like where there is none.
 */
final class ScriptedModel implements AutoCloseable {

  /** Its name, as {@code ollama.model} wants it; it stands beside each of its answers. */
  static final String NAME = "stand-in:script";

  private static final int OK = 200;

  /** A question is its report, its schema and what the model is told: some 10 KB. */
  private static final int LONGEST_QUESTION = 64 << 10;

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");
  private static final Pattern CRY =
      Pattern.compile("(?i)help|stuck|cannot walk|oxygen|roof|drown|needs? a boat");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> english = new HashMap<>();
  private volatile boolean gone;

  private ScriptedModel(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens on a free port of loopback.
   *
   * @param flood with what it is to say of reports that aren't English
   */
  static ScriptedModel listen(List<ScriptedReport> flood) throws IOException {
    ScriptedModel model =
        new ScriptedModel(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    flood.stream()
        .filter(r -> r.english() != null)
        .forEach(r -> model.english.put(r.text(), r.english()));
    model.server.setExecutor(model.threads);
    model.server.createContext("/api/tags", model::tags);
    model.server.createContext("/api/generate", model::generate);
    model.server.start();
    return model;
  }

  /** As {@code ollama.url} wants it. */
  String url() {
    InetSocketAddress at = server.getAddress();
    return "http://" + at.getAddress().getHostAddress() + ":" + at.getPort();
  }

  /** It breaks every connection from now on. */
  void fail() {
    gone = true;
  }

  /** It answers again. */
  void recover() {
    gone = false;
  }

  private void tags(HttpExchange call) throws IOException {
    answer(call, Map.of("models", List.of(Map.of("name", NAME))));
  }

  private void generate(HttpExchange call) throws IOException {
    String asked =
        new String(call.getRequestBody().readNBytes(LONGEST_QUESTION), StandardCharsets.UTF_8);
    JsonNode question = Json.tree(asked);
    String report = Json.tree(question.path("prompt").asText()).asText();
    boolean translate = question.path("format").path("properties").has("translation");
    Map<String, String> said =
        translate ? Map.of("translation", english.getOrDefault(report, "")) : reading(report);
    answer(call, Map.of("response", Json.text(said), "done", true));
  }

  private static Map<String, String> reading(String report) {
    String[] sentences = SENTENCE.split(report);
    String cry = sentences[0];
    for (String sentence : sentences) {
      if (CRY.matcher(sentence).find()) {
        cry = sentence;
        break;
      }
    }
    boolean life = CRY.matcher(cry).find();
    return Map.of(
        "summary",
        cry,
        "quote",
        cry,
        "urgency",
        life ? "life-safety" : "ordinary",
        "category",
        "other");
  }

  private void answer(HttpExchange call, Object body) throws IOException {
    try (call) {
      if (gone) {
        return;
      }
      byte[] bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
      call.sendResponseHeaders(OK, bytes.length);
      try (OutputStream out = call.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
