package org.currawong.hub.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.currawong.hub.flow.Someone;

/** {@code currawong demo} in a process of its own, as somebody at a terminal starts it. */
final class DemoProcess implements AutoCloseable {

  private static final long STOP_SECONDS = 60;

  private final Process process;
  private final Path errors;
  private final Map<String, String> passwords = new LinkedHashMap<>();
  private URI console;

  private DemoProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /** Starts it in this folder, with whatever lies there, and waits for its last line. */
  static DemoProcess start(Path folder, Map<String, String> environment) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dio.netty.noUnsafe=false"));
    command.addAll(List.of("-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-cp"));
    String own = System.getProperty("java.class.path");
    command.add(System.getProperty("surefire.test.class.path", own) + File.pathSeparator);
    command.addAll(List.of("org.currawong.hub.Main", "demo", "--port", "0", "--speed", "100"));
    Path errors = folder.resolve("progress.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    DemoProcess demo = new DemoProcess(builder.start(), errors);
    demo.read();
    return demo;
  }

  private void read() throws IOException {
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "console" -> console = URI.create(words[1]);
        case "sign-in" -> passwords.put(words[1], words[3]);
        case "files" -> {
          return;
        }
        default -> {}
      }
    }
    throw new IOException("the demonstration ended: " + progress());
  }

  Someone someone(String name) {
    return Someone.signedIn(console, name, passwords.get(name));
  }

  Someone resident() {
    return Someone.resident(console);
  }

  URI console() {
    return console;
  }

  Map<String, String> passwords() {
    return passwords;
  }

  /** What it wrote to standard error so far, over all starts in this folder. */
  String progress() throws IOException {
    return Files.readString(errors);
  }

  /** Stops it as Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("it did not stop in " + STOP_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
