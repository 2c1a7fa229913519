package org.currawong.hub.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.currawong.hub.settings.Settings;

/** Looks at everything that a hub needs and changes nothing. */
public final class Doctor {

  private static final Path DEVICES = Path.of("/dev");

  private final Tool tool;
  private final Path devices;
  private final Clock clock;

  Doctor(Tool tool, Path devices, Clock clock) {
    this.tool = tool;
    this.devices = devices;
    this.clock = clock;
  }

  /** The doctor of this machine. */
  public static Doctor here() {
    return new Doctor(Tool.installed(), DEVICES, Clock.systemUTC());
  }

  /** One finding for each thing, in the order in which a person would mend them. */
  public List<Finding> look(Settings settings, Path data) throws InterruptedException {
    Machine machine = new Machine(tool, devices);
    Folder folder = new Folder(data);
    List<Finding> all = new ArrayList<>();
    all.add(machine.java(Runtime.version().feature(), Runtime.version().toString()));
    all.addAll(folder.look(clock.instant()));
    all.addAll(Ports.look(settings, folder.held()));
    all.add(machine.synchronisation());
    all.addAll(Languages.look(settings.hub().languages()));
    all.add(machine.printer());
    all.addAll(machine.serialPorts());
    all.addAll(Peers.look(settings, clock));
    return all;
  }
}
