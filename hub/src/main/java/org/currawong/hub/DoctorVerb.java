package org.currawong.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.currawong.hub.doctor.Doctor;
import org.currawong.hub.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: what of this machine is fit for a hub, and what to do about the rest. */
@Command(
    name = "doctor",
    description = {
      "Looks at ports, data folder, disk, clock, languages, printer, serial ports, and at Ollama",
      "and the UPS where settings name them. Changes nothing. Exit code 1 if anything fails."
    })
final class DoctorVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(names = "--data", paramLabel = "DIR", description = "data folder (default: ./data)")
  private Path data = DataFolder.DEFAULT;

  @Option(names = "--json", description = "as JSON, one object a line")
  private boolean json;

  DoctorVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Finding> all = Doctor.here().look(settings.settings(terminal), data);
    all.forEach(f -> terminal.out().println(json ? object(f) : f.line()));
    boolean failed = all.stream().anyMatch(f -> f.level() == Finding.Level.FAIL);
    return failed ? Exit.FAILED : Exit.DONE;
  }

  private static String object(Finding f) {
    return Json.text(
        Map.of("level", f.level().word(), "about", f.about(), "says", f.says(), "mend", f.mend()));
  }
}
