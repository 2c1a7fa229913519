package org.currawong.domain;

import java.util.Map;

/** Writes the few JSON documents that are signed: once, compact, keys in the order given. */
public final class Json {

  private Json() {}

  /** Maps, iterables, strings, numbers, booleans and null as JSON (RFC 8259). */
  public static String write(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, Object value) {
    switch (value) {
      case null -> out.append("null");
      case Number n -> out.append(n);
      case Boolean b -> out.append(b);
      case Map<?, ?> m -> object(out, m);
      case Iterable<?> i -> array(out, i);
      default -> string(out, value.toString());
    }
  }

  private static void object(StringBuilder out, Map<?, ?> map) {
    String before = "{";
    for (Map.Entry<?, ?> e : map.entrySet()) {
      out.append(before);
      string(out, e.getKey().toString());
      out.append(':');
      append(out, e.getValue());
      before = ",";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private static void array(StringBuilder out, Iterable<?> values) {
    out.append('[');
    String before = "";
    for (Object v : values) {
      out.append(before);
      append(out, v);
      before = ",";
    }
    out.append(']');
  }

  private static void string(StringBuilder out, String s) {
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c) && unpaired(s, i)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean unpaired(String s, int i) {
    return Character.isHighSurrogate(s.charAt(i))
        ? i + 1 >= s.length() || !Character.isLowSurrogate(s.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(s.charAt(i - 1));
  }
}
