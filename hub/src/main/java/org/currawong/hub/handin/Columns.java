package org.currawong.hub.handin;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a file holds which field of a report. */
public final class Columns {
  /** Names of columns and the fields of {@code POST /api/reports} that they fill. */
  private static final Map<String, String> FIELDS =
      Map.of("text", "text", "lang", "lang", "place", "place", "from", "caller", "at", "at");

  /** The hub believes these two only from somebody it knows. */
  private static final List<String> SIGNED_IN_ONLY = List.of("from", "at");

  private final Map<String, Integer> positions;

  private Columns(Map<String, Integer> positions) {
    this.positions = positions;
  }

  /**
   * Finds the columns in the file's first row.
   *
   * @param header the first row
   * @param renamed our name → the file's name, as {@code --columns text=message} gives it
   * @throws IllegalArgumentException naming what is missing or unknown, and the columns that there
   *     are
   */
  public static Columns of(List<String> header, Map<String, String> renamed) {
    for (String ours : renamed.keySet()) {
      if (!FIELDS.containsKey(ours)) {
        throw new IllegalArgumentException(
            "--columns knows text, lang, place, from, at; not \"" + ours + "\"");
      }
    }
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (String ours : List.of("text", "lang", "place", "from", "at")) {
      int position = position(header, renamed.getOrDefault(ours, ours));
      if (position >= 0) {
        positions.put(ours, position);
      } else if (renamed.containsKey(ours) || ours.equals("text")) {
        throw new IllegalArgumentException(
            "no column \""
                + renamed.getOrDefault(ours, ours)
                + "\"; the first row has: "
                + String.join(", ", header)
                + "; --columns text=NAME says which one holds the text");
      }
    }
    return new Columns(positions);
  }

  /** The first column that only a signed-in person may hand in, if the file has one. */
  public Optional<String> needsSignIn() {
    return SIGNED_IN_ONLY.stream().filter(positions::containsKey).findFirst();
  }

  /**
   * The report in this row, as the fields of {@code POST /api/reports}; blank ones are left out.
   *
   * @throws IllegalArgumentException saying why the row holds none
   */
  public Map<String, String> report(List<String> row) {
    Map<String, String> report = new LinkedHashMap<>();
    positions.forEach(
        (ours, position) -> {
          String value = position < row.size() ? row.get(position) : "";
          if (!value.isBlank()) {
            report.put(FIELDS.get(ours), value);
          }
        });
    if (!report.containsKey("text")) {
      throw new IllegalArgumentException("no text");
    }
    if (report.containsKey("at")) {
      report.put("at", time(report.get("at")));
    }
    return report;
  }

  private static String time(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toString();
    } catch (DateTimeParseException notATime) {
      throw new IllegalArgumentException(
          "\"at\" is not a time with an offset, such as 2026-11-23T16:10:00+11:00");
    }
  }

  private static int position(List<String> header, String name) {
    List<String> names = new ArrayList<>();
    header.forEach(field -> names.add(field.strip().toLowerCase(java.util.Locale.ROOT)));
    return names.indexOf(name.strip().toLowerCase(java.util.Locale.ROOT));
  }
}
