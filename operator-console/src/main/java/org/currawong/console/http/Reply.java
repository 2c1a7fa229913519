package org.currawong.console.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.currawong.domain.Json;

/** What goes back for a request. */
public sealed interface Reply {

  int status();

  /** Header names and values; a value never holds a line break. */
  Map<String, String> headers();

  /** Bytes held in memory. */
  record Bytes(int status, Map<String, String> headers, byte[] body) implements Reply {

    /** The same with one header more. */
    public Bytes with(String name, String value) {
      Map<String, String> all = new LinkedHashMap<>(headers);
      all.put(name, value);
      return new Bytes(status, all, body);
    }
  }

  /** A file that is sent and then deleted. */
  record Spent(int status, Map<String, String> headers, Path file) implements Reply {}

  /** A stream of server-sent events, kept open. */
  record Live(Stream stream) implements Reply {
    @Override
    public int status() {
      return 200;
    }

    @Override
    public Map<String, String> headers() {
      return Map.of("Content-Type", "text/event-stream; charset=utf-8");
    }
  }

  /** Feeds an open response. */
  @FunctionalInterface
  interface Stream {

    /**
     * Begins; called once.
     *
     * @return what ends it; called once, also when the other side has gone
     */
    Runnable open(Outlet outlet);
  }

  /** The open response. Both calls may come from any thread and never block. */
  interface Outlet {

    /** Writes; a reader who is too slow is cut off. */
    void write(String text);

    void close();
  }

  static Bytes of(int status, String type, byte[] body) {
    return new Bytes(status, Map.of("Content-Type", type), body);
  }

  static Bytes json(int status, Object value) {
    byte[] body = Json.write(value).getBytes(StandardCharsets.UTF_8);
    return of(status, "application/json; charset=utf-8", body);
  }

  static Bytes html(int status, String page) {
    return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  static Bytes text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  static Bytes nothing() {
    return new Bytes(204, Map.of(), new byte[0]);
  }

  /**
   * The answer to a plain form: go and look there.
   *
   * @param path on this server, made by us and never taken from a request
   */
  static Bytes seeOther(String path) {
    return new Bytes(303, Map.of("Location", path), new byte[0]);
  }
}
