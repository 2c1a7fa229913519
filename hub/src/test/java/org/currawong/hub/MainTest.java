package org.currawong.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class MainTest {
  private static final int MOST_ERROR_LINES = 1;

  @Test
  void everyVerbHasHelpThatSaysWhatItDoes() {
    for (String verb : Main.commandLine(new Recorder().terminal()).getSubcommands().keySet()) {
      Recorder recorder = new Recorder();
      assertEquals(Exit.DONE, recorder.run(verb, "--help"), verb);
      assertTrue(recorder.out().startsWith("Usage: currawong " + verb), recorder.out());
      assertTrue(recorder.out().lines().count() > 3, verb);
      assertEquals("", recorder.err());
    }
  }

  @Test
  void wrongUsageIsOneLineAndExitCodeTwo() {
    for (List<String> wrong :
        List.of(
            List.<String>of(),
            List.of("repot"),
            List.of("report"),
            List.of("report", "a", "b"),
            List.of("report", "--nonsense"),
            List.of("report", "x", "--file", "y.csv"),
            List.of("report", "x", "--user", "ann"),
            List.of("report", "x", "--url", "nowhere"),
            List.of("config"),
            List.of("config", "check"))) {
      Recorder recorder = new Recorder();
      assertEquals(Exit.USAGE, recorder.run(wrong.toArray(String[]::new)), wrong::toString);
      assertEquals(MOST_ERROR_LINES, recorder.err().lines().count(), recorder.err());
      assertTrue(recorder.err().startsWith("currawong: "), recorder.err());
      assertEquals("", recorder.out());
    }
  }

  @Test
  void aMistypedVerbIsAnsweredWithTheNearest() {
    Recorder recorder = new Recorder();
    recorder.run("repot");
    assertTrue(recorder.err().contains("did you mean"), recorder.err());
    assertTrue(recorder.err().contains("report"), recorder.err());
  }

  @Test
  void versionNamesJavaAndLibraries() {
    Recorder recorder = new Recorder();
    assertEquals(Exit.DONE, recorder.run("version"));
    assertTrue(recorder.out().contains("java " + Runtime.version()));
    assertEquals(
        Map.of("camel-api", "4.22.0", "jackson-core", "2.22.1"),
        VersionVerb.libraries(
            List.of(
                Path.of("lib/camel-api-4.22.0.jar"),
                Path.of("lib/jackson-core-2.22.1.jar"),
                Path.of("classes"))));
  }

  @Test
  void configShowHidesSecretsAndFailsOnAnUnknownName() {
    Recorder good = new Recorder("", false, Map.of("CURRAWONG_ICECAST_PASSWORD", "s3cret"));
    assertEquals(Exit.DONE, good.run("config", "show", "-Dweb.port=9000"));
    assertTrue(good.out().contains("web.port=9000"));
    assertFalse(good.out().contains("s3cret"));
    Recorder json = new Recorder();
    assertEquals(Exit.DONE, json.run("config", "show", "--json"));
    assertEquals("8480", Json.tree(json.out()).path("web.port").asText());
    Recorder bad = new Recorder();
    assertEquals(Exit.FAILED, bad.run("config", "show", "-Dweb.prot=9000"));
    assertTrue(bad.err().contains("did you mean web.port?"));
  }

  @Test
  void aSettingBeforeTheVerbIsHeldToTheSameNames() {
    Recorder bad = new Recorder();
    assertEquals(Exit.FAILED, bad.run("-Dweb.prot=9000", "config", "show"));
    assertTrue(bad.err().contains("did you mean web.port?"), bad.err());
    Recorder none = new Recorder();
    assertEquals(Exit.USAGE, none.run("-Dweb.port=9000", "version"));
  }

  @Test
  void configCheckNamesEveryFault(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("hub.properties");
    Files.writeString(file, "web.prot=1\nradio.repeats=0\n");
    Recorder bad = new Recorder();
    assertEquals(Exit.FAILED, bad.run("config", "check", file.toString()));
    assertEquals(2, bad.err().lines().count(), bad.err());
    Files.writeString(file, "web.port=1\n");
    Recorder good = new Recorder();
    assertEquals(Exit.DONE, good.run("config", "check", file.toString()));
    assertEquals("", good.err());
    Recorder missing = new Recorder();
    assertEquals(Exit.FAILED, missing.run("config", "check", folder.resolve("none").toString()));
    assertEquals(MOST_ERROR_LINES, missing.err().lines().count());
  }

  @Test
  void anIcecastOfWhichAPartIsMissingIsNamed(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("hub.properties");
    String url = "icecast.url=http://127.0.0.1:8000\n";
    String mount = "icecast.mount=/alerts.mp3\n";
    String password = "icecast.password=s3cret\n";
    Map<String, String> faults =
        Map.of(
            url + password,
            "currawong: icecast.mount is needed where icecast.url is set\n",
            url + mount,
            "currawong: icecast.password is needed where icecast.url is set\n",
            url + mount + password,
            "");
    for (Map.Entry<String, String> each : faults.entrySet()) {
      Files.writeString(file, each.getKey());
      Recorder recorder = new Recorder();
      int exit = each.getValue().isEmpty() ? Exit.DONE : Exit.FAILED;
      assertEquals(exit, recorder.run("config", "check", file.toString()), each.getKey());
      assertEquals(each.getValue(), recorder.err());
    }
  }

  @Test
  void aMistypedFolderIsNamedAndNoHubIsFoundedThere(@TempDir Path folder) throws Exception {
    Path none = folder.resolve("dtaa");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    String bundle = folder.resolve("bundle.zip").toString();
    String day = "2026-11-23T00:00Z";
    for (Path data : List.of(none, empty)) {
      for (List<String> verb :
          List.of(
              List.of("user", "list"),
              List.of("user", "disable", "ada"),
              List.of("export", "--from", day, "--to", day, "--out", bundle))) {
        List<String> words = new ArrayList<>(verb);
        words.addAll(List.of("--data", data.toString()));
        Recorder recorder = new Recorder();
        assertEquals(Exit.FAILED, recorder.run(words.toArray(String[]::new)), words::toString);
        assertEquals(
            "currawong: there is no hub in " + data + ": name its folder with --data\n",
            recorder.err());
      }
    }
    try (Stream<Path> all = Files.walk(folder)) {
      assertEquals(List.of(folder, empty), all.toList());
    }
  }

  @Test
  void noVerbTakesAPasswordAsAnArgument() {
    CommandLine all = Main.commandLine(new Recorder().terminal());
    for (CommandLine verb : all.getSubcommands().values()) {
      assertFalse(
          verb.getCommandSpec().optionsMap().containsKey("--password"), verb.getCommandName());
    }
  }
}
