package org.currawong.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * From the second approval's request to the first sound of the recording at a listener of a real
 * Icecast server, against two forces (log, ledger) on the same disk, turn by turn.
 */
final class StreamBench {

  /** The first ones wait for the compiler. */
  private static final int WARM = 3;

  /** Each is aired to its end, a minute long, before the next. */
  private static final int ALERTS = 5;

  /** What it may take beside its forces and the encoder's frame. */
  private static final double GRACE_MS = 20;

  private static final double FRAME_MS = 36;
  private static final int FRAME_BYTES = 288;
  private static final int HEADER_BYTES = 4;

  /** The encoder's own delay: the recording's first sample lies in the second frame that sounds. */
  private static final int SOUNDS = 2;

  /** So much silence has come when a recording and its tail are over. */
  private static final int QUIET_FRAMES = 60;

  private static final int LINE_BYTES = 900;
  private static final int PATIENCE_MS = (int) TimeUnit.MINUTES.toMillis(2);

  private final InputStream in;
  private final byte[] frame = new byte[FRAME_BYTES];

  private StreamBench(InputStream in) {
    this.in = in;
  }

  static void run(Path folder) throws Exception {
    Path data = folder.resolve("data");
    Alerts.people(data);
    try (StreamServer server = StreamServer.launch();
        FastHub hub = FastHub.with(server.settings(), data, 6);
        Socket listener = tunedIn(server)) {
      new StreamBench(listener.getInputStream())
          .measure(hub.node().address(), Files.createDirectories(folder.resolve("bare")));
    }
  }

  /** A listener behind the answer's head; the mount is there within seconds of the hub's start. */
  private static Socket tunedIn(StreamServer server) throws Exception {
    for (int i = 0; i < 50; i++) {
      Socket socket = server.listener();
      socket.setSoTimeout(PATIENCE_MS);
      socket
          .getOutputStream()
          .write("GET /bench HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int c = socket.getInputStream().read();
        if (c < 0) {
          break;
        }
        head.append((char) c);
      }
      if (head.toString().startsWith("HTTP/1.0 200 ")) {
        return socket;
      }
      socket.close();
      Thread.sleep(100);
    }
    throw new IllegalStateException("the hub does not stream");
  }

  private void measure(URI hub, Path bare) throws Exception {
    Alerts alerts = Alerts.of(hub);
    List<Alerts.Ready> waiting = alerts.ready(WARM + ALERTS);
    Times sounds = new Times();
    Times forces = new Times();
    try (FileChannel log = create(bare.resolve("log"));
        FileChannel ledger = create(bare.resolve("ledger"))) {
      align();
      untilQuiet();
      for (int i = 0; i < waiting.size(); i++) {
        alerts.signInAgain();
        long forced = forced(log) + forced(ledger);
        long start = System.nanoTime();
        Thread approval = alerts.approval(waiting.get(i));
        untilSound();
        long heard = System.nanoTime() - start;
        approval.join();
        untilQuiet();
        if (i >= WARM) {
          forces.add(forced);
          sounds.add(heard);
        }
      }
    }
    print(sounds, forces);
  }

  private static void print(Times sounds, Times forces) {
    double bound = forces.micros(0.99) / 1e3 + GRACE_MS + FRAME_MS;
    double typical = forces.micros(0.5) / 1e3 + GRACE_MS + FRAME_MS;
    System.out.printf(
        Locale.ROOT,
        "second approval to the first sound at a listener, %d alerts: p50 %.1f ms, slowest %.1f ms;"
            + " two forces p50 %.1f ms, slowest %.1f ms; at most %.1f ms (p50 %.1f ms) wanted:"
            + " %s (p50 %s)%n",
        sounds.count(),
        sounds.micros(0.5) / 1e3,
        sounds.micros(0.99) / 1e3,
        forces.micros(0.5) / 1e3,
        forces.micros(0.99) / 1e3,
        bound,
        typical,
        sounds.micros(0.99) / 1e3 <= bound ? "met" : "MISSED",
        sounds.micros(0.5) / 1e3 <= typical ? "met" : "MISSED");
  }

  private void untilSound() throws IOException {
    for (int sounding = 0; sounding < SOUNDS; sounding += silent() ? 0 : 1) {
      next();
    }
  }

  private void untilQuiet() throws IOException {
    for (int quiet = 0; quiet < QUIET_FRAMES; quiet = silent() ? quiet + 1 : 0) {
      next();
    }
  }

  /** A listener tunes in anywhere; in silence only a frame's begin is not 0. */
  private void align() throws IOException {
    int c = in.read();
    while (c != 0xFF) {
      if (c < 0) {
        throw new IOException("the stream ended");
      }
      c = in.read();
    }
    in.skipNBytes(FRAME_BYTES - 1L);
  }

  private void next() throws IOException {
    if (in.readNBytes(frame, 0, FRAME_BYTES) < FRAME_BYTES) {
      throw new IOException("the stream ended");
    }
    if (frame[0] != (byte) 0xFF) {
      throw new IOException("what came is no frame");
    }
  }

  private boolean silent() {
    byte[] nothing = new byte[FRAME_BYTES - HEADER_BYTES];
    return Arrays.equals(frame, HEADER_BYTES, FRAME_BYTES, nothing, 0, nothing.length);
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static long forced(FileChannel file) throws IOException {
    ByteBuffer rest = ByteBuffer.allocate(LINE_BYTES);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    long start = System.nanoTime();
    file.force(true);
    return System.nanoTime() - start;
  }
}
