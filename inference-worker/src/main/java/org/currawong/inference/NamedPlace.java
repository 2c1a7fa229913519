package org.currawong.inference;

import java.util.List;
import org.currawong.domain.report.Placed;

/**
 * A place that reports may name.
 *
 * @param name as it is shown
 * @param lat WGS 84 degrees, -90 to 90
 * @param lon WGS 84 degrees, -180 to 180
 * @param people who live there; 0 where not known
 * @param alternates other spellings and names, postcodes too
 */
public record NamedPlace(String name, double lat, double lon, int people, List<String> alternates) {

  /**
   * Checks the coordinates.
   *
   * @throws IllegalArgumentException if the name is blank or a coordinate is out of range
   */
  public NamedPlace {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a place without a name");
    }
    if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException("no such coordinates: " + lat + ", " + lon);
    }
    alternates = List.copyOf(alternates);
  }

  Placed placed() {
    return new Placed(name, lat, lon);
  }
}
