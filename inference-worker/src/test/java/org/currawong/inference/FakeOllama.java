package org.currawong.inference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that misbehaves as it is told to; on loopback. */
final class FakeOllama implements AutoCloseable {

  /** What it does when it is asked. */
  enum Manner {
    ANSWERS,
    HANGS,
    BABBLES,
    BREAKS_JSON,
    CUTS_OFF,
    REFUSES,
    BEGINS_AND_HANGS
  }

  private static final long FOREVER_S = 60;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Manner manner;
  private volatile boolean mute;
  private volatile String written = "{}";

  FakeOllama(Manner manner) throws IOException {
    this.manner = manner;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/generate", this::generate);
    server.createContext("/api/tags", this::tags);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  int asked() {
    return asked.get();
  }

  void becomes(Manner next) {
    manner = next;
  }

  /** What the model is to have written. */
  void writes(String text) {
    written = text.replace("\\", "\\\\").replace("\"", "\\\"");
    manner = Manner.ANSWERS;
  }

  /** Whether looks stay unanswered too. */
  void becomesMute(boolean now) {
    mute = now;
  }

  private void tags(HttpExchange e) throws IOException {
    if (mute) {
      hang();
    }
    send(e, 200, "{\"models\":[{\"name\":\"small:latest\"}],\"new\":1}");
  }

  private void generate(HttpExchange e) throws IOException {
    asked.incrementAndGet();
    e.getRequestBody().readAllBytes();
    switch (manner) {
      case ANSWERS -> send(e, 200, "{\"response\":\"" + written + "\",\"done\":true}");
      case REFUSES -> send(e, 500, "{\"error\":\"no memory\"}");
      case BREAKS_JSON -> send(e, 200, "{\"response\":\"{");
      case CUTS_OFF -> send(e, 200, "{\"response\":\"{\\\"summ\",\"done\":false}");
      case HANGS -> hang();
      case BEGINS_AND_HANGS -> {
        e.sendResponseHeaders(200, 0);
        e.getResponseBody().write('{');
        e.getResponseBody().flush();
        hang();
      }
      case BABBLES -> babble(e);
    }
    e.close();
  }

  private static void babble(HttpExchange e) throws IOException {
    byte[] more = "blah ".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    e.sendResponseHeaders(200, 0);
    try (OutputStream out = e.getResponseBody()) {
      while (true) {
        out.write(more);
      }
    }
  }

  private static void hang() {
    try {
      TimeUnit.SECONDS.sleep(FOREVER_S);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange e, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    e.sendResponseHeaders(status, bytes.length);
    e.getResponseBody().write(bytes);
    e.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
