package org.currawong.hub.hardship;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** HTTP byte by byte, as no library would send it. */
record RawHttp(URI hub) {

  /** Longer than the server waits for anybody. */
  private static final int PATIENCE_MS = 45_000;

  /** What came back before the server closed; status 0 where it closed without a word. */
  record Back(int status, String type, String body) {

    boolean problem() {
      return type.startsWith("application/problem+json") && body.contains("\"detail\"");
    }
  }

  /** Sends bytes as they are and reads to the end of the connection. */
  Back send(byte[] request) throws IOException {
    try (Socket socket = open()) {
      try {
        socket.getOutputStream().write(request);
      } catch (IOException closedEarly) {
        // It had heard enough; what it said is still there to be read.
      }
      return read(socket);
    }
  }

  /** One request that asks for the connection to be closed. */
  Back send(String method, String path, List<String> headers, byte[] body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    head.append("Host: ").append(hub.getAuthority()).append("\r\nConnection: close\r\n");
    headers.forEach(h -> head.append(h).append("\r\n"));
    if (method.equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    return send(all.toByteArray());
  }

  Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.getPort());
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  /** Reads until the server closes. */
  static Back read(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      InputStream in = socket.getInputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        all.write(b);
      }
    } catch (java.net.SocketTimeoutException silent) {
      throw silent;
    } catch (IOException reset) {
      // Closed while we still sent: what came before counts.
    }
    return parse(all.toString(StandardCharsets.UTF_8));
  }

  private static Back parse(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/") || end < 0) {
      return new Back(0, "", text);
    }
    String type = "";
    for (String line : text.substring(0, end).split("\r\n")) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-type:")) {
        type = line.substring("content-type:".length()).strip();
      }
    }
    return new Back(Integer.parseInt(text.substring(9, 12)), type, text.substring(end + 4));
  }
}
