package org.currawong.hub.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.currawong.domain.report.Via;

/**
 * The form of {@code flood.tsv}: UTF-8, a report a line, seven columns between tabs (seconds, way
 * in, sender, language, text, place, English), {@code #} begins a remark, {@code \\uXXXX} stands
 * for a character that an editor would not show.
 */
final class FloodScript {

  private static final int COLUMNS = 7;
  private static final int HEXADECIMAL = 16;
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private FloodScript() {}

  /**
   * Reads a script and closes its source.
   *
   * @throws IllegalArgumentException naming the line that is wrong, or that comes too early
   */
  static List<ScriptedReport> read(Reader source) {
    List<ScriptedReport> reports = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(source)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          reports.add(report("line " + number, reports.size() + 1, line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 1; i < reports.size(); i++) {
      if (reports.get(i).after().compareTo(reports.get(i - 1).after()) < 0) {
        throw new IllegalArgumentException("report " + (i + 1) + " comes before the one above it");
      }
    }
    return List.copyOf(reports);
  }

  private static ScriptedReport report(String where, int number, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS || cells[4].isBlank() || !LANGUAGE.matcher(cells[3]).matches()) {
      throw new IllegalArgumentException(
          where + ": seconds, way in, sender, language, text, place and English are wanted");
    }
    return new ScriptedReport(
        number,
        seconds(where, cells[0]),
        via(where, cells[1]),
        orNull(cells[2]),
        cells[3],
        plain(cells[4]),
        orNull(cells[5]),
        orNull(cells[6]));
  }

  private static Duration seconds(String where, String cell) {
    if (!cell.matches("\\d{1,5}")) {
      throw new IllegalArgumentException(where + ": not a number of seconds: " + cell);
    }
    return Duration.ofSeconds(Integer.parseInt(cell));
  }

  private static Via via(String where, String word) {
    return Stream.of(Via.values())
        .filter(via -> via.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(where + ": not a way in: " + word));
  }

  private static String plain(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            m ->
                java.util.regex.Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(m.group(1), HEXADECIMAL))));
  }

  private static String orNull(String cell) {
    return cell.isBlank() ? null : cell;
  }
}
