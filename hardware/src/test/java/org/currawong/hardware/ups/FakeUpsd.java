package org.currawong.hardware.ups;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An upsd that answers whatever a test wants, on loopback; it keeps what it was asked. */
final class FakeUpsd implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<Integer> connections = new CopyOnWriteArrayList<>();

  /** What it answers; {@code null} hangs. */
  volatile byte[] answer;

  FakeUpsd(String answer) throws IOException {
    says(answer);
    Thread.ofVirtual().start(this::accept);
  }

  void says(String text) {
    answer = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  /** A whole answer about the UPS {@code u}. */
  static String list(String... namesAndValues) {
    StringBuilder all = new StringBuilder("BEGIN LIST VAR u\n");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String value = namesAndValues[i + 1].replaceAll("([\\\\\"#])", "\\\\$1");
      all.append("VAR u ").append(namesAndValues[i]).append(" \"").append(value).append("\"\n");
    }
    return all.append("END LIST VAR u\n").toString();
  }

  UpsdAddress address() {
    return new UpsdAddress("127.0.0.1", server.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        connections.add(socket.getPort());
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket;
        OutputStream out = socket.getOutputStream()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        asked.add(line);
        if (answer != null) {
          out.write(answer);
        }
      }
    } catch (IOException gone) {
      // as peers are
    }
  }

  void hangUp() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    hangUp();
  }
}
