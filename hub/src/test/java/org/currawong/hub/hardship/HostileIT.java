package org.currawong.hub.hardship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Someone.Answer;
import org.currawong.hub.flow.Until;
import org.currawong.incidentlog.Anchors;
import org.currawong.incidentlog.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent by HTTP is answered in words or stored as words; the hub stays up. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class HostileIT {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration SLOW_ENDS = Duration.ofSeconds(40);
  private static final String MARKER = "pwned-7f3a";
  private static final int SLOW = 20;

  @TempDir static Path folder;
  private static Path data;
  private static HubProcess hub;
  private static RawHttp http;
  private static final List<Socket> DRIPPING = new ArrayList<>();
  private static long slowSince;

  @BeforeAll
  static void aHubServesAndSomeSendVerySlowly() throws Exception {
    data = Folder.founded(folder.resolve("data"));
    hub = HubProcess.begin(data, "limits.sender.per-minute=100000").up();
    http = new RawHttp(hub.uri());
    slowSince = System.nanoTime();
    for (int i = 0; i < SLOW; i++) {
      Socket socket = http.open();
      String half = "POST /api/reports HTTP/1.1\r\nHost: " + hub.uri().getAuthority() + "\r\n";
      String rest = "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
      String begun = i % 2 == 0 ? half + "Content-Le" : half + rest;
      socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
      DRIPPING.add(socket);
    }
  }

  @AfterAll
  static void itStops() throws IOException {
    for (Socket socket : DRIPPING) {
      socket.close();
    }
    hub.close();
  }

  @AfterEach
  void theHubIsWell() throws Exception {
    assertTrue(hub.alive(), "the hub ended");
    assertEquals(200, hub.resident().get("/health/ready").status());
  }

  @Test
  void a01WhatIsNoReportIsRefusedInWordsAndNothingIsStored() throws Exception {
    long before = LogFacts.read(data).of("ReportReceived").count();
    for (Hostile h : Hostile.refused()) {
      List<String> headers = new ArrayList<>(h.headers());
      headers.add("Content-Type: " + h.type());
      RawHttp.Back back = http.send("POST", "/api/reports", headers, h.body());
      assertTrue(h.statuses().contains(back.status()), h.name() + " was answered " + back);
      assertTrue(back.problem(), h.name() + " was not told why: " + back);
    }
    assertEquals(before, LogFacts.read(data).of("ReportReceived").count());
  }

  @Test
  void a02WordsStayWordsOnEveryPage() throws Exception {
    Someone ada = hub.someone("ada");
    for (String text : Hostile.inert(MARKER)) {
      Answer in = hub.resident().post("/api/reports", Map.of("text", text));
      assertEquals(201, in.status(), in.body());
      String path = "/api/reports/" + in.text("id");
      Until.holds(SOON, "assessed: " + text, () -> !ada.get(path).text("urgency").isEmpty());
      assertEquals(text, ada.get(path).text("text"), "stored as it came");
      for (String page :
          List.of("/console", "/console/reports/" + in.text("id"), "/sent/" + in.text("receipt"))) {
        inert(page, ada.get(page).body());
      }
      if (text.contains("trapped")) {
        assertEquals("life-safety", ada.get(path).text("urgency"), "nobody talks it down");
      }
    }
    try (var all = Files.walk(folder)) {
      assertTrue(all.noneMatch(f -> f.toString().contains(MARKER)), "something was executed");
    }
  }

  private static void inert(String page, String html) {
    for (String live :
        List.of("<script>document", "<img src=x", "<svg/onload", "\u001b", "\u202E")) {
      assertFalse(html.contains(live), page + " holds " + live);
    }
  }

  @Test
  void a03NamesOfHeadersMoveNothing() throws Exception {
    Path file = folder.resolve(MARKER);
    List<String> names =
        List.of("CamelHttpUri", "CamelFileName", "CamelExecCommandExecutable", "JMSReplyTo");
    StringBuilder keys = new StringBuilder("{\"text\":\"Water at the mill\"");
    List<String> headers = new ArrayList<>(List.of("Content-Type: application/json"));
    StringBuilder form = new StringBuilder("text=Water+at+the+mill");
    for (String name : names) {
      keys.append(",\"").append(name).append("\":\"").append(file).append('"');
      headers.add(name + ": " + file);
      form.append('&').append(name).append('=').append(file);
    }
    byte[] json = keys.append('}').toString().getBytes(StandardCharsets.UTF_8);
    assertEquals(201, http.send("POST", "/api/reports", headers, json).status());
    List<String> asForm = List.of("Content-Type: application/x-www-form-urlencoded");
    byte[] fields = form.toString().getBytes(StandardCharsets.UTF_8);
    assertEquals(201, http.send("POST", "/api/reports", asForm, fields).status());
    assertFalse(Files.exists(file));
  }

  @Test
  void a04TheSameTextManyTimesIsManyReportsAndOneKeyIsOne() throws Exception {
    Someone resident = hub.resident();
    Map<String, String> body = Map.of("text", "Tree across the road");
    Answer first = resident.post("/api/reports", body);
    Answer second = resident.post("/api/reports", body);
    assertNotEquals(first.text("receipt"), second.text("receipt"));
    Map<String, String> key = Map.of("Idempotency-Key", "again");
    String receipt = resident.post("/api/reports", body, key).text("receipt");
    assertEquals(receipt, resident.post("/api/reports", body, key).text("receipt"));
    Map<String, String> long256 = Map.of("Idempotency-Key", "k".repeat(256));
    assertEquals(422, resident.post("/api/reports", body, long256).status());
  }

  @Test
  void b01NoPathLeadsOutOfTheHub() throws Exception {
    for (String up :
        List.of(
            "../../etc/passwd",
            "..%2f..%2fkeys",
            "%2e%2e/%2e%2e/log/hub.pub",
            "%00.xml",
            "..%5c..%5ckeys%5clive-1.ed25519",
            "....//....//keys",
            "%c0%ae%c0%ae/keys",
            "%zz")) {
      for (String at : List.of("/cap/", "/assets/", "/sent/", "/api/reports/receipt/")) {
        RawHttp.Back back = http.send("GET", at + up + ".xml", List.of(), new byte[0]);
        assertTrue(back.status() >= 400 && back.status() < 500, at + up + ": " + back);
        assertFalse(back.body().contains("root:"), at + up);
      }
    }
    Someone ada = hub.someone("ada");
    for (String name : List.of("..%2f..%2fkeys%2flive-1.ed25519", "%2e%2e%2frecipients.tsv")) {
      int status = ada.get("/api/alerts/a-1/artefacts/" + name).status();
      assertEquals(404, status, name);
    }
  }

  @Test
  void b02RequestsThatAreNoneAreEndedInBoundedTime() throws Exception {
    String host = "Host: " + hub.uri().getAuthority() + "\r\n";
    List<String> requests =
        List.of(
            "GARBAGE\r\n\r\n",
            "GET / HTTP/9.9\r\n" + host + "\r\n",
            "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n" + host + "\r\n",
            "GET / HTTP/1.1\r\n" + host + "X: y\r\n".repeat(6_000) + "\r\n",
            "GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
            "POST /api/reports HTTP/1.1\r\n" + host + "Content-Length: -5\r\n\r\n",
            "POST /api/reports HTTP/1.1\r\n"
                + host
                + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST /api/reports HTTP/1.1\r\n" + host + "Content-Length: 99999999999\r\n\r\n",
            "POST /api/reports HTTP/1.1\r\n"
                + host
                + "Transfer-Encoding: chunked\r\n\r\nfffff\r\n"
                + "a".repeat(0xfffff)
                + "\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n");
    for (String request : requests) {
      RawHttp.Back back = http.send(request.getBytes(StandardCharsets.ISO_8859_1));
      String what = request.substring(0, Math.min(60, request.length())) + ": " + back;
      assertTrue(back.status() >= 400 && back.status() <= 501 && back.status() != 500, what);
    }
  }

  @Test
  void c01UnknownSettingsStopTheStartAndNameTheNearest() throws Exception {
    Path settings = folder.resolve("hub.properties");
    Files.writeString(settings, "web.prot=8480\n");
    String elsewhere = folder.resolve("other").toString();
    Folder.Said said = Folder.run("", "run", "--config", settings.toString(), "--data", elsewhere);
    assertEquals(1, said.exit(), said.toString());
    assertTrue(said.err().contains("web.prot") && said.err().contains("web.port"), said.err());
    assertFalse(Files.exists(Path.of(elsewhere, "log")), "nothing was begun");
  }

  @Test
  void y01WhoSendsTooSlowlyIsLetGo() throws Exception {
    for (Socket socket : DRIPPING) {
      RawHttp.Back back = RawHttp.read(socket);
      assertTrue(back.status() == 0 || back.status() == 408, back.toString());
    }
    assertTrue(System.nanoTime() - slowSince < SLOW_ENDS.toNanos(), "they held on too long");
  }

  @Test
  void z01TheHubSaidNothingOfItInItsLogAndStopsInOrder() throws Exception {
    Someone.resident(hub.uri()).get("/");
    String err = hub.err();
    assertFalse(err.contains(MARKER) || err.contains("Water"), err);
    assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
    assertTrue(Verifier.verify(data, Anchors.NONE).sound());
  }
}
