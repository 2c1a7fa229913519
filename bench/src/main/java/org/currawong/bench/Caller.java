package org.currawong.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Somebody with an account, signed in at a hub's API. */
final class Caller {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI hub;
  private String cookie;
  private String csrf;

  private Caller(URI hub) {
    this.hub = hub;
  }

  static Caller signedIn(URI hub, String user, String password) throws Exception {
    Caller caller = new Caller(hub);
    HttpResponse<byte[]> answer =
        caller.send("POST", "/api/session", Map.of("user", user, "password", password));
    caller.cookie = answer.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    caller.csrf = JSON.readTree(answer.body()).get("csrf").asText();
    return caller;
  }

  JsonNode get(String path) throws Exception {
    return JSON.readTree(send("GET", path, null).body());
  }

  JsonNode post(String path, Object body) throws Exception {
    return JSON.readTree(send("POST", path, body).body());
  }

  private HttpResponse<byte[]> send(String method, String path, Object body) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve(path)).timeout(PATIENCE);
    if (cookie != null) {
      request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(method + " " + path + " answered " + answer.statusCode());
    }
    return answer;
  }
}
