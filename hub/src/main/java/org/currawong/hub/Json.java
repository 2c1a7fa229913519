package org.currawong.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * JSON of command-line results and of calls to a hub. Facts have their own form, in {@code
 * incident-log}.
 */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** One line of JSON. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException notAValue) {
      throw new IllegalArgumentException(
          "can't be written as JSON: " + value.getClass(), notAValue);
    }
  }

  /** The tree of this text; a missing node where it is not JSON. */
  public static JsonNode tree(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      return tree == null ? MAPPER.missingNode() : tree;
    } catch (JsonProcessingException notJson) {
      return MAPPER.missingNode();
    }
  }
}
