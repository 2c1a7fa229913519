package org.currawong.hub.hardship;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.currawong.hub.Main;
import org.currawong.hub.Terminal;

/** A data folder of a hub that does not run: founded, looked at, damaged. */
final class Folder {

  static final String PASSWORD = "correct horse battery 7";

  /** What a verb answered. */
  record Said(int exit, String out, String err) {}

  private Folder() {}

  /** A folder with three coordinators and two people who have a telephone. */
  static Path founded(Path data) throws IOException {
    for (String name : List.of("ada", "ben", "cleo")) {
      verb(data, PASSWORD, "user", "add", name, "--role", "coordinator", "--password-stdin");
    }
    Path people = data.resolveSibling("people.csv");
    Files.writeString(
        people,
        """
        name,phone,language,groups,needs,address,alternate
        Ana Pardo,0491 570 156,es,river,,,
        Cy Webb,0491 570 158,en,hill,,,
        """);
    verb(data, "", "people", "import", people.toString());
    return data;
  }

  /** Runs a verb on the folder in this process; fails when it does not answer 0. */
  static String verb(Path data, String input, String... words) {
    String[] all = java.util.Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--data";
    all[words.length + 1] = data.toString();
    Said said = run(input, all);
    if (said.exit() != 0) {
      throw new AssertionError(String.join(" ", words) + ": " + said);
    }
    return said.out();
  }

  /** Runs any verb in this process. */
  static Said run(String input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream((input + "\n").getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of());
    int exit = Main.run(terminal, words);
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Copies a whole folder, as an operator would keep it. */
  static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path there = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(there);
        } else {
          Files.copy(file, there, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** Deletes a folder and all that is in it. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Every regular file below a folder; none where there is no folder. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
