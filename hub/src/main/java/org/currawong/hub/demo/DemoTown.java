package org.currawong.hub.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The demonstration's town, as it ships in the jar.
 *
 * @param map GeoJSON (RFC 7946), as {@code town.map} takes it
 * @param places its own names, as {@code town.places} takes them
 * @param people its directory, as {@code people import} takes it
 * @param flood the script, in the order of its times
 */
public record DemoTown(String map, String places, String people, List<ScriptedReport> flood) {

  /** The town's name. */
  public static final String NAME = "Lantern Bend";

  /**
   * What its hub calls itself. It holds no word of the area that the scripted alert is for, so that
   * whoever hears the recording hears the place by itself.
   */
  public static final String HUB_NAME = "Tarrow Community Hub";

  private static final List<String> MOMENTS = List.of("expires", "next_update");

  public DemoTown {
    flood = List.copyOf(flood);
  }

  /**
   * Reads the town from the jar.
   *
   * @throws IllegalArgumentException when a file of it is wrong
   */
  public static DemoTown load() {
    return new DemoTown(
        text("town.geojson"),
        text("places.csv"),
        text("people.csv"),
        FloodScript.read(new StringReader(text("flood.tsv"))));
  }

  /**
   * The scripted alert as the JSON that {@code POST /api/alerts} takes.
   *
   * @param now from which its end and its next update are counted, to the minute
   */
  public static String alert(Instant now) {
    return timed("alert.json", now);
  }

  /** The alert that the early shift takes back, in the same form. */
  public static String falseAlarm(Instant now) {
    return timed("false-alarm.json", now);
  }

  private static String timed(String name, Instant now) {
    try {
      ObjectMapper json = new ObjectMapper();
      ObjectNode alert = (ObjectNode) json.readTree(text(name));
      for (String moment : MOMENTS) {
        Instant at = now.plus(Duration.parse(alert.path(moment).asText()));
        alert.put(moment, at.truncatedTo(ChronoUnit.MINUTES).toString());
      }
      return json.writeValueAsString(alert);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    try (InputStream in = DemoTown.class.getResourceAsStream("/demo/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
