package org.currawong.console.pages;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.currawong.domain.Json;
import org.currawong.domain.text.Plain;

/** A piece of HTML. Everything that is not written in this code is escaped. */
public final class Html {

  /** Nothing. */
  public static final Html NONE = new Html("");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /**
   * Markup of ours with values in place of each {@code {}}: pieces of HTML as they are, anything
   * else as text, made harmless ({@link Plain#shown}) and escaped; {@code null} is nothing.
   *
   * @throws IllegalArgumentException when values and places differ in number
   */
  public static Html of(String template, Object... values) {
    StringBuilder out = new StringBuilder(template.length() + 64);
    int from = 0;
    for (Object value : values) {
      int place = template.indexOf("{}", from);
      if (place < 0) {
        throw new IllegalArgumentException("too many values for: " + template);
      }
      out.append(template, from, place).append(rendered(value));
      from = place + 2;
    }
    if (template.indexOf("{}", from) >= 0) {
      throw new IllegalArgumentException("too few values for: " + template);
    }
    return new Html(out.append(template, from, template.length()).toString());
  }

  /** A person's words for a field to be edited: escaped, and otherwise exactly as they are. */
  public static Html value(String words) {
    return new Html(words == null ? "" : escaped(words));
  }

  /** Data for a script, in an element that is never run. */
  public static Html json(Object data) {
    return new Html(Json.write(data).replace("<", "\\u003c").replace("&", "\\u0026"));
  }

  public static Html join(Stream<Html> pieces) {
    return new Html(pieces.map(p -> p.markup).collect(Collectors.joining()));
  }

  public static Html join(Collection<Html> pieces) {
    return join(pieces.stream());
  }

  /** This or nothing. */
  public Html when(boolean condition) {
    return condition ? this : NONE;
  }

  public Html and(Html more) {
    return new Html(markup + more.markup);
  }

  @Override
  public String toString() {
    return markup;
  }

  private static String rendered(Object value) {
    return switch (value) {
      case null -> "";
      case Html html -> html.markup;
      default -> escaped(Plain.shown(value.toString()));
    };
  }

  private static String escaped(String s) {
    StringBuilder out = new StringBuilder(s.length() + 16);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
