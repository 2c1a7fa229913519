package org.currawong.hub;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.currawong.hub.settings.BadSettings;
import org.currawong.hub.settings.EffectiveSettings;
import org.currawong.hub.settings.SettingsFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code config show} and {@code config check}. */
@Command(
    name = "config",
    description = "Shows or checks the settings: hub.properties, CURRAWONG_… variables, -D.")
final class ConfigVerb {
  private ConfigVerb() {}

  /** The verb with its two halves. */
  static CommandLine of(Terminal terminal) {
    return new CommandLine(new ConfigVerb())
        .addSubcommand(new Show(terminal))
        .addSubcommand(new Check(terminal));
  }

  @Command(name = "show", description = "Shows every setting as it stands, secrets hidden.")
  private static final class Show implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private SettingsOptions options;

    @Option(names = "--json", description = "as one JSON object")
    private boolean json;

    Show(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      EffectiveSettings effective = options.effective(terminal);
      if (json) {
        Map<String, String> byName = new LinkedHashMap<>();
        effective.shown().forEach(line -> byName.put(line.name(), line.value()));
        terminal.out().println(Json.text(byName));
      } else {
        effective.shown().forEach(line -> terminal.out().println(row(line)));
      }
      return report(effective, terminal);
    }
  }

  @Command(
      name = "check",
      description = "Checks a settings file; names what is wrong and the nearest right name.")
  private static final class Check implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "the settings file")
    private Path file;

    Check(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      try {
        Map<String, String> values = SettingsFile.read(file);
        int exit = report(EffectiveSettings.of(values, Map.of(), Map.of()), terminal);
        if (exit == Exit.DONE) {
          terminal.out().println(file + ": " + values.size() + " set, all good");
        }
        return exit;
      } catch (BadSettings bad) {
        return complain(bad, terminal);
      }
    }
  }

  private static int report(EffectiveSettings effective, Terminal terminal) {
    try {
      effective.settings();
      return Exit.DONE;
    } catch (BadSettings bad) {
      return complain(bad, terminal);
    }
  }

  private static int complain(BadSettings bad, Terminal terminal) {
    bad.faults().forEach(fault -> terminal.err().println("currawong: " + fault));
    return Exit.FAILED;
  }

  private static String row(EffectiveSettings.Shown line) {
    String setting = line.name() + "=" + line.value();
    return String.format("%-40s # %s: %s", setting, line.from(), line.meaning());
  }
}
