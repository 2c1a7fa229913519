package org.currawong.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher of the packed distribution as a stranger would. */
final class LauncherDT {
  private static final Path DIST = Path.of("target", "dist").toAbsolutePath();
  private static final long SECONDS = 60;

  @TempDir Path folder;

  private record Ran(int exit, String out, String err) {}

  private Ran run(Map<String, String> environment, String... arguments) throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("some where"));
    Path link = elsewhere.resolve("the launcher");
    Files.createSymbolicLink(link, DIST.resolve("currawong"));
    List<String> command = new ArrayList<>(List.of(link.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(elsewhere.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertTrue(
          process.waitFor(SECONDS, TimeUnit.SECONDS), "still running after " + SECONDS + " s");
      return new Ran(process.exitValue(), text(out), text(err));
    } finally {
      process.destroyForcibly();
      Files.delete(link);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void itRunsFromAnywhereThroughALinkWithSpacesAndWithoutAHome() throws Exception {
    Ran ran = run(Map.of(), "version");
    assertEquals("", ran.err());
    assertEquals(Exit.DONE, ran.exit());
    assertTrue(ran.out().startsWith("currawong "), ran.out());
    assertTrue(ran.out().contains("\nartemis-server "), ran.out());
  }

  @Test
  void exitCodesPassThrough() throws Exception {
    assertEquals(Exit.USAGE, run(Map.of(), "report").exit());
    Ran failed = run(Map.of("CURRAWONG_WEBPORT", "1"), "config", "show");
    assertEquals(Exit.FAILED, failed.exit());
    assertTrue(failed.err().contains("did you mean CURRAWONG_WEB_PORT?"), failed.err());
  }

  @Test
  void aSettingBeforeTheVerbCountsLikeOneAfterIt() throws Exception {
    Map<String, String> environment = Map.of("CURRAWONG_WEB_PORT", "9001");
    Ran ran =
        run(
            environment,
            "-Dweb.port=9002",
            "-Dhub.name=Lower Wattle",
            "config",
            "show",
            "-Dradio.repeats=5");
    assertEquals(Exit.DONE, ran.exit(), ran.err());
    for (String setting : List.of("web.port=9002", "hub.name=Lower Wattle", "radio.repeats=5")) {
      assertTrue(
          ran.out()
              .lines()
              .anyMatch(l -> l.startsWith(setting + " ") && l.contains("command line")),
          ran.out());
    }
  }

  @Test
  void anOlderJavaInJavaHomeIsPassedOver() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old/bin"));
    Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 99\n");
    assertTrue(java.toFile().setExecutable(true));
    Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"17.0.15\"\n");
    String path = System.getProperty("java.home") + "/bin:/usr/bin:/bin";
    Ran ran = run(Map.of("JAVA_HOME", folder.resolve("old").toString(), "PATH", path), "version");
    assertEquals(Exit.DONE, ran.exit(), ran.err());
  }

  @Test
  void wordsOfAnyLanguagePassWholeUnderAnyLocale() throws Exception {
    try (FakeHub hub = new FakeHub()) {
      Ran ran = run(Map.of("LC_ALL", "C"), "report", "Nước dâng ở cầu 洪水", "--url", hub.url());
      assertEquals(Exit.DONE, ran.exit(), ran.err());
      assertEquals("Nước dâng ở cầu 洪水", hub.kept().getFirst().body().path("text").asText());
    }
  }
}
