package org.currawong.hub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Somebody at a hub's HTTP API, signed in or not: speaks what CONTRACT.md says and no more. */
public final class Someone {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI hub;
  private String cookie;
  private String csrf;

  private Someone(URI hub) {
    this.hub = hub;
  }

  /** A resident: no account. */
  public static Someone resident(URI hub) {
    return new Someone(hub);
  }

  /** A person with an account, signed in now. */
  public static Someone signedIn(URI hub, String user, String password) {
    Someone s = new Someone(hub);
    HttpResponse<byte[]> r =
        s.send("POST", "/api/session", Map.of("user", user, "password", password), Map.of());
    if (r.statusCode() != 200) {
      throw new IllegalStateException("sign-in answered " + r.statusCode());
    }
    s.cookie = r.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    s.csrf = json(r).get("csrf").asText();
    return s;
  }

  /** An answer: its status, and its body as JSON where it is JSON. */
  public record Answer(int status, JsonNode json, byte[] bytes, HttpResponse<byte[]> raw) {

    /** A field of the body as text; empty where there is none. */
    public String text(String field) {
      return json == null || !json.hasNonNull(field) ? "" : json.get(field).asText();
    }

    /** The body as text. */
    public String body() {
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  public Answer get(String path) {
    return answer(send("GET", path, null, Map.of()));
  }

  public Answer post(String path, Object body) {
    return answer(send("POST", path, body, Map.of()));
  }

  public Answer post(String path, Object body, Map<String, String> headers) {
    return answer(send("POST", path, body, headers));
  }

  public Answer put(String path, Object body, String etag) {
    return answer(send("PUT", path, body, Map.of("If-Match", etag)));
  }

  private static Answer answer(HttpResponse<byte[]> r) {
    String type = r.headers().firstValue("content-type").orElse("");
    return new Answer(r.statusCode(), type.contains("json") ? json(r) : null, r.body(), r);
  }

  private HttpResponse<byte[]> send(
      String method, String path, Object body, Map<String, String> headers) {
    try {
      HttpRequest.Builder b = HttpRequest.newBuilder(hub.resolve(path)).timeout(PATIENCE);
      if (cookie != null) {
        b.header("Cookie", cookie).header("X-CSRF-Token", csrf);
      }
      headers.forEach(b::header);
      if (body == null) {
        b.method(method, BodyPublishers.noBody());
      } else {
        b.header("Content-Type", "application/json");
        b.method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
      }
      return http.send(b.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> r) {
    try {
      return r.body().length == 0 ? null : JSON.readTree(r.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
