package org.currawong.console.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A plain form ({@code application/x-www-form-urlencoded}) as the tree that JSON would give: a dot
 * in a name leads into an object, a name given twice makes a list.
 */
final class FormBody {

  /** The composer with a dozen languages sends about 80. */
  private static final int MOST_FIELDS = 400;

  private static final int MOST_DEPTH = 4;

  private FormBody() {}

  static ObjectNode read(byte[] body) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    String text = new String(body, StandardCharsets.ISO_8859_1);
    if (text.isEmpty()) {
      return root;
    }
    String[] pairs = text.split("&");
    if (pairs.length > MOST_FIELDS) {
      throw Fault.of(422, "the form has too many fields");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      put(root, name, value);
    }
    return root;
  }

  private static void put(ObjectNode root, String name, String value) {
    String[] steps = name.split("\\.", -1);
    if (steps.length > MOST_DEPTH) {
      throw Fault.of(422, "the form is nested too deeply");
    }
    ObjectNode at = root;
    for (int i = 0; i < steps.length - 1; i++) {
      JsonNode next = at.get(steps[i]);
      at = next instanceof ObjectNode object ? object : at.putObject(steps[i]);
    }
    String last = steps[steps.length - 1];
    switch (at.get(last)) {
      case ArrayNode list -> list.add(value);
      case TextNode first -> at.putArray(last).add(first).add(value);
      case null, default -> at.put(last, value);
    }
  }

  private static String decoded(String s) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(s.length());
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '%') {
        out.write(hex(s, i));
        i += 2;
      } else {
        out.write(c == '+' ? ' ' : c);
      }
    }
    return Fields.utf8(out.toByteArray());
  }

  private static int hex(String s, int at) {
    boolean whole = at + 2 < s.length();
    int high = whole ? Character.digit(s.charAt(at + 1), 16) : -1;
    int low = whole ? Character.digit(s.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0) {
      throw Fault.of(422, "the form is not encoded as a form");
    }
    return high << 4 | low;
  }
}
