package org.currawong.console.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.currawong.console.accounts.Right;
import org.currawong.console.calls.AlertJson;
import org.currawong.console.http.Ask;
import org.currawong.domain.Board;
import org.currawong.domain.Escalation;
import org.currawong.domain.Role;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;

/** What every screen of staff says aloud, whoever did it and whatever page is open. */
final class Alarms {

  /** A withdrawal is news to everybody for this long. */
  private static final Duration WITHDRAWN = Duration.ofHours(1);

  /** A second person has this long (CONTRACT.md, withdrawal). */
  private static final Duration ASKED = Duration.ofMinutes(30);

  /** So long before its end an alert is to be renewed or let go (SAFETY.md, section 1). */
  private static final Duration ENDING = Duration.ofMinutes(30);

  private final Board board;
  private final Times times;
  private final Rings rings;

  Alarms(Board board, Times times) {
    this.board = board;
    this.times = times;
    this.rings = new Rings(times);
  }

  Html of(Ask ask) {
    boolean links = Right.READ_ALERTS.roles().stream().anyMatch(ask::has);
    List<Html> all = board.read(s -> all(s, ask, links));
    return Html.of(
        """
        <div id="bell" class="bell" hidden><span role="status"></span>
        <button type="button" class="quiet">Sound off for 5 minutes</button></div>
        <div id="alarm" role="alert" data-live="Alert Alarm Delivery Report Withdrawal">{}</div>
        """,
        Html.join(all));
  }

  private List<Html> all(State s, Ask ask, boolean links) {
    List<Html> all = new ArrayList<>(rings.lives(s, ask));
    for (Alert a : s.alerts()) {
      waiting(all, s, ask, a, links);
      rings.red(all, s, ask, a);
      told(all, s, ask, a, links);
    }
    return all;
  }

  /** Grows with each step, in words and in size, and goes to more people. */
  private void waiting(List<Html> all, State s, Ask ask, Alert a, boolean links) {
    int step = Escalation.step(s, a, times.now());
    if (Escalation.told(step).stream().noneMatch(ask::has)) {
      return;
    }
    Html what =
        Html.of(
            "urgent, and has waited {} for {}",
            times.since(a.changedAt()),
            a.state() == AlertState.APPROVED ? "its second approval" : "two approvals");
    all.add(line(a, links, "step-" + step, step > 0, what, Html.NONE));
  }

  private void told(List<Html> all, State s, Ask ask, Alert a, boolean links) {
    Instant now = times.now();
    if (a.withdrawal() != null && now.isBefore(a.withdrawal().at().plus(WITHDRAWN))) {
      all.add(
          Rings.once(
              s,
              ask,
              a,
              links,
              "withdrawn:" + a.id() + ":" + a.withdrawal().n(),
              Html.of(
                  "taken back {} by {}: {}",
                  times.brief(a.withdrawal().at()),
                  AlertJson.name(s, a.withdrawal().by()),
                  Labels.of(a.withdrawal().kind()))));
    }
    if (a.asked() != null && awaited(a) && now.isBefore(a.asked().at().plus(ASKED))) {
      String who = AlertJson.name(s, a.asked().by());
      Html what = Html.of("{} asks a second person to take it back", who);
      String key = "asked:" + a.id() + ":" + a.asked().at().getEpochSecond();
      all.add(Rings.once(s, ask, a, links, key, what));
    }
    if (a.state() == AlertState.RELEASED && now.isAfter(a.draft().expires().minus(ENDING))) {
      all.add(
          Rings.once(
              s,
              ask,
              a,
              links,
              "ends:" + a.id(),
              Html.of("ends {}: {}", times.brief(a.draft().expires()), renew(ask, a))));
    }
  }

  private static Html renew(Ask ask, Alert a) {
    return ask.has(Role.COORDINATOR)
        ? Html.of("<a href=\"/console/alerts/new?renew={}\">renew it</a>", a.id())
        : Html.of("a coordinator may renew it");
  }

  private static boolean awaited(Alert a) {
    return a.withdrawal() == null || !a.withdrawal().kind().needsTwo();
  }

  /**
   * One line about an alert.
   *
   * @param ring whether it sounds
   * @param act a form, or nothing
   */
  static Html line(Alert a, boolean link, String css, boolean ring, Html what, Html act) {
    // The line goes on after it.
    String said = a.draft().headline().strip().replaceFirst("[.。]$", "");
    Html headline = Html.of("<bdi>{}</bdi>", said);
    Html name =
        link ? Html.of("<a href=\"/console/alerts/{}\">{}</a>", a.id(), headline) : headline;
    return Html.of(
        "<div class=\"alarm-line {}\"{}><p>{}{}: {}.</p>{}</div>",
        css,
        Html.of(" data-ring").when(ring),
        Html.of("EXERCISE ").when(LevelMark.exercise(a.draft())),
        name,
        what,
        act);
  }
}
