package org.currawong.bench;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The machine's own icecast2 on loopback, as a user that isn't root. */
final class StreamServer implements AutoCloseable {

  private static final String PASSWORD = "bench";
  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int FIRST_PORT = 19_000;
  private static final int LAST_PORT = 20_000;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Process process;
  private final int port;

  private StreamServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static StreamServer launch() throws IOException {
    int port = free();
    // Not in the measured folder: the server is another user.
    Path folder = Files.createTempDirectory("bench-icecast-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path file =
        Files.writeString(
            folder.resolve("icecast.xml"),
            """
            <icecast><limits><burst-size>0</burst-size></limits>
              <authentication><source-password>%s</source-password></authentication>
              <listen-socket><port>%d</port><bind-address>127.0.0.1</bind-address></listen-socket>
              <paths><logdir>%s</logdir><webroot>/usr/share/icecast2/web</webroot>
                <adminroot>/usr/share/icecast2/admin</adminroot></paths>
            </icecast>
            """
                .formatted(PASSWORD, port, folder));
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("setpriv", "--reuid=icecast2", "--regid=icecast", "--clear-groups"));
    }
    command.addAll(List.of("icecast2", "-c", file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    StreamServer server = new StreamServer(process, port);
    server.awaitUp();
    return server;
  }

  /**
   * A free port below those that the kernel gives to connections: else one that is tried before the
   * server listens may take the port itself.
   */
  private static int free() throws IOException {
    for (int port = FIRST_PORT; port < LAST_PORT; port++) {
      try (ServerSocket any = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return any.getLocalPort();
      } catch (BindException taken) {
        // the next one
      }
    }
    throw new IOException("no port is free");
  }

  private void awaitUp() throws IOException {
    long end = System.nanoTime() + BOUND_NANOS;
    while (true) {
      try {
        listener().close();
        return;
      } catch (IOException notYet) {
        if (System.nanoTime() > end) {
          throw new IOException("icecast2 did not start", notYet);
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  Socket listener() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  Map<String, String> settings() {
    return Map.of(
        "icecast.url",
        "http://127.0.0.1:" + port,
        "icecast.mount",
        "/bench",
        "icecast.password",
        PASSWORD,
        "radio.repeats",
        "1");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
