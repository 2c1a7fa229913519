package org.currawong.hub.settings;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The settings as they stand after the file, the environment and the command line were laid over
 * the defaults. Later ones win: default, file, environment, {@code -D}.
 */
public final class EffectiveSettings {
  private static final String HIDDEN = "(hidden)";
  private static final String DEFAULT = "default";
  private static final int FILE_ORDINAL = 200;
  private static final int ENVIRONMENT_ORDINAL = 300;
  private static final int COMMAND_LINE_ORDINAL = 400;

  private final SmallRyeConfig config;
  private final List<String> faults;

  private EffectiveSettings(SmallRyeConfig config, List<String> faults) {
    this.config = config;
    this.faults = faults;
  }

  /**
   * Lays the sources over each other and notes names that no setting has.
   *
   * @param file what the settings file holds, empty where there is none
   * @param environment all of the environment; only names that begin with {@code CURRAWONG_} are
   *     ours
   * @param commandLine what {@code -D} gave
   */
  public static EffectiveSettings of(
      Map<String, String> file, Map<String, String> environment, Map<String, String> commandLine) {
    List<String> faults = new ArrayList<>();
    Map<String, String> variables = ownVariables(environment, faults);
    file.keySet().forEach(name -> unknown(name, "hub.properties", faults));
    commandLine.keySet().forEach(name -> unknown(name, "-D", faults));
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(
                source(file, "hub.properties", FILE_ORDINAL),
                source(variables, "environment", ENVIRONMENT_ORDINAL),
                source(commandLine, "command line", COMMAND_LINE_ORDINAL))
            .build();
    return new EffectiveSettings(config, faults);
  }

  /**
   * All settings, typed.
   *
   * @throws BadSettings naming every unknown name and every impossible value at once
   */
  public Settings settings() throws BadSettings {
    List<String> all = new ArrayList<>(faults);
    Keys.ALL.forEach(key -> value(key, all));
    if (value(Keys.WEB_TLS_CERT, new ArrayList<>()).isPresent()
        != value(Keys.WEB_TLS_KEY, new ArrayList<>()).isPresent()) {
      all.add("web.tls.cert and web.tls.key go together: set both or neither");
    }
    if (!all.isEmpty()) {
      throw new BadSettings(all);
    }
    Settings settings = Settings.of(this);
    try {
      settings.stream();
    } catch (IllegalArgumentException stream) {
      throw new BadSettings(List.of(stream.getMessage()));
    }
    return settings;
  }

  /**
   * One line of {@code config show}: a setting, its text with secrets hidden, and where that came
   * from.
   */
  public record Shown(String name, String value, String from, String meaning) {}

  /** Every setting as it stands. */
  public List<Shown> shown() {
    List<Shown> lines = new ArrayList<>();
    for (Key<?> key : Keys.ALL) {
      ConfigValue set = config.getConfigValue(key.name());
      boolean isSet = set.getValue() != null && !set.getValue().isBlank();
      String text = isSet ? set.getValue().strip() : key.fallback();
      String shown = key.secret() && !text.isEmpty() ? HIDDEN : text;
      lines.add(new Shown(key.name(), shown, isSet ? from(set) : DEFAULT, key.meaning()));
    }
    return lines;
  }

  /** The value of a setting that has a default. */
  <T> T required(Key<T> key) {
    return optional(key).orElseThrow();
  }

  /** The value of a setting that may be left out. */
  <T> Optional<T> optional(Key<T> key) {
    return key.read(config.getConfigValue(key.name()).getValue());
  }

  private <T> Optional<T> value(Key<T> key, List<String> into) {
    try {
      return optional(key);
    } catch (IllegalArgumentException impossible) {
      String why = key.secret() ? "can't be read" : impossible.getMessage();
      into.add(key.name() + " " + why);
      return Optional.empty();
    }
  }

  private static Map<String, String> ownVariables(
      Map<String, String> environment, List<String> faults) {
    Map<String, String> byVariable = new LinkedHashMap<>();
    Keys.ALL.forEach(key -> byVariable.put(key.variable(), key.name()));
    Map<String, String> found = new LinkedHashMap<>();
    environment.forEach(
        (variable, value) -> {
          if (byVariable.containsKey(variable)) {
            found.put(byVariable.get(variable), value);
          } else if (variable.startsWith(Key.VARIABLE_PREFIX)) {
            faults.add(sentence(variable, "the environment", List.copyOf(byVariable.keySet())));
          }
        });
    return found;
  }

  private static void unknown(String name, String where, List<String> faults) {
    if (Keys.named(name).isEmpty()) {
      faults.add(sentence(name, where, Keys.ALL.stream().<String>map(Key::name).toList()));
    }
  }

  private static String sentence(String name, String where, List<String> names) {
    String hint = Nearest.to(name, names).map(near -> "; did you mean " + near + "?").orElse("");
    return name + " (" + where + ") is not a setting" + hint;
  }

  private static String from(ConfigValue set) {
    return switch (set.getConfigSourceOrdinal()) {
      case FILE_ORDINAL -> "hub.properties";
      case ENVIRONMENT_ORDINAL -> "environment";
      default -> "command line";
    };
  }

  private static ConfigSource source(Map<String, String> values, String name, int ordinal) {
    return new PropertiesConfigSource(values, name, ordinal);
  }
}
