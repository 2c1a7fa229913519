package org.currawong.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One client's connection, which stays open; asks and waits. */
final class OneSocket implements AutoCloseable {

  /** Longer than any answer to a report. */
  private static final int MOST_BYTES = 16 * 1024;

  private static final int PATIENCE_MS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final byte[] answer = new byte[MOST_BYTES];
  private int sent;

  OneSocket(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    in = socket.getInputStream();
  }

  /**
   * Hands a report in.
   *
   * @return nanoseconds until the whole answer was there
   * @throws IOException if it was not 201
   */
  long report() throws IOException {
    byte[] request = Crowd.request(socket.getPort(), sent++);
    long asked = System.nanoTime();
    socket.getOutputStream().write(request);
    int got = 0;
    String text = "";
    while (!whole(text, got)) {
      int more = in.read(answer, got, answer.length - got);
      if (more <= 0) {
        throw new IOException("the server closed the connection, or said too much");
      }
      got += more;
      text = new String(answer, 0, got, StandardCharsets.ISO_8859_1);
    }
    long nanos = System.nanoTime() - asked;
    if (!text.startsWith("HTTP/1.1 201")) {
      throw new IOException("a report was refused: " + text.lines().findFirst().orElse(""));
    }
    return nanos;
  }

  private static boolean whole(String text, int got) {
    int head = text.indexOf("\r\n\r\n");
    return head >= 0 && got >= head + 4 + Crowd.length(text);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
