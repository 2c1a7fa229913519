package org.currawong.channels.people;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a comma-separated file (RFC 4180), also with semicolons or tabs as spreadsheets write
 * them, CR LF, LF or CR, and a byte order mark.
 */
final class CsvRows {

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private CsvRows(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.separator = separator(this.text);
  }

  /**
   * One row.
   *
   * @param line where it begins, counted from 1
   * @param cells as written, without quotes, stripped
   */
  record Row(int line, List<String> cells) {

    Row {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /**
   * All rows with anything in them.
   *
   * @throws IllegalArgumentException naming the line, where a quote is never closed
   */
  static List<Row> read(String text) {
    CsvRows rows = new CsvRows(text);
    List<Row> found = new ArrayList<>();
    while (rows.at < rows.text.length()) {
      Row row = rows.row();
      if (!row.isBlank()) {
        found.add(row);
      }
    }
    return found;
  }

  /** The sign that stands most often in the first line. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    for (char each : new char[] {';', '\t'}) {
      if (count(first, each) > count(first, best)) {
        best = each;
      }
    }
    return best;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }

  private Row row() {
    int begins = line;
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      cells.add(cell(begins).strip());
      more = at < text.length() && text.charAt(at) == separator;
      if (more) {
        at++;
      }
    }
    endLine();
    return new Row(begins, cells);
  }

  private String cell(int begins) {
    StringBuilder cell = new StringBuilder();
    while (at < text.length() && !ends(text.charAt(at))) {
      char c = text.charAt(at);
      if (c == '"' && cell.toString().isBlank()) {
        cell.setLength(0);
        quoted(cell, begins);
      } else {
        cell.append(c);
        at++;
      }
    }
    return cell.toString();
  }

  private void quoted(StringBuilder cell, int begins) {
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
      if (c == '"' && !doubled) {
        at++;
        return;
      }
      if (doubled) {
        at++;
      }
      line += c == '\n' ? 1 : 0;
      cell.append(c);
    }
    throw new IllegalArgumentException("line " + begins + ": a quote is opened and never closed");
  }

  private boolean ends(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
      line += at < text.length() && text.charAt(at) == '\n' ? 0 : 1;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
      line++;
    }
  }
}
