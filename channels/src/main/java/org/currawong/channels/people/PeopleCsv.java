package org.currawong.channels.people;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.currawong.channels.csv.CsvReader;
import org.currawong.domain.people.Person;
import org.currawong.domain.text.Plain;

/**
 * The directory as a spreadsheet: columns {@code name, phone, language, groups, needs, address,
 * alternate} in any order, the first line naming them, {@code name} compulsory; several groups
 * between semicolons or slashes. A row that is wrong is told with its line and left out; the others
 * are taken.
 */
public final class PeopleCsv {

  /** Largest file, in characters: 10,000 people with room to spare. */
  public static final int MOST_CHARACTERS = 5_000_000;

  /** Most people of one file. */
  public static final int MOST_PEOPLE = 10_000;

  /** Longest value of a cell, in characters. */
  public static final int LONGEST_CELL = 300;

  private static final List<String> COLUMNS =
      List.of("name", "phone", "language", "groups", "needs", "address", "alternate");

  private static final String ENGLISH = "en";
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Supplier<String> ids;
  private final Set<String> known = new HashSet<>();
  private final List<Person> people = new ArrayList<>();
  private final List<Remark> faults = new ArrayList<>();
  private final List<Remark> duplicates = new ArrayList<>();

  private PeopleCsv(Supplier<String> ids, Collection<Person> already) {
    this.ids = ids;
    already.forEach(person -> known.addAll(keys(person)));
  }

  /**
   * Reads a file.
   *
   * @param text the whole file, decoded as UTF-8
   * @param already the people who are in the directory: they are not taken twice
   * @param ids gives each new person an id
   */
  public static Result read(String text, Collection<Person> already, Supplier<String> ids) {
    PeopleCsv csv = new PeopleCsv(ids, already);
    try {
      csv.rows(text);
    } catch (IllegalArgumentException e) {
      csv.faults.add(new Remark(0, e.getMessage()));
    }
    return new Result(csv.people, csv.faults, csv.duplicates);
  }

  /**
   * What came of a file.
   *
   * @param people new, in the file's order
   * @param faults rows left out, or what is wrong with the file as a whole (line 0)
   * @param duplicates rows left out because the person is there already
   */
  public record Result(List<Person> people, List<Remark> faults, List<Remark> duplicates) {

    /** Copies the lists. */
    public Result {
      people = List.copyOf(people);
      faults = List.copyOf(faults);
      duplicates = List.copyOf(duplicates);
    }
  }

  /**
   * Something to tell the person who imports.
   *
   * @param line of the file, counted from 1; 0 where it is about all of it
   * @param words what, and how to mend it
   */
  public record Remark(int line, String words) {

    @Override
    public String toString() {
      return line == 0 ? words : "line " + line + ": " + words;
    }
  }

  private void rows(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("the file is too large; split it");
    }
    if (text.indexOf('\uFFFD') >= 0 || text.indexOf(0) >= 0) {
      throw new IllegalArgumentException("the file is not UTF-8 text; save it as CSV UTF-8");
    }
    List<CsvReader.Row> rows = read(text);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("the file is empty; its first line names the columns");
    }
    if (rows.size() - 1 > MOST_PEOPLE) {
      throw new IllegalArgumentException("more than " + MOST_PEOPLE + " people; split the file");
    }
    Map<String, Integer> places = header(rows.getFirst());
    rows.stream().skip(1).forEach(row -> row(row, places));
  }

  private static List<CsvReader.Row> read(String text) {
    List<CsvReader.Row> rows = new ArrayList<>();
    try (CsvReader csv = new CsvReader(new StringReader(text))) {
      for (var row = csv.next(); row.isPresent(); row = csv.next()) {
        List<String> cells = row.get().fields().stream().map(String::strip).toList();
        if (!cells.stream().allMatch(String::isEmpty)) {
          rows.add(new CsvReader.Row(row.get().line(), cells));
        }
      }
    } catch (IOException malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
    return rows;
  }

  private static int line(CsvReader.Row row) {
    return Math.toIntExact(row.line());
  }

  private static Map<String, Integer> header(CsvReader.Row row) {
    Map<String, Integer> places = new HashMap<>();
    for (String cell : row.fields()) {
      String name = cell.toLowerCase(Locale.ROOT);
      if (!COLUMNS.contains(name)) {
        throw new IllegalArgumentException(
            "line 1: unknown column \""
                + Plain.oneLine(cell)
                + "\"; known are "
                + String.join(", ", COLUMNS));
      }
      if (places.put(name, places.size()) != null) {
        throw new IllegalArgumentException("line 1: column \"" + name + "\" stands twice");
      }
    }
    if (!places.containsKey("name")) {
      throw new IllegalArgumentException("line 1: the column \"name\" is missing");
    }
    return places;
  }

  private void row(CsvReader.Row row, Map<String, Integer> places) {
    Map<String, String> cells = new HashMap<>();
    places.forEach(
        (name, place) ->
            cells.put(name, place < row.fields().size() ? row.fields().get(place) : ""));
    fault(row, cells, places.size())
        .ifPresentOrElse(
            words -> faults.add(new Remark(line(row), words)), () -> take(line(row), cells));
  }

  private static Optional<String> fault(CsvReader.Row row, Map<String, String> cells, int columns) {
    if (row.fields().size() > columns) {
      return Optional.of(
          row.fields().size() + " cells where the first line names " + columns + " columns");
    }
    if (cells.get("name").isEmpty()) {
      return Optional.of("no name");
    }
    if (cells.values().stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
      return Optional.of("a cell has more than " + LONGEST_CELL + " characters");
    }
    for (String column : List.of("phone", "alternate")) {
      String written = cells.getOrDefault(column, "");
      if (!written.isEmpty() && PhoneNumbers.normalised(written).isEmpty()) {
        return Optional.of(column + " is no telephone number: " + Plain.oneLine(written));
      }
    }
    String language = cells.getOrDefault("language", "").toLowerCase(Locale.ROOT);
    return language.isEmpty() || LANGUAGES.contains(language)
        ? Optional.empty()
        : Optional.of(
            "language is a two-letter code such as en, vi or es, not " + Plain.oneLine(language));
  }

  private void take(int line, Map<String, String> cells) {
    Person person = person(cells);
    Set<String> keys = keys(person);
    Optional<String> twice = keys.stream().filter(known::contains).findFirst();
    if (twice.isPresent()) {
      duplicates.add(new Remark(line, person.name() + " is in the directory already"));
    } else {
      known.addAll(keys);
      people.add(person);
    }
  }

  private Person person(Map<String, String> cells) {
    String language = cells.getOrDefault("language", "").toLowerCase(Locale.ROOT);
    return new Person(
        ids.get(),
        Plain.oneLine(cells.get("name")),
        number(cells, "phone"),
        language.isEmpty() ? ENGLISH : language,
        groups(cells.getOrDefault("groups", "")),
        optional(cells, "needs"),
        optional(cells, "address"),
        number(cells, "alternate"));
  }

  private static List<String> groups(String cell) {
    return Arrays.stream(cell.split("[;/]"))
        .map(Plain::oneLine)
        .filter(group -> !group.isEmpty())
        .distinct()
        .toList();
  }

  private static String number(Map<String, String> cells, String column) {
    return PhoneNumbers.normalised(cells.getOrDefault(column, "")).orElse(null);
  }

  private static String optional(Map<String, String> cells, String column) {
    String cell = Plain.oneLine(cells.getOrDefault(column, ""));
    return cell.isEmpty() ? null : cell;
  }

  /**
   * Two rows are one person when name and number agree, or name and address where there is no
   * number: a household shares a number and stays several people.
   */
  private static Set<String> keys(Person person) {
    String name = person.name().toLowerCase(Locale.ROOT);
    Set<String> keys = new HashSet<>();
    for (String number : Arrays.asList(person.phone(), person.alternate())) {
      if (number != null) {
        keys.add(name + "|" + number);
      }
    }
    if (keys.isEmpty()) {
      keys.add(name + "|" + person.address());
    }
    return keys;
  }
}
