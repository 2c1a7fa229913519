package org.currawong.hub.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Java, the clock, the printer, serial ports. */
final class Machine {

  private static final int OLDEST_JAVA = 21;

  private final Tool tool;
  private final Path devices;

  /**
   * @param devices where serial ports are: {@code /dev}
   */
  Machine(Tool tool, Path devices) {
    this.tool = tool;
    this.devices = devices;
  }

  Finding java(int feature, String version) {
    return feature >= OLDEST_JAVA
        ? Finding.ok("Java", version)
        : Finding.fail(
            "Java", version + " is too old", "install Java " + OLDEST_JAVA + " or newer");
  }

  /** Whether the system's clock follows a time server, where the system can tell. */
  Finding synchronisation() {
    String about = "clock";
    Optional<String> answer =
        tool.ask("timedatectl", "show", "--property=NTPSynchronized", "--value");
    if (answer.filter("yes"::equals).isPresent()) {
      return Finding.ok(about, "set by a time server");
    }
    return answer.filter("no"::equals).isPresent()
        ? Finding.warn(
            about,
            "not set by a time server",
            "switch one on (timedatectl set-ntp true), or set the clock by hand before each use")
        : Finding.warn(
            about,
            "this system does not say whether a time server sets it",
            "compare it with a clock that you trust");
  }

  Finding printer() {
    String about = "printer";
    Optional<String> printers = tool.ask("lpstat", "-e");
    if (printers.isEmpty() || printers.get().isBlank()) {
      return Finding.warn(
          about,
          "none is set up here",
          "sheets lie in DIR/spool/print: set up CUPS, or carry them to a printer");
    }
    long count = printers.get().lines().filter(line -> !line.isBlank()).count();
    return Finding.ok(about, count + " set up");
  }

  /** A line for each USB serial adapter. */
  List<Finding> serialPorts() {
    List<Finding> found = new ArrayList<>();
    try (DirectoryStream<Path> ports = Files.newDirectoryStream(devices, "tty{USB,ACM}*")) {
      for (Path port : ports) {
        boolean usable = Files.isReadable(port) && Files.isWritable(port);
        found.add(
            usable
                ? Finding.ok("serial port", port + " can be used")
                : Finding.fail(
                    "serial port",
                    port + " may not be used by this account",
                    "add the account to the port's group (often dialout) and sign in again"));
      }
    } catch (IOException unreadable) {
      return List.of(Finding.warn("serial port", devices + " can't be read", "look by hand"));
    }
    return found.isEmpty() ? List.of(Finding.ok("serial port", "no adapter is plugged in")) : found;
  }
}
