package org.currawong.incidentlog;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code log/hub.pub}: {@code use epoch base64}.
 *
 * @param use a {@link KeyUse}'s word
 * @param key 32 raw bytes (RFC 8032)
 */
public record PublicKeyLine(String use, int epoch, byte[] key) {

  private static final Pattern FORM =
      Pattern.compile("([a-z-]{1,32}) ([1-9][0-9]{0,8}) ([A-Za-z0-9+/]{43}=)");

  /** The line without its LF. */
  public String text() {
    return use + " " + epoch + " " + base64();
  }

  String base64() {
    return Base64.getEncoder().encodeToString(key);
  }

  static Optional<PublicKeyLine> parse(String line) {
    Matcher m = FORM.matcher(line);
    if (!m.matches()) {
      return Optional.empty();
    }
    byte[] key = Base64.getDecoder().decode(m.group(3));
    PublicKeyLine parsed = new PublicKeyLine(m.group(1), Integer.parseInt(m.group(2)), key);
    return Optional.of(parsed).filter(k -> k.text().equals(line)); // one way to write it
  }

  /** The lines of a whole file up to the first that is none. */
  static List<PublicKeyLine> parseAll(String file) {
    List<PublicKeyLine> keys = new ArrayList<>();
    for (String line : file.split("\n", -1)) {
      Optional<PublicKeyLine> key = parse(line);
      if (key.isEmpty()) {
        break;
      }
      keys.add(key.get());
    }
    return keys;
  }
}
