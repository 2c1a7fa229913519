package org.currawong.hub.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The file {@code hub.properties}: Java properties in UTF-8. */
public final class SettingsFile {
  /** Where it is looked for when nobody says otherwise. */
  public static final Path DEFAULT = Path.of("hub.properties");

  /** A thousand times what all settings need; more is a wrong file. */
  private static final long LARGEST_BYTES = 1 << 20;

  private SettingsFile() {}

  /**
   * What the file says.
   *
   * @throws BadSettings if it can't be read, is too large, is not UTF-8, or sets a name twice
   */
  public static Map<String, String> read(Path file) throws BadSettings {
    String text = text(file);
    Map<String, String> values = new LinkedHashMap<>();
    Properties once =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object value) {
            if (values.putIfAbsent((String) key, (String) value) != null) {
              throw new IllegalArgumentException(key + " is set twice");
            }
            return null;
          }
        };
    try {
      once.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException malformed) {
      throw bad(file, malformed.getMessage());
    }
    return values;
  }

  private static String text(Path file) throws BadSettings {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw bad(file, "is larger than " + LARGEST_BYTES + " bytes: is it the right file?");
      }
      return Files.readString(file);
    } catch (CharacterCodingException notUtf8) {
      throw bad(file, "is not UTF-8 text");
    } catch (IOException unreadable) {
      throw bad(file, "can't be read (" + unreadable.getClass().getSimpleName() + ")");
    }
  }

  private static BadSettings bad(Path file, String why) {
    return new BadSettings(List.of(file + ": " + why));
  }
}
