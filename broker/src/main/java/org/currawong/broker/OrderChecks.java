package org.currawong.broker;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.ArtefactName;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.ReleaseDocument;
import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/**
 * What an order must pass before anything of it leaves, in this order (HOUSE.md section 5). Each is
 * told by name when it refuses. The times come last: an order that fails there alone is authentic.
 */
final class OrderChecks {
  /** No single person ever speaks to everyone, whatever a document says. */
  private static final int LIVE_APPROVALS = 2;

  static final String NOT_BEFORE = "not-before";
  static final String EXPIRES = "expires";

  /** The checks that look at the bytes themselves. */
  static final Set<String> OF_BYTES = Set.of("artefact", "correction");

  /** Ids become names of files: no path, no hidden file, no control character. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");

  private OrderChecks() {}

  /**
   * One check.
   *
   * @param name for the log and for tests
   * @param rule true if the order passes
   */
  record Check(String name, Rule rule) {}

  /** What a check looks at: the order, the desk's own settings, the time. */
  @FunctionalInterface
  interface Rule {
    boolean holds(Examined order, DeskConfig desk, Instant now);
  }

  static final List<Check> ALL =
      List.of(
          new Check("ids", (e, desk, now) -> ids(e)),
          new Check("kind", (e, desk, now) -> e.order().correction() == e.withdrawal().isPresent()),
          new Check("signature", (e, desk, now) -> signed(e, desk.key())),
          new Check("realm", (e, desk, now) -> e.ofRealm(desk.realm())),
          new Check("status", (e, desk, now) -> status(e, desk.realm())),
          new Check("hub", (e, desk, now) -> hub(e, desk.hub())),
          new Check("epoch", (e, desk, now) -> epoch(e, desk.epoch())),
          new Check("withdrawal", (e, desk, now) -> withdrawal(e)),
          new Check("way", (e, desk, now) -> way(e, desk.way())),
          new Check("repeats", (e, desk, now) -> repeats(e)),
          new Check("recipients", (e, desk, now) -> recipients(e.order())),
          new Check("digest", (e, desk, now) -> digest(e)),
          new Check("artefact", (e, desk, now) -> named(e)),
          new Check("artefact-way", (e, desk, now) -> artefactOf(e, desk.way())),
          new Check("correction", (e, desk, now) -> approvedBefore(e)),
          new Check("approvals", (e, desk, now) -> approvals(e)),
          new Check("withdrawers", (e, desk, now) -> withdrawers(e)),
          new Check(NOT_BEFORE, (e, desk, now) -> !now.isBefore(e.notBefore())),
          new Check(EXPIRES, (e, desk, now) -> now.isBefore(e.expires())));

  private static boolean ids(Examined e) {
    return ID.matcher(e.order().id()).matches()
        && ID.matcher(e.order().alert()).matches()
        && e.order().recipients().stream().allMatch(r -> ID.matcher(r.id()).matches());
  }

  private static boolean signed(Examined e, ReleaseKey key) {
    return key.verifies(e.document().signed()) && key.verifies(e.release().signed());
  }

  private static boolean status(Examined e, Realm realm) {
    AlertStatus status = e.release().says().status();
    return switch (realm) {
      case LIVE -> status == AlertStatus.ACTUAL;
      case EXERCISE -> status == AlertStatus.EXERCISE;
      case TEST -> status == AlertStatus.TEST;
      // A demonstration shows all of them, on files and loopback alone.
      case DEMO -> true;
    };
  }

  private static boolean hub(Examined e, String hub) {
    return e.document().hub().equals(hub) && e.release().hub().equals(hub);
  }

  private static boolean epoch(Examined e, int epoch) {
    return e.document().epoch() == epoch && e.release().epoch() == epoch;
  }

  /** A withdrawal takes back the release that came with it, and the order is of that alert. */
  private static boolean withdrawal(Examined e) {
    return e.order().alert().equals(e.release().says().alert())
        && e.withdrawal().stream()
            .allMatch(
                w ->
                    w.manifest().equals(e.release().manifest())
                        && w.alert().equals(e.release().says().alert()));
  }

  private static boolean way(Examined e, String way) {
    return e.order().way().equals(way) && e.way(way).isPresent();
  }

  private static boolean repeats(Examined e) {
    int allowed = e.way(e.order().way()).map(ReleaseDocument.WayOut::repeats).orElse(0);
    return e.order().repeats() >= 1 && e.order().repeats() <= allowed;
  }

  /** Nobody is added, and nobody is named twice. */
  private static boolean recipients(Order order) {
    Set<Recipient> named = Set.copyOf(order.named());
    Set<String> ids = new HashSet<>();
    return order.recipients().stream().allMatch(r -> named.contains(r) && ids.add(r.id()));
  }

  private static boolean digest(Examined e) {
    String digest = ReleaseDocument.digest(e.release().says().salt(), e.order().named());
    return e.way(e.order().way()).stream().anyMatch(w -> w.digest().equals(digest));
  }

  /** The document names these bytes under this name. */
  static boolean named(Examined e) {
    return ref(e.artefacts(), e)
        .filter(a -> a.sha256().equals(e.hash()) && a.bytes() == e.order().bytes().length)
        .isPresent();
  }

  private static Optional<ArtefactRef> ref(List<ArtefactRef> among, Examined e) {
    return among.stream()
        .filter(a -> a.name().equals(e.order().artefact()) && a.type().equals(e.order().type()))
        .findFirst();
  }

  /** The list of people for the printer never goes to the feed. */
  private static boolean artefactOf(Examined e, String way) {
    return ArtefactName.of(e.order().artefact()).goesBy(way);
  }

  /** A correction's words were approved with the alert; only the CAP Cancel is made later. */
  private static boolean approvedBefore(Examined e) {
    return e.withdrawal().isEmpty()
        || e.order().way().equals("cap")
        || ref(e.release().says().corrections(), e)
            .filter(a -> a.sha256().equals(e.hash()))
            .isPresent();
  }

  private static boolean approvals(Examined e) {
    int least = e.release().realm() == Realm.LIVE ? LIVE_APPROVALS : 1;
    int needed = Math.max(least, e.release().says().approvals());
    return people(e.release().signed()) >= needed;
  }

  /** "Withdrawn, being checked" takes one person; to say that it was an error takes two. */
  private static boolean withdrawers(Examined e) {
    return e.withdrawal().stream()
        .allMatch(w -> people(e.document().signed()) >= (w.kind().needsTwo() ? 2 : 1));
  }

  private static long people(SignedRelease signed) {
    return signed.approvals().stream().map(SignedRelease.Signatory::by).distinct().count();
  }
}
