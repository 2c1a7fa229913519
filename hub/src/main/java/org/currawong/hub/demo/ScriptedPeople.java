package org.currawong.hub.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.currawong.domain.alert.Alert;
import org.currawong.hub.Json;
import org.currawong.hub.handin.HubClient;
import org.currawong.hub.node.HubNode;

/**
 * What people of the script do, over the API as anybody would: the early shift's alert that was
 * none, and the draft that a coordinator goes on with. Each is done once in a folder.
 */
final class ScriptedPeople {

  /** A recording of a minute and a half takes some seconds to make. */
  private static final Duration RENDERED = Duration.ofSeconds(60);

  private static final Duration LOOK = Duration.ofMillis(200);

  private final HubNode hub;
  private final Clock clock;
  private final List<Cast.Login> earlyShift;
  private final Cast.Login writer;

  ScriptedPeople(HubNode hub, Clock clock, List<Cast.Login> earlyShift, Cast.Login writer) {
    this.hub = hub;
    this.clock = clock;
    this.earlyShift = List.copyOf(earlyShift);
    this.writer = writer;
  }

  /**
   * One writes that the dam has burst, two approve.
   *
   * @throws IOException when the hub does not take it, saying why
   */
  void falseAlarm() throws IOException, InterruptedException {
    String alert = DemoTown.falseAlarm(clock.instant());
    if (known(alert).isPresent()) {
      return;
    }
    HubClient author = signedIn(earlyShift.getFirst());
    String path = "/api/alerts/" + author.draft(alert);
    author.call(path + "/submit", "{}");
    Map<String, String> yes =
        Map.of("manifest", manifest(alert), "confirm", Json.tree(alert).at("/area/name").asText());
    for (Cast.Login other : earlyShift.subList(1, earlyShift.size())) {
      signedIn(other).call(path + "/approvals", Json.text(yes));
    }
  }

  private String manifest(String alert) throws IOException, InterruptedException {
    for (long left = RENDERED.dividedBy(LOOK); left > 0; left--) {
      Optional<String> manifest = known(alert).map(Alert::manifest);
      if (manifest.isPresent()) {
        return manifest.get();
      }
      Thread.sleep(LOOK);
    }
    throw new IOException("it was not rendered within " + RENDERED.toSeconds() + " s");
  }

  /**
   * One of them stops it. The reason goes to the log alone.
   *
   * @throws IOException when the hub does not take it, saying why
   */
  void withdraw() throws IOException, InterruptedException {
    Optional<Alert> alarm = known(DemoTown.falseAlarm(clock.instant()));
    if (alarm.isPresent()) {
      Map<String, String> stop =
          Map.of("kind", "withdrawn", "reason", "the duty engineer: the dam has not burst");
      signedIn(earlyShift.get(1))
          .call("/api/alerts/" + alarm.get().id() + "/withdrawal", Json.text(stop));
    }
  }

  /**
   * Leaves the flood's draft.
   *
   * @throws IOException when the hub does not take it, saying why
   */
  void draft() throws IOException, InterruptedException {
    String alert = DemoTown.alert(clock.instant());
    if (known(alert).isEmpty()) {
      signedIn(writer).draft(alert);
    }
  }

  private Optional<Alert> known(String alert) {
    String headline = Json.tree(alert).path("headline").asText();
    return hub.read(
        state ->
            state.alerts().stream().filter(a -> headline.equals(a.draft().headline())).findFirst());
  }

  private HubClient signedIn(Cast.Login who) throws IOException, InterruptedException {
    HubClient client = new HubClient(hub.address());
    if (!(client.signIn(who.name(), who.password()) instanceof HubClient.SignIn.Done)) {
      throw new IOException(who.name() + " of the script could not sign in");
    }
    return client;
  }
}
