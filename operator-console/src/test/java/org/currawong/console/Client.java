package org.currawong.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.currawong.domain.Json;

/** A person with a browser or a script, over real HTTP. */
final class Client {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String base;
  String cookie;
  String csrf;

  Client(String base) {
    this.base = base;
  }

  void signIn(String name) throws Exception {
    Answer a = post("/api/session", Map.of("user", name, "password", TestHub.PASSWORD));
    if (a.status() != 200) {
      throw new IllegalStateException(a.status() + " " + a.text());
    }
    String set = a.header("Set-Cookie");
    cookie = set.substring(0, set.indexOf(';'));
    csrf = a.json().get("csrf").textValue();
  }

  Answer get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET());
  }

  Answer post(String path, Object body, String... headers) throws Exception {
    return with("POST", path, body, headers);
  }

  Answer with(String method, String path, Object body, String... headers) throws Exception {
    byte[] json = Json.write(body).getBytes(StandardCharsets.UTF_8);
    return bytes(method, path, "application/json", json, headers);
  }

  Answer bytes(String method, String path, String type, byte[] body, String... headers)
      throws Exception {
    HttpRequest.Builder r = request(path, headers).header("Content-Type", type);
    return send(r.method(method, BodyPublishers.ofByteArray(body)));
  }

  /** As a browser sends a plain form. */
  Answer form(String path, String body) throws Exception {
    return bytes(
        "POST",
        path,
        "application/x-www-form-urlencoded",
        body.getBytes(StandardCharsets.UTF_8),
        "Accept",
        "text/html");
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder r =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
    if (cookie != null) {
      r.header("Cookie", cookie);
    }
    if (csrf != null) {
      r.header("X-CSRF-Token", csrf);
    }
    return headers.length == 0 ? r : r.headers(headers);
  }

  HttpClient http() {
    return http;
  }

  private Answer send(HttpRequest.Builder request) throws Exception {
    return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
  }

  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() throws Exception {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }
  }
}
