package org.currawong.domain.report;

/**
 * A place, as found in a report or set by a person.
 *
 * @param lat WGS 84 degrees, -90 to 90, {@code null} when only the name is known
 * @param lon WGS 84 degrees, -180 to 180, {@code null} when only the name is known
 */
public record Placed(String name, Double lat, Double lon) {

  private static final double EARTH_KM = 6371.0;

  public boolean located() {
    return lat != null && lon != null;
  }

  /** Great-circle distance in kilometres; infinite when either has no coordinates. */
  public double kilometresTo(Placed other) {
    if (!located() || other == null || !other.located()) {
      return Double.POSITIVE_INFINITY;
    }
    double dLat = Math.toRadians(other.lat - lat) / 2;
    double dLon = Math.toRadians(other.lon - lon) / 2;
    double across = Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat));
    double h = Math.pow(Math.sin(dLat), 2) + across * Math.pow(Math.sin(dLon), 2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
