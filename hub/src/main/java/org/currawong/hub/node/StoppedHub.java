package org.currawong.hub.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decider;
import org.currawong.domain.Decision;
import org.currawong.domain.Realm;
import org.currawong.domain.Rules;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.hub.DataFolder;
import org.currawong.hub.Failure;
import org.currawong.incidentlog.Core;
import org.currawong.incidentlog.IncidentLog;

/**
 * The log and the rules of a hub that does not run, for verbs such as {@code user add}; holds the
 * folder's lock, so that a running hub is never written beside.
 */
public final class StoppedHub implements AutoCloseable {

  /** The actor that the rules know as somebody at this machine's own keyboard. */
  private static final Actor KEYBOARD = Actor.part("command-line");

  private final DataFolder folder;
  private final IncidentLog log;
  private final Core core;

  private StoppedHub(DataFolder folder, IncidentLog log, Core core) {
    this.folder = folder;
    this.log = log;
    this.core = core;
  }

  /**
   * Opens a folder, making a new log where there is none.
   *
   * @param verb what holds it, for the message to whoever comes second
   * @throws IOException when the log does not verify or can't be read
   */
  public static StoppedHub open(Path data, String verb, Clock clock) throws IOException {
    return open(data, demo(data) ? Realm.DEMO : Realm.LIVE, "hub", verb, clock);
  }

  /** Refuses a folder without a log: a mistyped name must not found a hub. */
  public static void mustExist(Path data) {
    if (!Files.isDirectory(data.resolve("log"))) {
      throw Failure.failed("there is no hub in " + data + ": name its folder with --data");
    }
  }

  /**
   * The same for a folder of a known realm.
   *
   * @param hubName what a new log's hub id is made from
   */
  public static StoppedHub open(Path data, Realm realm, String hubName, String verb, Clock clock)
      throws IOException {
    DataFolder folder = DataFolder.open(data, realm, verb);
    try {
      IncidentLog log = IncidentLog.open(folder.path(), CoreFolder.opening(hubName, realm), clock);
      Decider rules =
          new Decider(
              new Rules(java.util.Set.of(), PhraseBank.shipped(), d -> java.util.List.of()));
      return new StoppedHub(folder, log, Core.launch(log, rules, clock, (entries, todo) -> {}));
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static boolean demo(Path data) throws IOException {
    Path realm = data.resolve("realm");
    return Files.exists(realm) && Files.readString(realm).strip().equals(Realm.DEMO.word());
  }

  /** Carries a command out; it is on disk on return. */
  public Decision.Accepted carryOut(Command command) {
    return switch (core.hand(command, KEYBOARD).join()) {
      case Decision.Accepted done -> done;
      case Decision.Refused no -> throw Failure.failed(no.reasons().getFirst().reason());
      case Decision.Pending waits -> throw Failure.failed("this needs a second person");
    };
  }

  public Core core() {
    return core;
  }

  public IncidentLog log() {
    return log;
  }

  @Override
  public void close() throws IOException {
    try {
      core.close();
    } finally {
      folder.close();
    }
  }
}
