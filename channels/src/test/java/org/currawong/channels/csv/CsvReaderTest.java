package org.currawong.channels.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CsvReaderTest {
  private static List<CsvReader.Row> rows(byte[] bytes) throws IOException {
    List<CsvReader.Row> rows = new ArrayList<>();
    try (CsvReader reader = new CsvReader(new ByteArrayInputStream(bytes))) {
      Optional<CsvReader.Row> row = reader.next();
      while (row.isPresent()) {
        rows.add(row.get());
        row = reader.next();
      }
    }
    return rows;
  }

  private static List<List<String>> fields(String text) throws IOException {
    return rows(text.getBytes(UTF_8)).stream().map(CsvReader.Row::fields).toList();
  }

  private static String malformed(byte[] bytes) {
    return assertThrows(CsvReader.Malformed.class, () -> rows(bytes)).getMessage();
  }

  @Test
  void plainRowsAreSplitAtCommas() throws IOException {
    assertEquals(List.of(List.of("a", "b"), List.of("c", "")), fields("a,b\nc,\n"));
    assertEquals(List.of(List.of("a", "b")), fields("a,b"));
    assertEquals(List.of(List.of("a"), List.of("b")), fields("a\r\nb\r\n"));
    assertEquals(List.of(), fields(""));
    assertEquals(List.of(List.of("a", "b"), List.of("c")), fields("a,b\rc\r"));
    assertEquals(List.of(List.of("", "")), fields(","));
  }

  @Test
  void quotedFieldsHoldCommasQuotesAndLineBreaks() throws IOException {
    assertEquals(
        List.of(List.of("a,b", "say \"help\"", "two\nlines"), List.of("c")),
        fields("\"a,b\",\"say \"\"help\"\"\",\"two\nlines\"\r\nc\n"));
    assertEquals(List.of(List.of("", "x")), fields("\"\",x\n"));
  }

  @Test
  void blankLinesAndAByteOrderMarkAreDropped() throws IOException {
    assertEquals(List.of(List.of("text"), List.of("x")), fields("\uFEFFtext\n\n   \nx\n\n"));
  }

  @Test
  void semicolonsAndTabsSeparateWhereTheFirstLineHasMoreOfThem() throws IOException {
    assertEquals(List.of(List.of("id", "text"), List.of("1", "a, b")), fields("id;text\n1;a, b\n"));
    assertEquals(List.of(List.of("id", "text"), List.of("1", "a;b")), fields("id\ttext\n1\ta;b\n"));
    assertEquals(List.of(List.of("text"), List.of("a;b")), fields("text\na;b\n"));
  }

  @Test
  void eachRowKnowsItsLine() throws IOException {
    List<CsvReader.Row> rows = rows("h\n\"one\ntwo\"\n\nlast\n".getBytes(UTF_8));
    assertEquals(List.of(1L, 2L, 5L), rows.stream().map(CsvReader.Row::line).toList());
  }

  @Test
  void brokenFilesAreRefusedWithTheLine() {
    assertTrue(
        malformed("a\nb,\"open\nc\n".getBytes(UTF_8)).startsWith("line 2: a quote is opened"));
    assertTrue(malformed(new byte[] {'a', '\n', (byte) 0xE9, 'b', '\n'}).contains("not UTF-8"));
    assertTrue(malformed("x".repeat(70_000).getBytes(UTF_8)).contains("longer than"));
    assertTrue(malformed(",".repeat(2_000).getBytes(UTF_8)).contains("columns"));
  }
}
