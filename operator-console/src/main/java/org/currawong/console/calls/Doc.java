package org.currawong.console.calls;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object in the order in which it is written. */
public final class Doc {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** A field; {@code null} is written as null. */
  public Doc put(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  /** For the writer; not copied. */
  public Map<String, Object> fields() {
    return fields;
  }
}
