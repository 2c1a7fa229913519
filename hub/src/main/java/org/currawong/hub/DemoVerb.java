package org.currawong.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.currawong.domain.Realm;
import org.currawong.domain.Role;
import org.currawong.hub.demo.Cast;
import org.currawong.hub.demo.DemoTown;
import org.currawong.hub.demo.FloodPlayer;
import org.currawong.hub.demo.Night;
import org.currawong.hub.demo.StandIns;
import org.currawong.hub.node.HubNode;
import org.currawong.hub.node.HubPlan;
import org.currawong.hub.node.Serving;
import org.currawong.hub.node.StoppedHub;
import org.currawong.hub.settings.BadSettings;
import org.currawong.hub.settings.EffectiveSettings;
import org.currawong.hub.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: an invented town and a flood, in a realm of their own. */
@Command(
    name = "demo",
    description = {
      "Plays a flood in an invented town until it is stopped: nothing in it is real.",
      "It reads no settings but these options, listens on this machine alone, writes files only,",
      "and everything that it makes says DEMONSTRATION. Passwords are new at each start."
    })
final class DemoVerb implements Callable<Integer> {

  /** Beside the place where a real hub keeps its own. */
  private static final Path FOLDER = Path.of("demo-data");

  private static final int MOST_PORT = 65_535;

  /** All reports within a second or so: faster shows nothing more. */
  private static final double FASTEST = 500;

  private final Terminal terminal;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port of loopback, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int port = 8480;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "10 plays the ten minutes ten times as fast (default: ${DEFAULT-VALUE})")
  private double speed = 1;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "its folder, used again if it is a demonstration's (default: ${DEFAULT-VALUE})")
  private Path data = FOLDER;

  DemoVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > MOST_PORT) {
      throw Failure.usage("--port is 0 to " + MOST_PORT);
    }
    if (!(speed > 0 && speed <= FASTEST)) {
      throw Failure.usage("--speed is more than 0 and at most " + (int) FASTEST);
    }
    DemoTown town = DemoTown.load();
    Clock clock = Clock.system(ZoneId.systemDefault());
    try (StandIns standIns = StandIns.listen(town.flood())) {
      People people = people(town, clock);
      try (DataFolder folder = DataFolder.open(data, Realm.DEMO, "demo")) {
        Settings settings = settings(standIns);
        HubPlan plan = HubPlan.demo(folder.path(), settings, town.map(), town.places(), clock);
        serve(HubNode.launch(plan), folder.path(), town, people, standIns, clock);
      }
      return Exit.DONE;
    } catch (IOException unusable) {
      throw Failure.failed(unusable.getMessage());
    }
  }

  /** Who plays, and who is played. */
  private record People(List<Cast.Login> players, List<Cast.Login> earlyShift) {}

  private People people(DemoTown town, Clock clock) throws IOException {
    try (StoppedHub hub = StoppedHub.open(data, Realm.DEMO, DemoTown.HUB_NAME, "demo", clock)) {
      Cast cast = new Cast(new SecureRandom());
      cast.directory(hub, town);
      return new People(cast.signIns(hub), cast.earlyShift(hub));
    }
  }

  private Settings settings(StandIns standIns) {
    Map<String, String> own = new HashMap<>(standIns.settings());
    own.put("hub.name", DemoTown.HUB_NAME);
    own.put("web.port", Integer.toString(port));
    try {
      return EffectiveSettings.of(Map.of(), Map.of(), own).settings();
    } catch (BadSettings never) {
      throw new IllegalStateException(never);
    }
  }

  private void serve(
      HubNode node, Path folder, DemoTown town, People people, StandIns standIns, Clock clock)
      throws IOException, InterruptedException {
    HubAddress.write(folder, node.address());
    node.notes().forEach(this::say);
    print(node, folder, people.players());
    say(
        "playing "
            + town.flood().size()
            + " reports over "
            + FloodPlayer.length(town.flood(), speed).toSeconds()
            + " s; Ctrl-C ends it");
    Cast.Login writer = people.players().getFirst();
    try (Night night = new Night(node, clock, people.earlyShift(), writer, standIns, this::say)) {
      night.play(town.flood(), speed);
      Serving.untilStopped(node, night::close);
    }
  }

  private void print(HubNode node, Path folder, List<Cast.Login> logins) {
    var out = terminal.out();
    out.println("DEMONSTRATION of an invented town: nothing here is real");
    out.println("console " + node.address().resolve("console"));
    out.println("residents " + node.address());
    for (Cast.Login login : logins) {
      String roles =
          login.roles().stream().map(Role::word).sorted().collect(Collectors.joining(","));
      out.println("sign-in " + login.name() + " " + roles + " " + login.password());
    }
    out.println("files " + folder.resolve("spool").resolve(Realm.DEMO.word()));
    out.flush();
  }

  private void say(String sentence) {
    terminal.err().println("currawong: " + sentence);
  }
}
