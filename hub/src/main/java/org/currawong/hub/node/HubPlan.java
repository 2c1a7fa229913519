package org.currawong.hub.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.currawong.console.ConsoleSettings;
import org.currawong.domain.Realm;
import org.currawong.hub.settings.Settings;
import org.currawong.radio.icecast.IcecastWay;

/**
 * What a hub is to be, before anything of it is opened.
 *
 * @param data its folder; the caller holds its lock
 * @param realm {@code LIVE} or {@code DEMO}: what alerts of status Actual are released as
 * @param map GeoJSON of the town, or {@code null}
 * @param places the town's own names as lines of CSV ({@code name,lat,lon,alternates,kind,say}), or
 *     {@code null}
 * @param parts that run in this process
 * @param brokerNumber the number in {@code vm://n}: 0 but where several hubs share a process
 * @param reportsInAll how many reports it takes in a minute, whoever sends them
 */
public record HubPlan(
    Path data,
    Realm realm,
    Settings settings,
    String map,
    String places,
    Set<String> parts,
    Clock clock,
    int brokerNumber,
    int reportsInAll) {

  /** Everything that a hub can be. */
  public static final Set<String> ALL_PARTS = Set.of("core", "inference", "radio", "field");

  /** Ways out that this version can have; but the stream each writes files. */
  static final List<String> WAYS = List.of("cap", IcecastWay.WAY, "print", "radio", "sms");

  /** Those of them that people hear. */
  static final Set<String> SPOKEN = Set.of("radio", "icecast");

  /** A GeoJSON of a town is some 100 KB; more would not draw on an old machine. */
  private static final long MOST_MAP_BYTES = 4L << 20;

  /** A real hub with all its parts. */
  public static HubPlan live(Path data, Settings settings, Clock clock) throws IOException {
    return new HubPlan(
        data,
        Realm.LIVE,
        settings,
        text(settings.town().map().orElse(null)),
        text(settings.town().places().orElse(null)),
        ALL_PARTS,
        clock,
        0,
        ConsoleSettings.REPORTS_IN_ALL);
  }

  /** A demonstration over files and loopback, of a town that is not real. */
  public static HubPlan demo(Path data, Settings settings, String map, String places, Clock clock) {
    return new HubPlan(
        data,
        Realm.DEMO,
        settings,
        map,
        places,
        ALL_PARTS,
        clock,
        0,
        ConsoleSettings.REPORTS_IN_ALL);
  }

  /** The same hub with some of its parts. */
  public HubPlan withParts(Set<String> some) {
    return new HubPlan(
        data, realm, settings, map, places, Set.copyOf(some), clock, brokerNumber, reportsInAll);
  }

  /** The same hub beside others in one process. */
  public HubPlan withBroker(int number) {
    return new HubPlan(data, realm, settings, map, places, parts, clock, number, reportsInAll);
  }

  /** The same hub with another bound for all senders together, reports a minute. */
  public HubPlan withReportsInAll(int most) {
    return new HubPlan(data, realm, settings, map, places, parts, clock, brokerNumber, most);
  }

  private static String text(Path file) throws IOException {
    if (file == null) {
      return null;
    }
    if (Files.size(file) > MOST_MAP_BYTES) {
      throw new IOException(file + " is longer than " + MOST_MAP_BYTES + " bytes");
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** Ways out of this hub: a stream only where settings name its server, and never in a demo. */
  List<String> ways() {
    boolean streams = settings.icecast().url().isPresent() && !demonstration();
    return WAYS.stream().filter(way -> streams || !way.equals(IcecastWay.WAY)).toList();
  }

  boolean demonstration() {
    return realm == Realm.DEMO;
  }

  /** The realms of this hub's releases: its own, and exercises. */
  Set<Realm> realms() {
    return Set.of(realm, Realm.EXERCISE);
  }

  /** Times are told to people in the clock's zone: the machine's own. */
  ZoneId zone() {
    return clock.getZone();
  }

  /** The folder of one way out: live things at the top, every other realm under its name. */
  Path spool(Realm its, String way) {
    Path spool = data.resolve("spool");
    return (its == Realm.LIVE ? spool : spool.resolve(its.word())).resolve(way);
  }

  Set<String> realmWords() {
    Set<String> words = new TreeSet<>();
    realms().forEach(r -> words.add(r.word()));
    return words;
  }
}
