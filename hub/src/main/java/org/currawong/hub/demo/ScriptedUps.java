package org.currawong.hub.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The demonstration's UPS: answers on loopback as NUT's upsd does (RFC 9271, section 4.2), so that
 * the hub's own monitor sees a power cut that nobody has to make. Its battery never gets low.
 */
final class ScriptedUps implements AutoCloseable {

  /** Its name, as {@code ups.nut.name} wants it. */
  static final String NAME = "demonstration";

  /** The hub keeps one connection; more than a few is somebody else. */
  private static final int MOST_CONNECTIONS = 8;

  private static final int FULL = 100;

  /** A cut of the script takes a few of these off the full charge. */
  private static final Duration PER_PERCENT = Duration.ofSeconds(6);

  /** Two hours from full. */
  private static final int SECONDS_PER_PERCENT = 72;

  private static final int LOWEST = 60;

  private final ServerSocket server;
  private final LongSupplier nanos;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Long cutAt;

  private ScriptedUps(ServerSocket server, LongSupplier nanos) {
    this.server = server;
    this.nanos = nanos;
  }

  /** Listens on a free port of loopback, on the mains. */
  static ScriptedUps listen(LongSupplier nanos) throws IOException {
    ServerSocket server = new ServerSocket(0, MOST_CONNECTIONS, InetAddress.getLoopbackAddress());
    ScriptedUps ups = new ScriptedUps(server, nanos);
    Thread.ofVirtual().name("scripted-ups").start(ups::accept);
    return ups;
  }

  /** As {@code ups.nut.address} wants it. */
  String address() {
    return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }

  /** The mains are gone. */
  void cut() {
    cutAt = nanos.getAsLong();
  }

  /** The mains are back. */
  void restore() {
    cutAt = null;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (open.size() >= MOST_CONNECTIONS) {
          socket.close();
        } else {
          open.add(socket);
          Thread.ofVirtual().name("scripted-ups-talk").start(() -> talk(socket));
        }
      } catch (IOException closed) {
        // Whoever hung up asks again; and a closed server accepts nobody.
      }
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader asks =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        Writer says = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII)) {
      for (String line = asks.readLine(); line != null; line = asks.readLine()) {
        says.write(line.equals("LIST VAR " + NAME) ? variables() : "ERR INVALID-ARGUMENT\n");
        says.flush();
      }
    } catch (IOException gone) {
      // The hub stopped.
    } finally {
      open.remove(socket);
    }
  }

  private String variables() {
    StringBuilder list = new StringBuilder("BEGIN LIST VAR " + NAME + "\n");
    readings().forEach((n, v) -> list.append("VAR %s %s \"%s\"\n".formatted(NAME, n, v)));
    return list.append("END LIST VAR " + NAME + "\n").toString();
  }

  private Map<String, String> readings() {
    Long cut = cutAt;
    long since = cut == null ? 0 : nanos.getAsLong() - cut;
    int charge = (int) Math.max(LOWEST, FULL - since / PER_PERCENT.toNanos());
    Map<String, String> all = new LinkedHashMap<>();
    all.put("ups.status", cut == null ? "OL" : "OB DISCHRG");
    all.put("battery.charge", Integer.toString(charge));
    all.put("battery.runtime", Integer.toString(charge * SECONDS_PER_PERCENT));
    all.put("input.voltage", cut == null ? "238.0" : "0.0");
    all.put("ups.load", "21");
    all.put("device.model", "a script: DEMONSTRATION");
    return all;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
