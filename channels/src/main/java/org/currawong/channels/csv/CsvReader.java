package org.currawong.channels.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated values as RFC 4180 has them: quotes, doubled quotes, line breaks within
 * quotes; LF, CRLF or CR; a byte-order mark is dropped; semicolons or tabs where the first line has
 * more of them. UTF-8 only. Rows are read one at a time, so a file of any length fits in memory.
 */
public final class CsvReader implements AutoCloseable {
  /** Eight times what the hub takes as a report. */
  private static final int LONGEST_FIELD = 65_536;

  private static final int MOST_FIELDS = 1_000;

  /** Far enough to see the whole first row of any spreadsheet. */
  private static final int LOOK_AHEAD = 8_192;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** One row, and the line of the file on which it begins (the first is 1). */
  public record Row(long line, List<String> fields) {}

  /** The file is not what it should be. */
  public static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    Malformed(String why) {
      super(why);
    }
  }

  private final BufferedReader reader;
  private long line = 1;
  private char separator;

  /** Reads from these bytes; closing the reader closes them. */
  public CsvReader(InputStream bytes) {
    this(new InputStreamReader(bytes, strict()));
  }

  /** Reads text that was decoded elsewhere. */
  public CsvReader(Reader text) {
    this.reader = new BufferedReader(text);
  }

  private static CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * The sign that stands most often in the first line: spreadsheets of many countries write
   * semicolons.
   */
  private static char separatorOf(BufferedReader reader) throws IOException {
    reader.mark(LOOK_AHEAD);
    char[] start = new char[LOOK_AHEAD];
    int length = Math.max(reader.read(start, 0, LOOK_AHEAD), 0);
    reader.reset();
    String first = new String(start, 0, length).lines().findFirst().orElse("");
    char best = ',';
    for (char other : new char[] {';', '\t'}) {
      if (count(first, other) > count(first, best)) {
        best = other;
      }
    }
    return best;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(each -> each == sign).count();
  }

  /**
   * The next row that is not blank; empty at the end.
   *
   * @throws Malformed naming the line, if a quote is never closed, a field or row is too long, or
   *     bytes are not UTF-8
   */
  public Optional<Row> next() throws IOException {
    while (true) {
      long start = line;
      List<String> fields;
      try {
        fields = row();
      } catch (CharacterCodingException notUtf8) {
        throw new Malformed("near line " + line + ": not UTF-8; save the file as \"CSV UTF-8\"");
      }
      if (fields.isEmpty()) {
        return Optional.empty();
      }
      if (fields.size() > 1 || !fields.getFirst().isBlank()) {
        return Optional.of(new Row(start, fields));
      }
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** The fields up to the next line break outside quotes; none at the end of the file. */
  private List<String> row() throws IOException {
    List<String> fields = new ArrayList<>();
    if (separator == 0) {
      separator = separatorOf(reader);
    }
    int next = reader.read();
    if (line == 1 && next == BYTE_ORDER_MARK) {
      next = reader.read();
    }
    if (next < 0) {
      return fields;
    }
    while (true) {
      StringBuilder field = new StringBuilder();
      next = next == '"' ? quoted(field) : next;
      next = plain(field, next);
      fields.add(field.toString());
      if (fields.size() > MOST_FIELDS) {
        throw new Malformed("line " + line + ": more than " + MOST_FIELDS + " columns");
      }
      if (next != separator) {
        line++;
        return fields;
      }
      next = reader.read();
    }
  }

  /** Reads to the comma or line break that ends the field, and returns it. */
  private int plain(StringBuilder field, int first) throws IOException {
    int next = first;
    while (next >= 0 && next != separator && next != '\n') {
      if (next == '\r') {
        return lineEnd();
      }
      append(field, next);
      next = reader.read();
    }
    return next;
  }

  /** After CR: LF belongs to it, and anything else to the next row. */
  private int lineEnd() throws IOException {
    reader.mark(1);
    if (reader.read() != '\n') {
      reader.reset();
    }
    return '\n';
  }

  /** Reads to the closing quote, and returns what follows it. */
  private int quoted(StringBuilder field) throws IOException {
    long opened = line;
    while (true) {
      int next = reader.read();
      if (next < 0) {
        throw new Malformed("line " + opened + ": a quote is opened and never closed");
      }
      if (next == '"') {
        next = reader.read();
        if (next != '"') {
          return next;
        }
      }
      if (next == '\n') {
        line++;
      }
      append(field, next);
    }
  }

  private void append(StringBuilder field, int character) throws Malformed {
    if (field.length() >= LONGEST_FIELD) {
      throw new Malformed(
          "line " + line + ": a field longer than " + LONGEST_FIELD + " characters");
    }
    field.append((char) character);
  }
}
