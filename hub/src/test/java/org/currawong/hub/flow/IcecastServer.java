package org.currawong.hub.flow;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's icecast2 on loopback, in a folder of its own, as a user that isn't root. */
final class IcecastServer implements AutoCloseable {

  static final String PASSWORD = "a-source-word";
  static final String MOUNT = "/alerts.mp3";

  private static final Path SHIPPED = Path.of("/usr/share/icecast2/web");
  private static final int FIRST_PORT = 18_000;
  private static final int LAST_PORT = 19_000;
  private static final Duration UP = Duration.ofSeconds(30);

  private final Path folder;
  private final int port;
  private Process process;

  private IcecastServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static IcecastServer started(Path folder) throws Exception {
    IcecastServer server = new IcecastServer(folder, free());
    server.write();
    server.start();
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

  /** Its folder belongs to whoever runs the test, and is no secret: the server is another user. */
  private void write() throws IOException {
    Files.createDirectories(folder.resolve("log"));
    for (Path each = folder; each.getNameCount() > 1; each = each.getParent()) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.setPosixFilePermissions(
        folder.resolve("log"), PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.writeString(
        folder.resolve("icecast.xml"),
        """
        <icecast>
          <limits><clients>20</clients><sources>2</sources><queue-size>102400</queue-size>
            <source-timeout>10</source-timeout><burst-size>0</burst-size></limits>
          <authentication><source-password>%s</source-password><admin-user>admin</admin-user>
            <admin-password>another-word</admin-password></authentication>
          <hostname>127.0.0.1</hostname>
          <listen-socket><port>%d</port><bind-address>127.0.0.1</bind-address></listen-socket>
          <mount type="normal"><mount-name>%s</mount-name><charset>UTF-8</charset></mount>
          <paths><basedir>%s</basedir><logdir>%s/log</logdir><webroot>%s</webroot>
            <adminroot>/usr/share/icecast2/admin</adminroot></paths>
          <logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog></logging>
          <security><chroot>0</chroot></security>
        </icecast>
        """
            .formatted(PASSWORD, port, MOUNT, folder, folder, SHIPPED));
  }

  void start() throws Exception {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("setpriv", "--reuid=icecast2", "--regid=icecast", "--clear-groups"));
    }
    command.addAll(List.of("icecast2", "-c", folder.resolve("icecast.xml").toString()));
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log/out").toFile())
            .start();
    Until.holds(UP, "icecast2 answers", () -> get("/status-json.xsl").contains("Icecast 2"));
    if (!process.isAlive()) {
      throw new IOException("icecast2 ended: " + Files.readString(folder.resolve("log/out")));
    }
  }

  /** As a server that accepts and does nothing. */
  void hang(boolean hangs) throws Exception {
    Signal.hang(process, hangs);
  }

  /** At once, as a loss of power would end it. */
  void kill() throws Exception {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  /** What its page of figures says; empty where it does not answer. */
  String get(String path) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(2_000);
      socket
          .getOutputStream()
          .write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException down) {
      return "";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
