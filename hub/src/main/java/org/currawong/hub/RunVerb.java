package org.currawong.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.currawong.domain.Realm;
import org.currawong.hub.node.HubNode;
import org.currawong.hub.node.HubPlan;
import org.currawong.hub.node.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: the real hub. */
@Command(
    name = "run",
    description = {
      "Runs the hub until it is stopped. Without people it prints a one-time set-up code.",
      "Not a replacement for official warnings or Triple Zero (000)."
    })
final class RunVerb implements Callable<Integer> {
  private static final String AGAIN = "start it again when the mains are back";

  private final Terminal terminal;

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(names = "--data", paramLabel = "DIR", description = "data folder (default: ./data)")
  private Path data = DataFolder.DEFAULT;

  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "PART",
      description = "core, inference, radio, field (default: all)")
  private List<String> roles = List.of();

  RunVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Set<String> parts = parts();
    var effective = settings.settings(terminal);
    try (DataFolder folder = DataFolder.open(data, Realm.LIVE, "run")) {
      HubPlan plan =
          HubPlan.live(folder.path(), effective, Clock.system(ZoneId.systemDefault()))
              .withParts(parts);
      refuseOnLowBattery(plan);
      HubNode node = HubNode.launch(plan);
      HubAddress.write(folder.path(), node.address());
      node.notes().forEach(note -> terminal.err().println("currawong: " + note));
      terminal.err().println("currawong: parts " + String.join(", ", parts));
      terminal.out().println("console " + node.address().resolve("console"));
      node.setupCode()
          .ifPresent(
              code ->
                  terminal
                      .out()
                      .println("set up at " + node.address().resolve("setup") + " with " + code));
      if (Serving.untilStopped(node, () -> {})) {
        terminal.err().println("currawong: stopped on low battery; " + AGAIN);
        return Exit.LOW_BATTERY;
      }
      return Exit.DONE;
    } catch (IOException unusable) {
      throw Failure.failed(unusable.getMessage());
    }
  }

  private static void refuseOnLowBattery(HubPlan plan) throws InterruptedException {
    HubNode.tooLowToStart(plan)
        .ifPresent(
            why -> {
              throw Failure.lowBattery("not started, for the UPS says: " + why + "; " + AGAIN);
            });
  }

  private Set<String> parts() {
    Set<String> parts = new LinkedHashSet<>(roles.isEmpty() ? HubPlan.ALL_PARTS : roles);
    for (String part : parts) {
      if (!HubPlan.ALL_PARTS.contains(part)) {
        throw Failure.usage("\"" + part + "\" is no part: core, inference, radio or field");
      }
    }
    if (!parts.equals(HubPlan.ALL_PARTS)) {
      throw Failure.usage("this version runs all parts in one process: leave --roles away");
    }
    return parts;
  }
}
