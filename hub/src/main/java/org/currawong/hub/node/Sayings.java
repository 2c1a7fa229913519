package org.currawong.hub.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.currawong.channels.csv.CsvReader;

/**
 * How the voice is to read the town's own names: the column {@code say} of its list of places. A
 * list without a heading, or without that column, says nothing.
 */
public final class Sayings {

  private static final String NAME = "name";
  private static final String SAY = "say";

  private Sayings() {}

  /**
   * Reads them.
   *
   * @param places as {@code town.places} holds them, or {@code null}
   * @throws IOException when the list is no list
   */
  public static Map<String, String> of(String places) throws IOException {
    Map<String, String> sayings = new LinkedHashMap<>();
    byte[] bytes = places == null ? new byte[0] : places.getBytes(StandardCharsets.UTF_8);
    try (CsvReader reader = new CsvReader(new ByteArrayInputStream(bytes))) {
      List<String> heading = reader.next().map(CsvReader.Row::fields).orElse(List.of());
      int name = heading.indexOf(NAME);
      int say = heading.indexOf(SAY);
      Optional<CsvReader.Row> row = name < 0 || say < 0 ? Optional.empty() : reader.next();
      for (; row.isPresent(); row = reader.next()) {
        List<String> cells = row.get().fields();
        if (cells.size() > Math.max(name, say) && !cells.get(say).isBlank()) {
          sayings.put(cells.get(name), cells.get(say));
        }
      }
    }
    return sayings;
  }
}
