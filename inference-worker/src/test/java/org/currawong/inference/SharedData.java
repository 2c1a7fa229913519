package org.currawong.inference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Files of {@code ../shared/data}; a test that needs one is skipped where it is absent. */
final class SharedData {

  private static final Path ROOT = Path.of("..", "..", "shared", "data");

  private static final int STEP = 3;
  private static final String MESSAGES = "crisis-messages/reports.csv";

  private SharedData() {}

  /** The disaster messages; their texts must never be printed. */
  static List<Map<String, String>> messages() throws IOException {
    return rows(Files.readString(present(MESSAGES)));
  }

  /** The texts of the disaster messages; none where the file is absent. */
  static List<String> messageTexts() throws IOException {
    if (!Files.exists(ROOT.resolve(MESSAGES))) {
      return List.of();
    }
    return messages().stream().map(row -> row.get("message")).toList();
  }

  /** One column of the table of translated sentences, every third of its rows: 323. */
  static List<String> translated(String language) throws IOException {
    List<String> lines = Files.readAllLines(present("alert-phrases/tico19/tico19-every3rd.tsv"));
    int column = List.of(lines.get(0).split("\t")).indexOf(language);
    return IntStream.range(1, lines.size())
        .filter(n -> n % STEP == 0)
        .mapToObj(n -> lines.get(n).split("\t", -1)[column])
        .toList();
  }

  private static Path present(String name) {
    Path file = ROOT.resolve(name);
    assumeTrue(Files.exists(file), "skipped: ../shared/data/" + name + " is not here");
    return file;
  }

  private static List<Map<String, String>> rows(String csv) {
    List<List<String>> lines = split(csv);
    List<String> head = lines.get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(head.size(), line.size()); i++) {
        row.put(head.get(i), line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> split(String csv) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        // A doubled quote ends and begins again: only the mark itself is lost.
        quoted = !quoted;
      } else if (quoted || c != ',' && c != '\n' && c != '\r') {
        field.append(c);
      } else if (c != '\r') {
        line.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      }
    }
    return lines;
  }
}
