package org.currawong.radio.icecast;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server by hand that says what Icecast says, or misbehaves as no well server would. */
final class FakeIcecast implements AutoCloseable {

  static final String OK = "HTTP/1.0 200 OK\r\n\r\n";

  final List<String> requests = new CopyOnWriteArrayList<>();
  volatile String answer = OK;

  /** From now on it neither reads nor answers. */
  volatile boolean hangs;

  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ByteArrayOutputStream audio = new ByteArrayOutputStream();

  FakeIcecast() {
    this(0);
  }

  FakeIcecast(int port) {
    try {
      listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  IcecastMount mount() {
    return new IcecastMount("127.0.0.1", port(), "/alerts", "a word", "Lantern Bend Hub");
  }

  /** The audio of all sources so far. */
  byte[] audio() {
    synchronized (audio) {
      return audio.toByteArray();
    }
  }

  long sources() {
    return requests.stream().filter(r -> r.startsWith("PUT ")).count();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.startVirtualThread(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      while (hangs) {
        Thread.sleep(20);
      }
      requests.add(head);
      socket.getOutputStream().write((head.startsWith("PUT ") ? answer : OK).getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      if (head.startsWith("PUT ") && answer.equals(OK)) {
        listen(socket.getInputStream());
      }
    } catch (IOException | InterruptedException ended) {
      // The next connection will do.
    }
    open.remove(socket);
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("ended");
      }
      head.append((char) read);
    }
    return head.toString();
  }

  private void listen(InputStream in) throws IOException, InterruptedException {
    byte[] some = new byte[1_000];
    for (int read = in.read(some); read >= 0; read = in.read(some)) {
      synchronized (audio) {
        audio.write(some, 0, read);
      }
      while (hangs) {
        Thread.sleep(20);
      }
    }
  }

  /** Ends every connection and takes no more. */
  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
