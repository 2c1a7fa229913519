package org.currawong.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's commands, as a stranger runs them: in a copy of the packed distribution, with an
 * empty home and no environment but a path. Left out is the test command, which runs this. The
 * launcher's own build of a source tree is what packed the distribution, so it is not run twice.
 */
final class QuickStartDT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String TEST_COMMAND = "./mvnw verify";
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Pattern VERB = Pattern.compile("`([a-z]+)`");
  private static final long STOP_SECONDS = 30;

  @TempDir Path folder;

  @Test
  void theReadmeHasTwoCommandsAndTheTestCommandIsThere() throws IOException {
    assertEquals(List.of("./currawong demo", TEST_COMMAND), commands());
    assertTrue(Files.isExecutable(ROOT.resolve("mvnw")));
    assertTrue(Files.isExecutable(ROOT.resolve("currawong")));
    assertTrue(Files.size(ROOT.resolve("docs/console.png")) <= 300 * 1024, "the picture is small");
  }

  @Test
  void theOtherCommandPlaysTheDemonstrationForAStranger() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path tree = copy(Path.of("target", "dist"), folder.resolve("a stranger's folder"));
    for (String command : commands()) {
      if (!command.equals(TEST_COMMAND)) {
        demonstrates(start(tree, home, command + " --port 0 --speed 5"));
      }
    }
    try (Stream<Path> left = Files.list(home)) {
      assertEquals(List.of(), left.toList(), "nothing is left in the home folder");
    }
    assertTrue(Files.isDirectory(tree.resolve("demo-data/log")));
  }

  @Test
  void eachVerbThatTheReadmeNamesIsThere() throws IOException {
    String use = section("## Use it").lines().limit(6).reduce("", (a, b) -> a + " " + b);
    Matcher verbs = VERB.matcher(use);
    int named = 0;
    while (verbs.find()) {
      assertTrue(
          Main.commandLine(Terminal.ofProcess()).getSubcommands().containsKey(verbs.group(1)),
          verbs.group(1));
      named++;
    }
    assertTrue(named >= 9, named + " verbs are named");
  }

  private void demonstrates(Process demo) throws Exception {
    try {
      URI console = null;
      String signIn = null;
      var out = demo.inputReader();
      for (String line = out.readLine(); line != null && !line.startsWith("files "); ) {
        console = line.startsWith("console ") ? URI.create(line.substring(8)) : console;
        signIn = line.startsWith("sign-in ada ") ? line : signIn;
        line = out.readLine();
      }
      assertTrue(console != null && signIn != null, Files.readString(folder.resolve("err")));
      try (HttpClient http = HttpClient.newHttpClient()) {
        HttpRequest front = HttpRequest.newBuilder(console.resolve("/")).build();
        String page = http.send(front, HttpResponse.BodyHandlers.ofString()).body();
        assertTrue(page.contains("DEMONSTRATION") && page.contains("000"), page);
        String[] words = signIn.split(" ", -1);
        String body = Json.text(java.util.Map.of("user", words[1], "password", words[3]));
        HttpRequest session =
            HttpRequest.newBuilder(console.resolve("/api/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertEquals(200, http.send(session, HttpResponse.BodyHandlers.discarding()).statusCode());
      }
    } finally {
      demo.destroy();
      assertTrue(demo.waitFor(STOP_SECONDS, TimeUnit.SECONDS), "it stops when told to");
    }
    String progress = Files.readString(folder.resolve("err"));
    assertFalse(progress.contains("Exception"), progress);
  }

  private Process start(Path tree, Path home, String command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", "exec " + command)
            .directory(tree.toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HOME", home.toString());
    return builder.start();
  }

  private static List<String> commands() throws IOException {
    return BLOCK.matcher(readme()).results().map(m -> m.group(1)).toList();
  }

  private static String section(String heading) throws IOException {
    return readme().split(Pattern.quote(heading) + "\n", 2)[1].split("\n## ", 2)[0];
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }
}
