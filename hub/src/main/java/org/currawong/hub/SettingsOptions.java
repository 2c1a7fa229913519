package org.currawong.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.currawong.hub.settings.BadSettings;
import org.currawong.hub.settings.EffectiveSettings;
import org.currawong.hub.settings.Keys;
import org.currawong.hub.settings.Settings;
import org.currawong.hub.settings.SettingsFile;
import picocli.CommandLine.Option;

/** The options of every verb that reads settings. */
public final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "settings file (default: ./hub.properties if there is one)")
  private Path config;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "a setting, over file and environment")
  private final Map<String, String> overrides = new LinkedHashMap<>();

  /** The settings as they stand. */
  public EffectiveSettings effective(Terminal terminal) {
    try {
      return EffectiveSettings.of(file(), terminal.environment(), commandLine());
    } catch (BadSettings bad) {
      throw Failure.failed(bad.getMessage());
    }
  }

  /**
   * All settings, typed.
   *
   * @throws Failure naming every unknown name and impossible value
   */
  public Settings settings(Terminal terminal) {
    try {
      return effective(terminal).settings();
    } catch (BadSettings bad) {
      throw Failure.failed(bad.getMessage());
    }
  }

  private Map<String, String> file() throws BadSettings {
    if (config == null && !Files.exists(SettingsFile.DEFAULT)) {
      return Map.of();
    }
    return SettingsFile.read(config == null ? SettingsFile.DEFAULT : config);
  }

  private Map<String, String> commandLine() {
    Map<String, String> all = new LinkedHashMap<>();
    for (var key : Keys.ALL) {
      String jvmProperty = System.getProperty(key.name());
      if (jvmProperty != null) {
        all.put(key.name(), jvmProperty);
      }
    }
    all.putAll(overrides);
    return all;
  }
}
