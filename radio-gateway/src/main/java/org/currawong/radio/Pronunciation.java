package org.currawong.radio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How names are said, as a respelling that the English voice reads rightly. Changes what is heard,
 * never what stands on the script. Immutable.
 */
public final class Pronunciation {

  private static final int COLUMNS = 2;
  private static final Pattern RESPELLING = Pattern.compile("[A-Za-z' ,.]+");
  private static final Pattern NONE = Pattern.compile("(?!)");

  private final Map<String, String> sayings;
  private final Pattern names;

  private Pronunciation(Map<String, String> sayings) {
    this.sayings = sayings;
    this.names = pattern(sayings);
  }

  /** The lexicon that ships in the jar: Australian places and the marks of the phrase bank. */
  public static Pronunciation shipped() {
    InputStream in = Pronunciation.class.getResourceAsStream("lexicon/en.tsv");
    return parse("lexicon/en.tsv", new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /**
   * Reads a lexicon: UTF-8, on each line a name, a tab, and its respelling in English letters;
   * lines that begin with # are remarks. Closes the reader.
   *
   * @param name the file's name, for errors
   * @throws IllegalArgumentException naming the line that is wrong
   * @throws UncheckedIOException when the reader fails
   */
  public static Pronunciation parse(String name, Reader source) {
    Map<String, String> sayings = new LinkedHashMap<>();
    try (BufferedReader reader = new BufferedReader(source)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          entry(name + " line " + number, line, sayings);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Pronunciation(sayings);
  }

  /** This lexicon and the town's own, which wins where both know a name. */
  public Pronunciation with(Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>(sayings);
    own.forEach((name, say) -> entry("place " + name, name + "\t" + say, all));
    return new Pronunciation(all);
  }

  /** The sentence as the voice is to read it; longer names are looked for first. */
  public String respell(String sentence) {
    return names
        .matcher(sentence)
        .replaceAll(m -> Matcher.quoteReplacement(sayings.get(key(m.group()))));
  }

  private static void entry(String where, String line, Map<String, String> sayings) {
    String[] cells = line.split("\t", -1);
    boolean good =
        cells.length == COLUMNS
            && !cells[0].isBlank()
            && RESPELLING.matcher(cells[1]).matches()
            && !cells[1].isBlank();
    if (!good) {
      throw new IllegalArgumentException(
          where + ": a name, a tab, and its respelling in English letters are wanted");
    }
    sayings.put(key(SpokenEnglish.say(cells[0])), cells[1].strip());
  }

  private static Pattern pattern(Map<String, String> sayings) {
    List<String> longestFirst = new ArrayList<>(sayings.keySet());
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    String any =
        longestFirst.stream()
            .map(k -> Pattern.quote(k).replace(" ", "\\E\\s+\\Q"))
            .collect(Collectors.joining("|"));
    return sayings.isEmpty()
        ? NONE
        : Pattern.compile("(?<![A-Za-z'])(?:" + any + ")(?![A-Za-z])", Pattern.CASE_INSENSITIVE);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
