package org.currawong.hub.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.currawong.domain.Board;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Realm;
import org.currawong.domain.Role;
import org.currawong.domain.State;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.routes.HubIdentity;
import org.junit.jupiter.api.Test;

/** What readers of the feeds see of an alert, by its realm, its time and its withdrawals. */
class AlertFeedsTest {

  private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");
  private static final Pattern ENTRY =
      Pattern.compile("<entry>.*?<title>(.*?)</title>.*?</entry>", Pattern.DOTALL);
  private static final Pattern SUMMARY = Pattern.compile("<summary>(.*?)</summary>");

  private final State state = new State();
  private Instant now = START;

  private void happened(Fact fact) {
    String hash = String.format("%064x", state.n() + 1);
    state.apply(new Entry(state.n() + 1, now, hash, fact));
  }

  private void opened(Realm realm) {
    happened(new Fact.LogOpened(1, "hub", 1, realm, List.of()));
  }

  private void released(String id, Realm realm, Instant effective, String language) {
    happened(new Fact.AlertDrafted(id, 1, draft("Flood " + id, effective, language), "ana"));
    happened(new Fact.AlertSubmitted(id, 1, "ana"));
    CapMessage cap = new CapMessage("hub." + id, "Alert", now, "cap.xml");
    happened(
        new Fact.AlertRendered(
            id, 1, "d", "m", cap, List.of(), List.of(), List.of(), List.of(), null));
    happened(new Fact.AlertApproved(id, 1, "m", "ben", Role.COORDINATOR, "s", null));
    happened(new Fact.AlertReleased(id, 1, "m", realm));
  }

  private static Draft draft(String headline, Instant effective, String language) {
    return new Draft(
        AlertStatus.ACTUAL,
        null,
        null,
        null,
        null,
        null,
        headline,
        null,
        "Move up.",
        new Area("Mill Flat", null, null, null),
        effective,
        START.plus(Duration.ofHours(6)),
        null,
        List.of(language),
        null,
        null,
        null,
        null,
        null);
  }

  private void withdrawn(String id, WithdrawalKind kind) {
    now = now.plus(Duration.ofMinutes(1));
    happened(new Fact.AlertWithdrawn(id, kind, "ana", kind.needsTwo() ? "ben" : null, "why"));
    CapMessage cancel =
        new CapMessage("hub." + id + "." + kind.word(), "Cancel", now, kind.word() + ".xml");
    happened(new Fact.WithdrawalDocumented(id, "w", cancel, List.of()));
  }

  private String feed(boolean exercise, boolean demonstration) {
    HubIdentity hub =
        new HubIdentity(
            "hub",
            "Wattle Bend",
            1,
            demonstration,
            Set.of("cap"),
            ZoneId.of("Australia/Sydney"),
            null,
            1,
            "1");
    Board board =
        new Board() {
          @Override
          public <T> T read(Function<State, T> question) {
            return question.apply(state);
          }
        };
    return new AlertFeeds(hub, board, PhraseBank.shipped(), () -> now).feed(exercise).xml();
  }

  private static List<String> titles(String feed) {
    return ENTRY.matcher(feed).results().map(m -> m.group(1)).toList();
  }

  private List<String> live() {
    return titles(feed(false, false));
  }

  @Test
  void anAlertIsInTheFeedFromItsBeginningOnAndNotBefore() {
    opened(Realm.LIVE);
    Instant begins = START.plus(Duration.ofHours(1));
    released("a", Realm.LIVE, begins, "en");
    now = begins.minusMillis(1);
    assertEquals(List.of(), live());
    now = begins;
    assertEquals(List.of("Flood a"), live());
  }

  @Test
  void exercisesAreInTheirOwnFeedAloneAndEachOfThemSaysSo() {
    opened(Realm.LIVE);
    released("a", Realm.LIVE, null, "en");
    released("b", Realm.EXERCISE, null, "en");
    now = now.plusSeconds(1);
    released("c", Realm.EXERCISE, null, "vi");
    withdrawn("b", WithdrawalKind.WITHDRAWN);
    assertEquals(List.of("Flood a"), live());
    assertEquals(
        List.of(
            "EXERCISE EXERCISE EXERCISE. Withdrawn, being checked: Mill Flat",
            "EXERCISE EXERCISE EXERCISE - DIỄN TẬP. Flood c",
            "EXERCISE EXERCISE EXERCISE. Flood b"),
        titles(feed(true, false)));
  }

  @Test
  void aDemonstrationSaysSoOfEachEntry() {
    opened(Realm.DEMO);
    released("a", Realm.DEMO, null, "en");
    released("b", Realm.EXERCISE, null, "en");
    withdrawn("a", WithdrawalKind.WITHDRAWN);
    assertEquals(
        List.of("DEMONSTRATION. Withdrawn, being checked: Mill Flat", "DEMONSTRATION. Flood a"),
        titles(feed(false, true)));
    assertEquals(List.of("EXERCISE EXERCISE EXERCISE. Flood b"), titles(feed(true, true)));
  }

  @Test
  void eachCancelStandsInTheWordsOfItsKindAndASecondOneLeavesTheFirst() {
    opened(Realm.LIVE);
    released("a", Realm.LIVE, null, "en");
    withdrawn("a", WithdrawalKind.WITHDRAWN);
    withdrawn("a", WithdrawalKind.ERROR);
    assertEquals(
        List.of("Sent by mistake: Mill Flat", "Withdrawn, being checked: Mill Flat", "Flood a"),
        live());
    List<String> summaries =
        SUMMARY.matcher(feed(false, false)).results().map(AlertFeedsTest::start).toList();
    assertEquals(
        List.of(
            "The message about Mill Flat sent at 4:00 pm Monday 23 November was a mistake",
            "The message about Mill Flat sent at 4:00 pm Monday 23 November is withdrawn and is being"
                + " checked",
            "Move up"),
        summaries);
  }

  private static String start(MatchResult summary) {
    return summary.group(1).split("\\. ?", 2)[0];
  }
}
