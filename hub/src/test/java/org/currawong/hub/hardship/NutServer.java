package org.currawong.hub.hardship;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.currawong.hardware.ups.UpsdAddress;
import org.currawong.hardware.ups.UpsdClient;
import org.currawong.hub.flow.Signal;
import org.currawong.hub.flow.Until;

/**
 * Debian's own upsd over its dummy-ups, as a private instance in a folder: what a UPS says stands
 * in a file that the test writes. The machine's own NUT is neither used nor touched.
 */
public final class NutServer implements AutoCloseable {

  /** The programs themselves: what lies on the path asks the machine's own settings first. */
  private static final Path PROGRAMS = Path.of("/lib/nut");

  private static final Duration START = Duration.ofSeconds(20);

  /** The driver looks at its file once a second, and at whole seconds. */
  private static final Duration READ = Duration.ofSeconds(6);

  private final Path folder;
  private final int port;
  private final List<Process> drivers = new ArrayList<>();
  private Process upsd;

  private NutServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** A UPS called {@code ups} on mains. */
  public static NutServer launch(Path folder) throws Exception {
    Path dev = Files.createDirectories(folder).resolve("ups.dev");
    Files.writeString(dev, said("OL", 100, 3_600));
    return launch(folder, Map.of("ups", dev));
  }

  /** Several UPSs, each with what it says. */
  static NutServer launch(Path folder, Map<String, Path> devices) throws Exception {
    for (String program : List.of("upsd", "dummy-ups")) {
      Need.that(
          Files.isExecutable(PROGRAMS.resolve(program)),
          "nut-server is not installed: what it would have shown was not looked at");
    }
    NutServer nut = new NutServer(Files.createDirectories(folder), freePort());
    nut.settings(devices);
    for (String name : devices.keySet()) {
      nut.drivers.add(nut.program("driver-" + name, "dummy-ups", "-a", name, "-D"));
    }
    nut.upsd();
    return nut;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void settings(Map<String, Path> devices) throws IOException {
    StringBuilder ups = new StringBuilder();
    devices.forEach(
        (name, dev) ->
            ups.append("[")
                .append(name)
                .append("]\ndriver = dummy-ups\npollinterval = 1\n")
                .append("mode = dummy-once\nport = ")
                .append(dev.toAbsolutePath())
                .append('\n'));
    Files.writeString(folder.resolve("nut.conf"), "MODE=standalone\n");
    Files.writeString(folder.resolve("ups.conf"), ups);
    Files.writeString(folder.resolve("upsd.conf"), "LISTEN 127.0.0.1 " + port + "\nMAXAGE 5\n");
    Files.writeString(folder.resolve("upsd.users"), "");
  }

  private Process program(String log, String name, String... words) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(PROGRAMS.resolve(name).toString());
    all.addAll(List.of(words));
    // It would become another account, who may not look into this folder.
    all.addAll(List.of("-u", System.getProperty("user.name")));
    File out = folder.resolve(log + ".log").toFile();
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(out);
    for (String variable : List.of("NUT_CONFPATH", "NUT_STATEPATH", "NUT_ALTPIDPATH")) {
      builder.environment().put(variable, folder.toString());
    }
    return builder.start();
  }

  /** Starts upsd, again after it was killed. */
  public void upsd() throws Exception {
    upsd = program("upsd", "upsd", "-F");
    Until.holds(START, "upsd answers", () -> !devices().isEmpty());
    for (String name : devices().keySet()) {
      Until.holds(START, name + " is read", () -> !status(name).isEmpty());
    }
  }

  public UpsdAddress address() {
    return new UpsdAddress("127.0.0.1", port);
  }

  /** The settings of a hub that watches the UPS called {@code ups}. */
  String setting() {
    return "ups.nut.address=" + address();
  }

  private Map<String, String> devices() {
    try (UpsdClient client = new UpsdClient(address())) {
      return client.devices();
    } catch (IOException notYet) {
      return Map.of();
    }
  }

  private String status(String name) {
    try (UpsdClient client = new UpsdClient(address())) {
      return client.variables(name).getOrDefault("ups.status", "(none)");
    } catch (IOException notYet) {
      return "";
    }
  }

  private static String said(String status, int charge, int runtime) {
    return "ups.status: %s%nbattery.charge: %d%nbattery.runtime: %d%n"
        .formatted(status, charge, runtime);
  }

  /** Has the UPS say something else; when upsd knew it. */
  Instant says(String status, int charge, int runtime) throws Exception {
    Path fresh = folder.resolve("ups.new");
    Files.writeString(fresh, said(status, charge, runtime), StandardCharsets.US_ASCII);
    Files.move(fresh, folder.resolve("ups.dev"), StandardCopyOption.REPLACE_EXISTING);
    String wanted = Integer.toString(charge);
    try (UpsdClient client = new UpsdClient(address())) {
      Until.holds(
          READ,
          "upsd says " + status,
          () -> {
            Map<String, String> all = client.variables("ups");
            return status.equals(all.get("ups.status")) && wanted.equals(all.get("battery.charge"));
          });
    }
    return Instant.now();
  }

  /** As a crash ends it. */
  public void killUpsd() throws InterruptedException {
    upsd.destroyForcibly().waitFor();
  }

  /** As a upsd that hangs: the port is open and nobody answers. */
  public void hang(boolean hangs) throws Exception {
    Signal.hang(upsd, hangs);
  }

  @Override
  public void close() {
    drivers.forEach(Process::destroyForcibly);
    if (upsd != null) {
      upsd.destroyForcibly();
    }
  }
}
