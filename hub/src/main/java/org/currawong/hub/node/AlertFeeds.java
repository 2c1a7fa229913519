package org.currawong.hub.node;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.currawong.channels.cap.AtomFeed;
import org.currawong.console.Feeds;
import org.currawong.domain.Board;
import org.currawong.domain.Realm;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.text.CheckWords;
import org.currawong.routes.HubIdentity;

/** The Atom feeds of what was released: alerts of the hub's own realm, and exercises apart. */
final class AlertFeeds implements Feeds {

  /** Readers that come once a day still see the Cancel of what they saw the day before. */
  private static final Duration KEPT = Duration.ofDays(2);

  private static final int MOST_ENTRIES = 100;

  private final HubIdentity hub;
  private final Board board;

  AlertFeeds(HubIdentity hub, Board board) {
    this.hub = hub;
    this.board = board;
  }

  @Override
  public Feed feed(boolean exercise) {
    return board.read(s -> feed(s, exercise));
  }

  private Feed feed(State s, boolean exercise) {
    List<AtomFeed.Entry> entries = new ArrayList<>();
    for (Alert a : s.alerts()) {
      boolean shown = a.realm() != null && (a.realm() == Realm.EXERCISE) == exercise;
      if (shown && a.draft().expires().plus(KEPT).isAfter(s.at())) {
        entries(entries, a);
      }
    }
    entries.sort(Comparator.comparing(AtomFeed.Entry::sent).reversed());
    List<AtomFeed.Entry> newest = entries.subList(0, Math.min(MOST_ENTRIES, entries.size()));
    Instant changed = newest.isEmpty() ? s.hub().openedAt() : newest.getFirst().sent();
    AtomFeed feed =
        new AtomFeed(
            hub.hub(),
            title(exercise),
            hub.name(),
            exercise ? "/feeds/exercise.atom" : "/feeds/cap.atom",
            hub.publicUrl(),
            changed,
            CheckWords.english().words(HexFormat.of().parseHex(s.head())),
            newest);
    return new Feed(new String(feed.write(), StandardCharsets.UTF_8), changed);
  }

  private String title(boolean exercise) {
    String mark = hub.demonstration() ? "DEMONSTRATION: " : "";
    return mark + (exercise ? "EXERCISE: exercises of " : "Alerts of ") + hub.name();
  }

  private static void entries(List<AtomFeed.Entry> entries, Alert a) {
    entries.add(
        new AtomFeed.Entry(
            a.cap().identifier(),
            a.cap().msgType(),
            a.cap().sent(),
            a.draft().headline(),
            a.draft().instruction()));
    if (a.state() == AlertState.WITHDRAWN && a.withdrawal().cancel() != null) {
      entries.add(
          new AtomFeed.Entry(
              a.withdrawal().cancel().identifier(),
              a.withdrawal().cancel().msgType(),
              a.withdrawal().cancel().sent(),
              "Withdrawn: " + a.draft().headline(),
              "This message is withdrawn and is being checked."));
    }
  }
}
