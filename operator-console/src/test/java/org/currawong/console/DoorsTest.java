package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sign-in, sessions, strangers' pages, limits of the server. */
class DoorsTest {

  private static TestHub hub;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.live();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void aSessionIsACookieThatNoScriptAndNoStrangerCanUse() throws Exception {
    Client.Answer a =
        hub.client().post("/api/session", Map.of("user", "ADA", "password", TestHub.PASSWORD));
    assertEquals(200, a.status(), a.text());
    String cookie = a.header("Set-Cookie");
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    assertEquals("ada", a.json().get("user").textValue());
    assertEquals("coordinator", a.json().at("/roles/0").textValue());
    assertFalse(a.json().get("csrf").textValue().isBlank());
  }

  @Test
  void aChangeWithoutTheTokenIsRefused() throws Exception {
    Client ada = hub.as("ada");
    ada.csrf = null;
    assertEquals(403, ada.post("/api/alerts", Drafts.complete("Actual")).status());
    ada.csrf = "x".repeat(43);
    assertEquals(403, ada.post("/api/alerts", Drafts.complete("Actual")).status());
    assertEquals(200, ada.get("/api/alerts").status());
  }

  @Test
  void anotherSitesPageChangesNothing() throws Exception {
    Client ada = hub.as("ada");
    for (String[] from :
        new String[][] {
          {"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "cross-site"}, {"Origin", "null"}
        }) {
      assertEquals(403, ada.post("/api/alerts", Drafts.complete("Actual"), from).status());
      assertEquals(403, hub.client().post("/api/reports", Map.of("text", "x"), from).status());
    }
    String own = "http://127.0.0.1:" + hub.console.port();
    assertEquals(201, ada.post("/api/alerts", Drafts.complete("Actual"), "Origin", own).status());
  }

  @Test
  void signingOutEndsTheSessionAndOnlyThisOne() throws Exception {
    Client one = hub.as("ada");
    Client two = hub.as("ada");
    assertEquals(204, one.with("DELETE", "/api/session", Map.of()).status());
    assertEquals(401, one.get("/api/alerts").status());
    assertEquals(200, two.get("/api/alerts").status());
  }

  @Test
  void aSessionLeftAloneEnds() throws Exception {
    Client ada = hub.as("ada");
    hub.ahead.set(Duration.ofHours(3));
    try {
      assertEquals(401, ada.get("/api/alerts").status());
    } finally {
      hub.ahead.set(Duration.ZERO);
    }
  }

  @Test
  void guessingAPasswordIsSlowedAndTheRightOneIsNotSaved() throws Exception {
    try (TestHub other = TestHub.live()) {
      Map<String, Object> wrong = Map.of("user", "ben", "password", "not this one");
      for (int i = 0; i < 5; i++) {
        assertEquals(401, other.client().post("/api/session", wrong).status());
      }
      Client.Answer a = other.client().post("/api/session", wrong);
      assertEquals(429, a.status());
      assertTrue(Integer.parseInt(a.header("Retry-After")) > 0);
      Map<String, Object> right = Map.of("user", "ben", "password", TestHub.PASSWORD);
      assertEquals(429, other.client().post("/api/session", right).status());
      other.ahead.set(Duration.ofMinutes(2));
      assertEquals(200, other.client().post("/api/session", right).status());
    }
  }

  @Test
  void somebodyTakenOutOfUseIsOutAtOnce() throws Exception {
    try (TestHub other = TestHub.live()) {
      Client ben = other.as("ben");
      assertEquals(200, other.as("eli").post("/api/accounts/u-ben/disabling", Map.of()).status());
      assertEquals(401, ben.get("/api/alerts").status());
      Map<String, Object> right = Map.of("user", "ben", "password", TestHub.PASSWORD);
      assertEquals(401, other.client().post("/api/session", right).status());
    }
  }

  @Test
  void aNewAccountIsConfirmedByAnotherPerson() throws Exception {
    Client eli = hub.as("eli");
    Map<String, Object> gus =
        Map.of("name", "gus", "password", TestHub.PASSWORD, "roles", List.of("coordinator"));
    Client.Answer a = eli.post("/api/accounts", gus);
    assertEquals(201, a.status(), a.text());
    assertFalse(a.json().get("confirmed").booleanValue());
    String path = "/api/accounts/" + a.json().get("id").textValue() + "/confirmation";
    assertEquals(403, hub.as("gus").post(path, Map.of()).status());
    assertTrue(hub.as("ada").post(path, Map.of()).json().get("confirmed").booleanValue());
    assertEquals(409, eli.post("/api/accounts", gus).status());
    Map<String, Object> weak = Map.of("name", "hal", "password", "short", "roles", List.of("king"));
    assertEquals(422, eli.post("/api/accounts", weak).status());
  }

  @Test
  void everyAnswerCarriesTheSafeHeaders() throws Exception {
    for (String path : new String[] {"/", "/api/reports", "/nothing", "/assets/console.css"}) {
      Client.Answer a = hub.client().get(path);
      assertTrue(a.header("Content-Security-Policy").contains("default-src 'none'"), path);
      assertFalse(a.header("Content-Security-Policy").contains("unsafe"), path);
      assertEquals("nosniff", a.header("X-Content-Type-Options"));
      assertEquals("same-origin", a.header("Referrer-Policy"));
    }
  }

  @Test
  void aNameOfAStrangerIsNotAnswered() throws Exception {
    assertTrue(raw("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").startsWith("HTTP/1.1 421"));
    assertTrue(raw("GET / HTTP/1.1\r\nHost: localhost:1\r\n\r\n").startsWith("HTTP/1.1 200"));
    assertTrue(raw("GET / HTTP/1.1\r\nHost: [::1]:1\r\n\r\n").startsWith("HTTP/1.1 200"));
    assertFalse(raw("GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200"));
  }

  @Test
  void whatIsTooLargeOrNoHttpIsRefusedAndTheServerLives() throws Exception {
    String host = "Host: localhost\r\n";
    String big = "X: " + "y".repeat(20_000) + "\r\n";
    String[] bad = {
      "GET / HTTP/1.1\r\n" + host + big + "\r\n",
      "GET /" + "a".repeat(6000) + " HTTP/1.1\r\n" + host + "\r\n",
      "\u0000\u0001\u0002 nonsense\r\n\r\n",
      "GET /%zz HTTP/1.1\r\n" + host + "\r\n",
      "POST /api/reports HTTP/1.1\r\n" + host + "Content-Length: 99999999\r\n\r\n",
      "POST /api/reports HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n"
    };
    for (String request : bad) {
      String answer = raw(request);
      assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1\\.[01] 4.*"), answer);
    }
    assertEquals(200, hub.client().get("/health/live").status());
    assertEquals(200, hub.client().get("/health/ready").status());
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.console.port())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] start = socket.getInputStream().readNBytes(64);
      return new String(start, StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void aWrongAddressIsAProblemForScriptsAndAPageForPeople() throws Exception {
    Client.Answer script = hub.client().get("/api/nothing");
    assertEquals(404, script.status());
    assertEquals("application/problem+json", script.header("Content-Type"));
    Client.Answer person = hub.client().get("/api/nothing", "Accept", "text/html");
    assertTrue(person.header("Content-Type").startsWith("text/html"));
    Client.Answer method = hub.client().with("PUT", "/api/reports", Map.of());
    assertEquals(405, method.status());
    Client.Answer door = hub.client().get("/console", "Accept", "text/html");
    assertEquals(303, door.status());
    assertEquals("/sign-in?then=%2Fconsole", door.header("Location"));
  }

  @Test
  void afterSignInOneGoesToOwnPagesOnly() throws Exception {
    String form = "user=ada&password=" + TestHub.PASSWORD.replace(' ', '+') + "&then=";
    assertEquals("/people", hub.client().form("/api/session", form + "/people").header("Location"));
    for (String away : new String[] {"//evil.example", "https://evil.example", "/\\evil", ""}) {
      assertEquals(
          "/console", hub.client().form("/api/session", form + away).header("Location"), away);
    }
  }

  @Test
  void aHubWithoutPeopleIsSetUpOnceWithItsCode() throws Exception {
    try (TestHub empty = TestHub.withoutPeople()) {
      String code = empty.console.setupCode().orElseThrow();
      Map<String, Object> people =
          Map.of(
              "p0", Map.of("name", "root", "password", TestHub.PASSWORD, "roles", List.of("admin")),
              "p1",
                  Map.of(
                      "name",
                      "ada",
                      "password",
                      TestHub.PASSWORD,
                      "roles",
                      List.of("coordinator")));
      Map<String, Object> wrong = Map.of("code", "aaaa-bbbb-cccc", "people", people);
      assertEquals(403, empty.client().post("/setup", wrong).status());
      Client.Answer a = empty.client().post("/setup", Map.of("code", code, "people", people));
      assertEquals(201, a.status(), a.text());
      assertEquals(
          409, empty.client().post("/setup", Map.of("code", code, "people", people)).status());
      assertTrue(empty.console.setupCode().isEmpty());
      assertEquals(200, empty.as("ada").get("/api/alerts").status());
    }
  }
}
