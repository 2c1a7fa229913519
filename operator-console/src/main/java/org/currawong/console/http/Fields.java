package org.currawong.console.http;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.currawong.domain.Decision;
import org.currawong.domain.Word;

/** The fields of a body. Faults are gathered, so that a person sees all of them at once. */
public final class Fields {

  /** A draft nests three deep; more is somebody's test of our stack. */
  private static final int MOST_DEPTH = 12;

  private static final int LONGEST_NUMBER = 40;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectNode node;
  private final boolean form;
  private final String prefix;
  private final List<Decision.Reason> faults;
  private final Set<String> seen = new HashSet<>();

  private Fields(ObjectNode node, boolean form, String prefix, List<Decision.Reason> faults) {
    this.node = node;
    this.form = form;
    this.prefix = prefix;
    this.faults = faults;
  }

  /**
   * Reads a body.
   *
   * @throws Fault 415 for another type, 422 for bytes that are no UTF-8, 400 for broken JSON
   */
  public static Fields read(byte[] body, String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).split(";")[0];
    return switch (type.strip()) {
      case "application/x-www-form-urlencoded" ->
          new Fields(FormBody.read(body), true, "", new ArrayList<>());
      case "application/json", "" -> json(body);
      default -> throw Fault.of(415, "send application/json or a plain form");
    };
  }

  private static Fields json(byte[] body) {
    String text = utf8(body);
    if (text.isBlank()) {
      return new Fields(JsonNodeFactory.instance.objectNode(), false, "", new ArrayList<>());
    }
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        return new Fields(object, false, "", new ArrayList<>());
      }
      throw Fault.of(400, "a JSON object is wanted");
    } catch (JsonProcessingException e) {
      throw Fault.of(400, "this is not JSON: " + firstLine(e.getOriginalMessage()));
    }
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw Fault.of(422, "the text is not UTF-8");
    }
  }

  /** True for a plain form, where an empty field means none. */
  public boolean form() {
    return form;
  }

  /** A text, or {@code null} when it is missing or, in a form, blank; longer is a fault. */
  public String text(String name, int mostCharacters) {
    JsonNode n = take(name);
    if (n == null) {
      return null;
    }
    if (!n.isTextual()) {
      fault(name, "a text is wanted");
      return null;
    }
    String value = n.textValue();
    if (value.length() > mostCharacters) {
      fault(name, "at most " + mostCharacters + " characters");
      return null;
    }
    return form && value.isBlank() ? null : form ? value.replace("\r\n", "\n") : value;
  }

  /** As {@link #text}, but missing or blank is a fault too; never {@code null}. */
  public String required(String name, int mostCharacters) {
    String value = text(name, mostCharacters);
    if (value == null || value.isBlank()) {
      fault(name, "it is missing");
      return "";
    }
    return value;
  }

  /** A number from {@code low} to {@code high}, or {@code null} when it is missing. */
  public Double number(String name, double low, double high) {
    JsonNode n = take(name);
    if (n == null || form && n.asText().isBlank()) {
      return null;
    }
    Double value = parsed(n);
    if (value == null || !(value >= low && value <= high)) {
      fault(name, "a number from " + low + " to " + high + " is wanted");
      return null;
    }
    return value;
  }

  private Double parsed(JsonNode n) {
    try {
      return n.isNumber() || form ? Double.valueOf(n.asText().strip()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A time, RFC 3339 with offset; a form may leave the offset out and means {@code zone}. */
  public Instant time(String name, ZoneId zone) {
    String value = text(name, 64);
    if (value == null) {
      return null;
    }
    try {
      boolean local = form && value.strip().matches("[0-9T:.-]+");
      return local
          ? LocalDateTime.parse(value.strip()).atZone(zone).toInstant()
          : OffsetDateTime.parse(value.strip()).toInstant();
    } catch (DateTimeException e) {
      fault(name, "a time such as 2026-11-23T17:30:00+11:00 is wanted");
      return null;
    }
  }

  /** One of the words of {@code type}, or {@code null} when it is missing. */
  public <E extends Enum<E> & Word> E word(String name, Class<E> type) {
    String value = text(name, 64);
    if (value == null) {
      return null;
    }
    return Word.find(type, value)
        .orElseGet(
            () -> {
              List<String> words = Arrays.stream(type.getEnumConstants()).map(Word::word).toList();
              fault(name, "one of " + String.join(", ", words) + " is wanted");
              return null;
            });
  }

  /** A list of texts; {@code null} when it is missing. A form's single value is a list of one. */
  public List<String> texts(String name, int most, int mostCharacters) {
    JsonNode n = take(name);
    if (n == null) {
      return null;
    }
    List<String> values = new ArrayList<>();
    if (form && n.isTextual()) {
      values.add(n.textValue());
    } else if (n.isArray()) {
      n.forEach(v -> values.add(v.isTextual() ? v.textValue() : null));
    } else {
      fault(name, "a list is wanted");
      return null;
    }
    boolean wrong = values.stream().anyMatch(v -> v == null || v.length() > mostCharacters);
    if (values.size() > most || wrong) {
      fault(name, "a list of at most " + most + " short texts is wanted");
      return null;
    }
    return form ? values.stream().filter(v -> !v.isBlank()).toList() : values;
  }

  /** The fields inside an object; {@code null} when it is missing. */
  public Fields inside(String name) {
    JsonNode n = take(name);
    if (n instanceof ObjectNode object) {
      return new Fields(object, form, prefix + name + ".", faults);
    }
    if (n != null) {
      fault(name, "an object is wanted");
    }
    return null;
  }

  /** What stands under {@code name} as it came, or {@code null}. */
  public JsonNode raw(String name) {
    return take(name);
  }

  /** Names of all fields, at most {@code most}. */
  public List<String> names(int most) {
    List<String> names = new ArrayList<>();
    Iterator<String> all = node.fieldNames();
    while (all.hasNext()) {
      names.add(all.next());
    }
    if (names.size() > most) {
      fault("", "at most " + most + " entries");
      return List.of();
    }
    return names;
  }

  public void fault(String name, String reason) {
    faults.add(new Decision.Reason(prefix + name, reason));
  }

  /** Says which fields nobody asked for; a name mistyped must not be lost in silence. */
  public void refuseUnknown(Set<String> tolerated) {
    for (String name : names(Integer.MAX_VALUE)) {
      if (!seen.contains(name) && !tolerated.contains(name)) {
        fault(name, "there is no such field");
      }
    }
  }

  /**
   * Ends the reading.
   *
   * @throws Fault 422 with all that was wrong
   */
  public void check() {
    if (!faults.isEmpty()) {
      throw Fault.fields(422, faults);
    }
  }

  private JsonNode take(String name) {
    seen.add(name);
    JsonNode n = node.get(name);
    return n == null || n.isNull() ? null : n;
  }
}
