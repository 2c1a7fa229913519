package org.currawong.hub.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Somebody who listens to a mount and keeps what comes; who tunes in again where it breaks off. */
final class StreamListener implements AutoCloseable {

  /** MPEG-2 Layer III, 16 kHz, mono, 64 kbit/s: 36 ms each. */
  private static final int FRAME = 288;

  private static final byte[] SILENT_BODY = new byte[FRAME - 4];

  private final int port;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread thread;
  private volatile boolean closed;

  private StreamListener(int port) {
    this.port = port;
    this.thread = Thread.ofVirtual().unstarted(this::listen);
  }

  static StreamListener on(IcecastServer server) {
    StreamListener listener = new StreamListener(server.port());
    listener.thread.start();
    return listener;
  }

  private void listen() {
    while (!closed) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(2_000);
        String request = "GET " + IcecastServer.MOUNT + " HTTP/1.0\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        if (head(socket.getInputStream()).startsWith("HTTP/1.0 200 ")) {
          keep(socket.getInputStream());
        }
        Thread.sleep(100);
      } catch (IOException again) {
        pause();
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  private void keep(InputStream in) throws IOException {
    byte[] some = new byte[4_000];
    for (int read = in.read(some); read >= 0 && !closed; read = in.read(some)) {
      synchronized (kept) {
        kept.write(some, 0, read);
      }
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = in.read(); c >= 0 && head.indexOf("\r\n\r\n") < 0; c = in.read()) {
      head.append((char) c);
      if (head.toString().endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int length() {
    synchronized (kept) {
      return kept.size();
    }
  }

  /** What came from a byte on. */
  byte[] since(int from) {
    synchronized (kept) {
      return Arrays.copyOfRange(kept.toByteArray(), from, kept.size());
    }
  }

  /** How many frames that are not silence came from a byte on. */
  int loudSince(int from) {
    byte[] all = since(from);
    int loud = 0;
    for (int at = 0; at + FRAME <= all.length; ) {
      boolean frame = all[at] == (byte) 0xFF && all[at + 1] == (byte) 0xF3;
      if (!frame) {
        at++;
        continue;
      }
      loud += Arrays.equals(all, at + 4, at + FRAME, SILENT_BODY, 0, FRAME - 4) ? 0 : 1;
      at += FRAME;
    }
    return loud;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
