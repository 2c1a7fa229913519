package org.currawong.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks as much of the hub's HTTP API as {@code report} uses, and can be told to be busy, absent
 * or forgetful.
 */
final class FakeHub implements AutoCloseable {
  static final String USER = "ann";
  static final String PASSWORD = "correct horse";

  /** One report as it was kept: body, key, and whether its sender was signed in. */
  record Kept(JsonNode body, String key, boolean signedIn) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final List<Long> arrivals = new ArrayList<>();
  private int busy;
  private int silent;
  private int broken;
  private boolean dropAfterKeeping;
  private int endSessionAt = -1;
  private int sessions;
  private String cookie = "none yet";

  FakeHub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/session", exchange -> answer(exchange, this::session));
    server.createContext("/api/reports", exchange -> answer(exchange, this::report));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next so many requests are answered 429 or 503, and told to wait a second. */
  synchronized void beBusy(int requests) {
    busy = requests;
  }

  /** The next so many requests get no answer. */
  synchronized void beSilent(int requests) {
    silent = requests;
  }

  /** The next so many are answered 500. */
  synchronized void beBroken(int requests) {
    broken = requests;
  }

  /** The next report is kept, but its sender never hears so. */
  synchronized void dropTheNextAnswer() {
    dropAfterKeeping = true;
  }

  /** Sessions opened until then end once so many reports are kept. */
  synchronized void endSessionAfter(int reports) {
    endSessionAt = reports;
  }

  synchronized List<Kept> kept() {
    return List.copyOf(kept.values());
  }

  synchronized int sessions() {
    return sessions;
  }

  synchronized List<Long> arrivals() {
    return List.copyOf(arrivals);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private record Reply(int status, Object body, Map<String, String> headers) {}

  private interface Step {
    Reply reply(HttpExchange exchange, JsonNode body) throws IOException;
  }

  private void answer(HttpExchange exchange, Step step) throws IOException {
    try (exchange) {
      JsonNode body =
          Json.tree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      Reply reply = step.reply(exchange, body);
      if (reply == null) {
        return;
      }
      byte[] bytes = Json.text(reply.body()).getBytes(StandardCharsets.UTF_8);
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(reply.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized Reply session(HttpExchange exchange, JsonNode body) {
    if (!USER.equals(body.path("user").asText())
        || !PASSWORD.equals(body.path("password").asText())) {
      return problem(401, "wrong name or password");
    }
    sessions++;
    cookie = "currawong=session" + sessions;
    return new Reply(
        200,
        Map.of("user", USER, "roles", List.of("coordinator"), "csrf", "token" + sessions),
        Map.of("Set-Cookie", cookie + "; HttpOnly; SameSite=Strict"));
  }

  private synchronized Reply report(HttpExchange exchange, JsonNode body) {
    arrivals.add(System.nanoTime());
    if (silent > 0) {
      silent--;
      return null;
    }
    if (broken > 0) {
      broken--;
      return problem(500, "broken");
    }
    if (busy > 0) {
      busy--;
      return new Reply(
          busy % 2 == 0 ? 429 : 503, Map.of("title", "busy"), Map.of("Retry-After", "1"));
    }
    if (kept.size() == endSessionAt) {
      endSessionAt = -1;
      cookie = "ended";
    }
    String presented = exchange.getRequestHeaders().getFirst("Cookie");
    if (presented != null && !cookie.equals(presented)) {
      return problem(401, "signed out");
    }
    if (presented != null
        && !("token" + sessions).equals(exchange.getRequestHeaders().getFirst("X-CSRF-Token"))) {
      return problem(403, "no token");
    }
    if (body.path("text").asText().contains("refuse me")) {
      return problem(422, "not a report");
    }
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    Kept earlier = kept.putIfAbsent(key, new Kept(body, key, presented != null));
    if (earlier != null && !earlier.body().equals(body)) {
      return problem(422, "another report under this key");
    }
    if (dropAfterKeeping) {
      dropAfterKeeping = false;
      return null;
    }
    return new Reply(
        201,
        Map.of("id", "r-" + key, "receipt", "c0ffee", "received_at", "2026-11-23T05:10:00Z"),
        Map.of());
  }

  private static Reply problem(int status, String detail) {
    return new Reply(
        status,
        Map.of("type", "about:blank", "title", "no", "status", status, "detail", detail),
        Map.of());
  }
}
