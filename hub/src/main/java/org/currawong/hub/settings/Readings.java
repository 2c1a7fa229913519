package org.currawong.hub.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.currawong.hardware.ups.UpsdAddress;

/** How the text of a setting becomes a value. Each throws with words that complete "web.port …". */
final class Readings {
  /** A name on screens, sheets and in CAP's sender; longer ones break the printed header. */
  private static final int LONGEST_TEXT = 200;

  /** It stands in each line of the log about it. */
  private static final int LONGEST_UPS = 100;

  private static final int HIGHEST_PORT = 65_535;
  private static final Set<String> ISO_639_1 = Set.of(Locale.getISOLanguages());

  private Readings() {}

  static String text(String text) {
    if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "must be one line of at most " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  static Function<String, Integer> between(int least, int most) {
    return text -> {
      try {
        int value = Integer.parseInt(text);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException notANumber) {
        // said below
      }
      throw new IllegalArgumentException(
          "must be a whole number from " + least + " to " + most + ", not \"" + text + "\"");
    };
  }

  static Function<String, Integer> port() {
    return between(0, HIGHEST_PORT);
  }

  static Path path(String text) {
    return Path.of(text);
  }

  static URI http(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (java.net.URISyntaxException notAnAddress) {
      // said below
    }
    throw new IllegalArgumentException(
        "must be an address like http://host:port, without a name or password in it");
  }

  static String host(String text) {
    if (text.matches("[A-Za-z0-9.:_\\[\\]-]+")) {
      return text;
    }
    throw new IllegalArgumentException(
        "must be a host name or an address, such as 127.0.0.1 or 0.0.0.0");
  }

  static String upsd(String text) {
    return UpsdAddress.of(host(text)).toString();
  }

  /** As in a section of {@code ups.conf}. */
  static String upsName(String text) {
    if (text.matches("[A-Za-z0-9._-]{1," + LONGEST_UPS + "}")) {
      return text;
    }
    throw new IllegalArgumentException(
        "must be a name as in ups.conf: letters, digits, dots, hyphens, at most " + LONGEST_UPS);
  }

  static Boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false, not \"" + text + "\"");
    };
  }

  static List<String> languages(String text) {
    List<String> codes =
        Stream.of(text.split(",", -1))
            .map(String::strip)
            .filter(code -> !code.isEmpty())
            .distinct()
            .toList();
    for (String code : codes) {
      if (!ISO_639_1.contains(code)) {
        throw new IllegalArgumentException(
            "holds \"" + code + "\", which is not a two-letter ISO 639-1 code such as en or vi");
      }
    }
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("must name at least one language");
    }
    return codes;
  }
}
