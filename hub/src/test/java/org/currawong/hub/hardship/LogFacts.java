package org.currawong.hub.hardship;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of a log as anybody can read them: no class of the product's is used. */
public record LogFacts(List<JsonNode> facts) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the segments; a last line without its end is left out. */
  public static LogFacts read(Path data) throws IOException {
    List<JsonNode> facts = new ArrayList<>();
    for (Path segment : Folder.files(data.resolve("log"))) {
      if (segment.toString().endsWith(".log")) {
        String text = Files.readString(segment);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
          if (!line.startsWith("#")) {
            facts.add(JSON.readTree(line.substring(line.indexOf(' ') + 1)));
          }
        }
      }
    }
    return new LogFacts(facts);
  }

  public Stream<JsonNode> of(String type) {
    return facts.stream().filter(f -> f.path("type").asText().equals(type));
  }

  /** Facts of a type about one alert. */
  List<JsonNode> about(String type, String alert) {
    return of(type).filter(f -> f.path("alert").asText().equals(alert)).toList();
  }

  Optional<JsonNode> one(String type, String alert) {
    return about(type, alert).stream().findFirst();
  }
}
