package org.currawong.domain.phrase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The form of a phrase file: UTF-8, a phrase a line, five columns between tabs, # is a remark. */
final class PhraseTable {

  private static final int COLUMNS = 5;
  private static final Pattern ID = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private PhraseTable() {}

  static List<Phrase> read(String name, Reader source) {
    List<Phrase> phrases = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(source)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          phrases.add(phrase(name + " line " + number, line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }

  private static Phrase phrase(String where, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw fault(where, COLUMNS + " columns wanted, " + cells.length + " found");
    }
    if (!ID.matcher(cells[0]).matches()) {
      throw fault(where, "not an id: " + cells[0]);
    }
    if (!LANGUAGE.matcher(cells[1]).matches()) {
      throw fault(where, "not a language: " + cells[1]);
    }
    if (cells[2].isBlank() || cells[3].isBlank()) {
      throw fault(where, "text and origin may not be empty");
    }
    if (!cells[4].equals("yes") && !cells[4].equals("no")) {
      throw fault(where, "the last column is yes or no");
    }
    return new Phrase(cells[0], cells[1], cells[2], cells[3], cells[4].equals("yes"));
  }

  private static IllegalArgumentException fault(String where, String what) {
    return new IllegalArgumentException(where + ": " + what);
  }
}
