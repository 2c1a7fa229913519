package org.currawong.inference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the rule files of this module: UTF-8, a line per rule with three fields (pattern, label,
 * note) parted by tabs; {@code #} begins a remark; {@code @name = a|b|c} names a list of
 * alternatives for the rules below it.
 */
final class LexiconFiles {

  /** The hub's languages, by ISO 639-1, in the order in which the rules name them. */
  static final List<String> LANGUAGES =
      List.of("en", "zh", "ar", "vi", "el", "it", "hi", "pa", "es", "tl", "ko", "fr", "ne", "ht");

  private LexiconFiles() {}

  /**
   * One lexicon from the files {@code folder/<language>.tsv} and {@code folder/any.tsv}.
   *
   * @param labels the labels that a rule may bear
   * @throws IllegalStateException if a file lacks or holds a line that is no rule: the build is at
   *     fault then, not the user
   */
  static Lexicon read(String folder, Set<String> labels) {
    Lexicon lexicon = new Lexicon();
    read(folder, "any", labels, lexicon);
    for (String language : LANGUAGES) {
      read(folder, language, labels, lexicon);
    }
    return lexicon;
  }

  private static void read(String folder, String language, Set<String> labels, Lexicon into) {
    String name = folder + "/" + language + ".tsv";
    Map<String, String> named = new HashMap<>();
    int number = 0;
    try (BufferedReader lines = open(name)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          add(line, language, labels, named, into);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(name + ", line " + number + ": " + e.getMessage(), e);
    }
  }

  private static void add(
      String line, String language, Set<String> labels, Map<String, String> named, Lexicon into) {
    int equals = line.indexOf(" = ");
    if (line.startsWith("@") && equals > 0) {
      named.put(line.substring(0, equals), line.substring(equals + 3).strip());
      return;
    }
    String[] fields = line.split("\t", -1);
    if (fields.length < 2 || fields.length > 3) {
      throw new IllegalArgumentException("two or three fields expected, found " + fields.length);
    }
    if (!labels.contains(fields[1])) {
      throw new IllegalArgumentException("unknown label '" + fields[1] + "'");
    }
    into.add(language, fields[0], fields[1], named);
  }

  private static BufferedReader open(String name) {
    InputStream in = LexiconFiles.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("the resource " + name + " is missing from this build");
    }
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
