package org.currawong.hub.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.currawong.domain.text.Gsm7;

/**
 * A real gammu-smsd with its dummy phone, in a folder of its own: what it sends it only says to
 * have sent, and what it receives was put into its phone before.
 */
final class GammuDaemon implements AutoCloseable {

  /** The dummy phone's answer to one command; it takes some 20 ms. */
  private static final long COMMAND_SECONDS = 30;

  /** Of one text; gammu cuts it into parts. */
  private static final String MOST_CHARACTERS = "7000";

  private final Path home;
  private Process process;

  /** Makes the folders and starts nothing. */
  GammuDaemon(Path home) throws IOException {
    this.home = home;
    for (int i = 1; i <= 5; i++) {
      Files.createDirectories(home.resolve("phone/sms/" + i));
    }
    for (String name : List.of("inbox", "outbox", "sent", "error")) {
      Files.createDirectories(home.resolve(name));
    }
  }

  /** The hub's settings for it. */
  Map<String, String> settings() {
    return Map.of(
        "sms.gammu.inbox", home.resolve("inbox").toString(),
        "sms.gammu.outbox", home.resolve("outbox").toString(),
        "limits.sender.per-minute", "100");
  }

  /**
   * Starts it.
   *
   * @param seconds between two texts; 0 for as fast as it can
   */
  void start(int seconds) throws IOException {
    Path config = home.resolve("gammu-smsdrc");
    Files.writeString(
        config,
        """
        [gammu]
        device=%1$s/phone
        connection=none
        model=dummy
        [smsd]
        service=files
        logfile=%1$s/log
        inboxpath=%1$s/inbox/
        outboxpath=%1$s/outbox/
        sentsmspath=%1$s/sent/
        errorsmspath=%1$s/error/
        inboxformat=unicode
        transmitformat=auto
        loopsleep=%2$d
        commtimeout=1
        """
            .formatted(home, seconds));
    process = run("gammu-smsd", "-c", config.toString());
  }

  private Process run(String... words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("said").toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  /** Puts a text into its phone, as if the network had brought it; before it starts. */
  void receive(String sender, String text) throws Exception {
    Path config = home.resolve("gammurc");
    Files.writeString(config, "[gammu]\ndevice=" + home + "/phone\nconnection=none\nmodel=dummy\n");
    boolean plain = Gsm7.fits(text) && text.chars().allMatch(c -> c < 0x7F);
    List<String> words =
        new ArrayList<>(List.of("gammu", "-c", config.toString(), "savesms", "TEXT"));
    words.addAll(List.of("-folder", "1", "-unread", "-sender", sender, "-len", MOST_CHARACTERS));
    if (!plain) {
      words.add("-unicode");
    }
    Process gammu = run(words.toArray(String[]::new));
    try (var in = gammu.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    if (!gammu.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || gammu.exitValue() != 0) {
      gammu.destroyForcibly();
      throw new AssertionError("gammu did not take a text");
    }
  }

  /** The names in one of its folders. */
  List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(folder))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  /** What it sent to whom: the texts of the files it moved, by name. */
  String text(String folder, String name) throws IOException {
    byte[] bytes = Files.readAllBytes(home.resolve(folder).resolve(name));
    return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
  }

  /** As a daemon whose modem keeps it for ever. */
  void hang(boolean hangs) throws Exception {
    Signal.hang(process, hangs);
  }

  /** As a crash ends it. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
