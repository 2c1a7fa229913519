package org.currawong.channels.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Polygons and circles as CAP writes them, which the schema does not check: WGS 84, latitude first,
 * a polygon of at least four points whose last is its first, a radius in kilometres.
 */
public final class CapShape {

  /** Fewest points of a polygon, the closing one included. */
  public static final int FEWEST_POINTS = 4;

  /** More points than any community's area needs; a bound for readers' sake. */
  public static final int MOST_POINTS = 10_000;

  private static final double MOST_LATITUDE = 90;
  private static final double MOST_LONGITUDE = 180;

  /** Half the earth's circumference: no circle on it is wider. */
  private static final double MOST_RADIUS_KM = 20_038;

  private static final Pattern POINT =
      Pattern.compile("[-+]?\\d{1,3}(\\.\\d{1,12})?,[-+]?\\d{1,3}(\\.\\d{1,12})?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,12})?");

  private CapShape() {}

  /** What is wrong with a polygon; empty when it is right. */
  public static List<String> polygonFaults(String polygon) {
    String[] points = polygon.strip().split("\\s+");
    List<String> faults = new ArrayList<>();
    if (points.length < FEWEST_POINTS || points.length > MOST_POINTS) {
      faults.add("a polygon has 4 to " + MOST_POINTS + " points, this has " + points.length);
    }
    if (!points[0].equals(points[points.length - 1])) {
      faults.add("the polygon is not closed: its last point is not its first");
    }
    for (String point : points) {
      if (!isPoint(point)) {
        faults.add("not latitude,longitude: " + point);
        break;
      }
    }
    return faults;
  }

  /** What is wrong with a circle; empty when it is right. */
  public static List<String> circleFaults(String circle) {
    String[] parts = circle.strip().split("\\s+");
    boolean right =
        parts.length == 2
            && isPoint(parts[0])
            && NUMBER.matcher(parts[1]).matches()
            && Double.parseDouble(parts[1]) <= MOST_RADIUS_KM;
    return right ? List.of() : List.of("not latitude,longitude radius in km: " + circle);
  }

  private static boolean isPoint(String point) {
    if (!POINT.matcher(point).matches()) {
      return false;
    }
    String[] pair = point.split(",");
    return Math.abs(Double.parseDouble(pair[0])) <= MOST_LATITUDE
        && Math.abs(Double.parseDouble(pair[1])) <= MOST_LONGITUDE;
  }
}
