package org.currawong.hub.hardship;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.currawong.hub.Main;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Until;

/** The hub as a process of its own, which a test may end as it likes. */
final class HubProcess implements AutoCloseable {

  /** A start takes some 4 s; a machine that builds beside it takes several times as long. */
  private static final Duration START = Duration.ofSeconds(90);

  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int JDK_THAT_WARNS = 24;

  private final Path data;
  private final Path err;
  private final Process process;

  private HubProcess(Path data, Path err, Process process) {
    this.data = data;
    this.err = err;
    this.process = process;
  }

  /** Begins {@code run} on a folder and does not wait. */
  static HubProcess begin(Path data, String... settings) throws IOException {
    return begin(List.of(), data, settings);
  }

  /**
   * The same with words before {@code java}, such as another program that starts it.
   *
   * @param settings as {@code web.port=0}
   */
  static HubProcess begin(List<String> before, Path data, String... settings) throws IOException {
    Files.deleteIfExists(data.resolve("hub.address"));
    Path err = data.resolveSibling(data.getFileName() + ".err");
    List<String> words = new ArrayList<>(before);
    words.addAll(java());
    words.add("-Dweb.port=0");
    for (String setting : settings) {
      words.add("-D" + setting);
    }
    words.addAll(List.of(Main.class.getName(), "run", "--data", data.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("CURRAWONG_"));
    return new HubProcess(data, err, builder.start());
  }

  /** As the launcher does it, with this test's own class path. */
  private static List<String> java() {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    words.addAll(List.of("-Dio.netty.noUnsafe=false", "--enable-native-access=ALL-UNNAMED"));
    words.add("-Djava.awt.headless=true");
    if (Runtime.version().feature() >= JDK_THAT_WARNS) {
      words.add("--sun-misc-unsafe-memory-access=allow");
    }
    words.add("-cp");
    words.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    return words;
  }

  /** Waits until it serves; fails with what it said when it ends instead. */
  HubProcess up() throws Exception {
    Until.holds(START, "the hub serves", () -> address().isPresent() || !process.isAlive());
    if (address().isEmpty()) {
      throw new AssertionError("the hub ended with " + process.waitFor() + ": " + err());
    }
    return this;
  }

  /** Where it serves; empty before it does. */
  Optional<URI> address() throws IOException {
    Path file = data.resolve("hub.address");
    return Files.exists(file)
        ? Optional.of(URI.create(Files.readString(file).strip()))
        : Optional.empty();
  }

  URI uri() throws IOException {
    return address().orElseThrow();
  }

  Someone someone(String name) throws IOException {
    return Someone.signedIn(uri(), name, Folder.PASSWORD);
  }

  Someone resident() throws IOException {
    return Someone.resident(uri());
  }

  boolean alive() {
    return process.isAlive();
  }

  /** As a power cut does it to a process: no handler runs. */
  void kill() throws InterruptedException {
    hub().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.waitFor();
  }

  /** The hub itself, or what was started to start it. */
  private List<ProcessHandle> hub() {
    List<ProcessHandle> started = process.descendants().toList();
    return started.isEmpty() ? List.of(process.toHandle()) : started;
  }

  /** As a supervisor does it; the exit code. */
  int stop() throws InterruptedException {
    hub().forEach(ProcessHandle::destroy);
    return exit();
  }

  /** Waits for the end; the exit code. */
  int exit() throws InterruptedException {
    if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end: " + said());
    }
    return process.exitValue();
  }

  /** What it wrote to standard error. */
  String err() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  private String said() {
    try {
      return err();
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
