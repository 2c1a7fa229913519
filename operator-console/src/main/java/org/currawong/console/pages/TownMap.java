package org.currawong.console.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Urgency;

/**
 * The town as a drawing, from GeoJSON (RFC 7946): no tiles, no other server. A feature's {@code
 * kind} (water, stream, road, zone, site) chooses its look, its {@code name} is written beside it.
 */
final class TownMap {

  private static final double WIDTH = 640;
  private static final double MARGIN = 12;

  /** Names stand beside their point, clear of a mark on it. */
  private static final double BESIDE = 10;

  /** A line or area with fewer corners can't be seen. */
  private static final int LEAST_CORNERS = 2;

  private final JsonNode features;
  private double west = 180;
  private double east = -180;
  private double south = 90;
  private double north = -90;

  /** Something to be marked on the map. */
  record Mark(String href, String words, Placed place, Urgency urgency) {}

  private TownMap(JsonNode features) {
    this.features = features;
    features.forEach(f -> grow(f.path("geometry").path("coordinates")));
  }

  /**
   * Reads a map.
   *
   * @return {@code null} for none
   * @throws IllegalArgumentException when the text is no GeoJSON
   */
  static TownMap of(String geoJson) {
    if (geoJson == null) {
      return null;
    }
    try {
      JsonNode root = new ObjectMapper().readTree(geoJson);
      if (!root.path("features").isArray() || root.path("features").isEmpty()) {
        throw new IllegalArgumentException("the map of the town holds no features");
      }
      return new TownMap(root.path("features"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the map of the town is not GeoJSON", e);
    }
  }

  private void grow(JsonNode coordinates) {
    if (coordinates.path(0).isNumber()) {
      west = Math.min(west, coordinates.get(0).asDouble());
      east = Math.max(east, coordinates.get(0).asDouble());
      south = Math.min(south, coordinates.path(1).asDouble());
      north = Math.max(north, coordinates.path(1).asDouble());
    } else {
      coordinates.forEach(this::grow);
    }
  }

  /** The drawing with its marks; each mark is a link. */
  Html draw(List<Mark> marks) {
    List<Html> shapes = new ArrayList<>();
    List<Html> names = new ArrayList<>();
    List<Label> written = new ArrayList<>();
    for (JsonNode f : features) {
      shapes.add(shape(f));
      Label label = label(f);
      if (label != null && written.stream().noneMatch(label::hides)) {
        written.add(label);
        names.add(
            Html.of(
                "<text x=\"{}\" y=\"{}\">{}</text>",
                round(label.x()),
                round(label.y()),
                label.words()));
      }
    }
    List<Mark> seen = marks.stream().filter(m -> m.place() != null && m.place().located()).toList();
    return Html.of(
        "<svg class=\"town\" viewBox=\"0 0 {} {}\" role=\"group\" data-west=\"{}\" data-east=\"{}\""
            + " data-north=\"{}\" data-south=\"{}\" data-margin=\"{}\" aria-label=\"Map of the town"
            + " with {} reports\">{}{}{}</svg>",
        round(WIDTH),
        round(height()),
        west,
        east,
        north,
        south,
        MARGIN,
        seen.size(),
        Html.join(shapes),
        Html.join(names),
        Html.join(seen.stream().map(this::mark)));
  }

  private Html shape(JsonNode feature) {
    String css = css(feature);
    JsonNode geometry = feature.path("geometry");
    JsonNode at = geometry.path("coordinates");
    return switch (geometry.path("type").asText()) {
      case "Polygon" -> path(css, at.path(0), true);
      case "MultiPolygon" -> Html.join(each(at).map(p -> path(css, p.path(0), true)));
      case "LineString" -> path(css, at, false);
      case "MultiLineString" -> Html.join(each(at).map(l -> path(css, l, false)));
      case "Point" ->
          Html.of("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"3\"/>", css, x(at), y(at));
      default -> Html.NONE;
    };
  }

  private static java.util.stream.Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static String css(JsonNode feature) {
    return switch (feature.path("properties").path("kind").asText()) {
      case "water", "lake", "river" ->
          feature.path("geometry").path("type").asText().contains("Line") ? "stream" : "water";
      case "stream", "creek" -> "stream";
      case "road", "street", "bridge" -> "road";
      case "site", "place", "building" -> "site";
      default ->
          switch (feature.path("geometry").path("type").asText()) {
            case "Point" -> "site";
            case "LineString", "MultiLineString" -> "road";
            default -> "zone";
          };
    };
  }

  private Html path(String css, JsonNode corners, boolean closed) {
    if (corners.size() < LEAST_CORNERS) {
      return Html.NONE;
    }
    StringBuilder d = new StringBuilder();
    for (JsonNode corner : corners) {
      d.append(d.isEmpty() ? "M" : "L").append(x(corner)).append(' ').append(y(corner));
    }
    return Html.of("<path class=\"{}\" d=\"{}\"/>", css, closed ? d.append('Z') : d);
  }

  /** A name where it would stand; {@code null} for a feature without one. */
  private Label label(JsonNode feature) {
    String name = feature.path("properties").path("name").asText("");
    JsonNode at = feature.path("geometry").path("coordinates");
    while (at.path(0).isArray()) {
      at = at.path(at.size() / 2);
    }
    if (name.isEmpty() || !at.path(0).isNumber()) {
      return null;
    }
    double x = x(at.path(0).asDouble()) + BESIDE;
    return new Label(name, x, y(at.path(1).asDouble()) - BESIDE / 2);
  }

  /** A name on the map; one that would lie on an earlier name is left out. */
  private record Label(String words, double x, double y) {

    /** About as wide as a letter of the size in the style sheet, and as high as a line. */
    private static final double LETTER = 8;

    private static final double LINE = 16;

    boolean hides(Label other) {
      return words.equals(other.words)
          || Math.abs(y - other.y) < LINE
              && x < other.x + other.words.length() * LETTER
              && other.x < x + words.length() * LETTER;
    }
  }

  private Html mark(Mark m) {
    return Html.of(
        "<a href=\"{}\"><circle class=\"dot {}\" cx=\"{}\" cy=\"{}\" r=\"7\"><title>{}: {}</title>"
            + "</circle></a>",
        m.href(),
        m.urgency() == null ? "" : m.urgency().word(),
        round(x(m.place().lon())),
        round(y(m.place().lat())),
        Labels.of(m.urgency()),
        m.words());
  }

  private double height() {
    double degrees = Math.max(1e-9, (east - west) * Math.cos(Math.toRadians((south + north) / 2)));
    double ratio = Math.max(1e-9, north - south) / degrees;
    return WIDTH * Math.min(1.2, Math.max(0.4, ratio));
  }

  private double x(double lon) {
    double inner = WIDTH - 2 * MARGIN;
    return clamped(MARGIN + (lon - west) / Math.max(1e-9, east - west) * inner, WIDTH);
  }

  private double y(double lat) {
    double inner = height() - 2 * MARGIN;
    return clamped(MARGIN + (north - lat) / Math.max(1e-9, north - south) * inner, height());
  }

  /** What lies beyond the map stands at its edge. */
  private static double clamped(double value, double most) {
    return Math.max(0, Math.min(most, value));
  }

  private String x(JsonNode point) {
    return round(x(point.path(0).asDouble()));
  }

  private String y(JsonNode point) {
    return round(y(point.path(1).asDouble()));
  }

  private static String round(double v) {
    return String.format(Locale.ROOT, "%.1f", v);
  }
}
