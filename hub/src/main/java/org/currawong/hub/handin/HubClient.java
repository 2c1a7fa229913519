package org.currawong.hub.handin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.currawong.hub.Json;

/** Speaks the hub's HTTP API to hand reports in. Safe for use by many threads. */
public final class HubClient {
  /** A hub on the same table or in the same town answers at once or not at all. */
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Longer than the hub itself takes to refuse a request that it can't serve. */
  private static final Duration REQUEST = Duration.ofSeconds(60);

  private static final Duration WAIT_UNLESS_TOLD = Duration.ofSeconds(1);

  /** "At once" would have us ask in a tight loop. */
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

  /** A hub that asks for more is asked again sooner: its clock may be wrong. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** Answers of this API are a few hundred bytes. */
  private static final int LARGEST_ANSWER = 1 << 20;

  /** Statuses of HTTP come in hundreds; those of success are 2xx. */
  private static final int HUNDRED = 100;

  private final URI hub;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private volatile Session session;

  private record Session(int number, String cookie, String csrf) {}

  /** How the hub answered a sign-in. */
  public sealed interface SignIn {
    /** Signed in. */
    record Done() implements SignIn {}

    /** Wrong name or password, or an account that may not. */
    record Denied(String why) implements SignIn {}

    /** The hub did not answer, or not as a hub does. */
    record Failed(String why) implements SignIn {}
  }

  /** A client of the hub at this address, e.g. {@code http://127.0.0.1:8480}. */
  public HubClient(URI hub) {
    this.hub = hub;
  }

  /** Which session reports go in, counted from 1; 0 before the first sign-in. */
  int session() {
    Session current = session;
    return current == null ? 0 : current.number();
  }

  /** Opens a session; later reports go in its name. */
  public SignIn signIn(String user, String password) throws InterruptedException {
    HttpRequest request = json("/api/session", Map.of("user", user, "password", password)).build();
    try {
      HttpResponse<InputStream> response = send(request);
      JsonNode body = body(response);
      String cookie = cookie(response.headers().allValues("set-cookie"));
      if (response.statusCode() == 200 && cookie != null && body.path("csrf").isTextual()) {
        session = new Session(session() + 1, cookie, body.path("csrf").asText());
        return new SignIn.Done();
      }
      return response.statusCode() >= 400 && response.statusCode() < 500
          ? new SignIn.Denied(why(response.statusCode(), body))
          : new SignIn.Failed("it answered " + response.statusCode());
    } catch (IOException e) {
      return new SignIn.Failed(reason(e));
    }
  }

  /**
   * Hands one report in.
   *
   * @param fields of {@code POST /api/reports}
   * @param key the same for the same report, however often it is sent: the hub then keeps it once
   */
  public Answer handIn(Map<String, String> fields, String key) throws InterruptedException {
    HttpRequest.Builder request = json("/api/reports", fields).header("Idempotency-Key", key);
    Session current = session;
    if (current != null) {
      request.header("Cookie", current.cookie()).header("X-CSRF-Token", current.csrf());
    }
    try {
      HttpResponse<InputStream> response = send(request.build());
      return response.statusCode() == 401
          ? signedOut(response, current)
          : answer(response, body(response));
    } catch (IOException e) {
      return new Answer.Unknown(reason(e));
    }
  }

  /**
   * Leaves a draft of an alert in the session's name.
   *
   * @param alert JSON as {@code POST /api/alerts} takes it
   * @return its id
   * @throws IOException when the hub does not answer or does not take it, saying why
   */
  public String draft(String alert) throws IOException, InterruptedException {
    JsonNode id = call("/api/alerts", alert).path("id");
    if (!id.isTextual()) {
      throw new IOException("it answered without the draft's id");
    }
    return id.asText();
  }

  /**
   * Makes one changing call in the session's name.
   *
   * @param path of a POST of the hub's API
   * @param json its body
   * @return the answer's body
   * @throws IOException when the hub does not answer or refuses, saying why
   */
  public JsonNode call(String path, String json) throws IOException, InterruptedException {
    Session current = session;
    HttpRequest.Builder request = json(path, BodyPublishers.ofString(json));
    if (current != null) {
      request.header("Cookie", current.cookie()).header("X-CSRF-Token", current.csrf());
    }
    HttpResponse<InputStream> response = send(request.build());
    JsonNode body = body(response);
    if (response.statusCode() / HUNDRED != 2) {
      throw new IOException(why(response.statusCode(), body));
    }
    return body;
  }

  private static Answer signedOut(HttpResponse<InputStream> response, Session used)
      throws IOException {
    response.body().close();
    return new Answer.SignedOut(used == null ? 0 : used.number());
  }

  private static Answer answer(HttpResponse<InputStream> response, JsonNode body) {
    int status = response.statusCode();
    return switch (status) {
      case 200, 201 ->
          body.path("id").isTextual() && body.path("receipt").isTextual()
              ? new Answer.Received(
                  body.path("id").asText(),
                  body.path("receipt").asText(),
                  body.path("received_at").asText())
              : new Answer.Unknown(
                  "it answered " + status + " without a receipt: is this a Currawong hub?");
      case 429, 503 ->
          new Answer.Busy(pause(response.headers().firstValue("retry-after").orElse("")));
      default ->
          status >= 400 && status < 500
              ? new Answer.Refused(status, why(status, body))
              : new Answer.Unknown("it answered " + status);
    };
  }

  /** Retry-After in seconds or as a date (RFC 9110, section 10.2.3). */
  static Duration pause(String retryAfter) {
    Duration asked;
    try {
      asked = Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
    } catch (NumberFormatException notSeconds) {
      try {
        Instant then =
            ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        asked = Duration.between(Instant.now(), then);
      } catch (DateTimeParseException notADate) {
        asked = WAIT_UNLESS_TOLD;
      }
    }
    if (asked.compareTo(SHORTEST_WAIT) < 0) {
      return SHORTEST_WAIT;
    }
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  private HttpRequest.Builder json(String path, Map<String, String> body) {
    return json(path, BodyPublishers.ofString(Json.text(body)));
  }

  private HttpRequest.Builder json(String path, HttpRequest.BodyPublisher body) {
    return HttpRequest.newBuilder(hub.resolve(path))
        .timeout(REQUEST)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, application/problem+json")
        .POST(body);
  }

  private HttpResponse<InputStream> send(HttpRequest request)
      throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private static JsonNode body(HttpResponse<InputStream> response) throws IOException {
    try (InputStream in = response.body()) {
      return Json.tree(new String(in.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8));
    }
  }

  private static String cookie(List<String> setCookies) {
    return setCookies.stream()
        .map(line -> line.split(";", 2)[0])
        .filter(pair -> pair.startsWith("currawong="))
        .findFirst()
        .orElse(null);
  }

  private static String why(int status, JsonNode problem) {
    String detail = problem.path("detail").asText(problem.path("title").asText(""));
    return status + (detail.isBlank() ? "" : " " + detail.replaceAll("\\p{Cntrl}", " "));
  }

  private static String reason(IOException e) {
    return switch (e) {
      case HttpTimeoutException slow -> "no answer in time";
      case ConnectException refused -> "nothing listens there";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
