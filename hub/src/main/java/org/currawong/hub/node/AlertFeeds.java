package org.currawong.hub.node;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.currawong.channels.cap.AtomFeed;
import org.currawong.console.Feeds;
import org.currawong.domain.Board;
import org.currawong.domain.Realm;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.phrase.CorrectionWords;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.text.CheckWords;
import org.currawong.routes.HubIdentity;

/** The Atom feeds of what was released: alerts of the hub's own realm, and exercises apart. */
final class AlertFeeds implements Feeds {

  /** Readers that come once a day still see the Cancel of what they saw the day before. */
  private static final Duration KEPT = Duration.ofDays(2);

  private static final int MOST_ENTRIES = 100;

  private final HubIdentity hub;
  private final Board board;
  private final PhraseBank phrases;
  private final InstantSource clock;

  AlertFeeds(HubIdentity hub, Board board, PhraseBank phrases, InstantSource clock) {
    this.hub = hub;
    this.board = board;
    this.phrases = phrases;
    this.clock = clock;
  }

  @Override
  public Feed feed(boolean exercise) {
    return board.read(s -> feed(s, exercise));
  }

  private Feed feed(State s, boolean exercise) {
    List<AtomFeed.Entry> entries = new ArrayList<>();
    Instant now = clock.instant();
    for (Alert a : s.alerts()) {
      boolean shown = a.realm() != null && (a.realm() == Realm.EXERCISE) == exercise;
      if (shown && a.begun(now) && a.draft().expires().plus(KEPT).isAfter(now)) {
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

  private void entries(List<AtomFeed.Entry> entries, Alert a) {
    entries.add(
        new AtomFeed.Entry(
            a.cap().identifier(),
            a.cap().msgType(),
            a.cap().sent(),
            mark(a) + a.draft().headline(),
            a.draft().instruction()));
    a.withdrawals().stream()
        .filter(w -> w.cancel() != null)
        .forEach(w -> entries.add(cancel(a, w)));
  }

  /** In the fixed words of its kind, as every other way out says it. */
  private AtomFeed.Entry cancel(Alert a, Alert.Withdrawal w) {
    CorrectionWords words =
        said(a, w, a.draft().firstLanguage())
            .or(() -> said(a, w, PhraseBank.REFERENCE))
            .orElseThrow();
    return new AtomFeed.Entry(
        w.cancel().identifier(),
        w.cancel().msgType(),
        w.cancel().sent(),
        mark(a) + words.headline(),
        words.text());
  }

  private Optional<CorrectionWords> said(Alert a, Alert.Withdrawal w, String language) {
    return CorrectionWords.of(phrases, a, w.kind(), hub.zone(), language);
  }

  /** Readers show entries, not what stands over them. */
  private String mark(Alert a) {
    String kind =
        a.realm() == Realm.EXERCISE ? "exercise" : hub.demonstration() ? "demonstration" : null;
    return kind == null
        ? ""
        : phrases.wordsOrEnglish("mark." + kind, a.draft().firstLanguage()).orElseThrow() + ". ";
  }
}
