package org.currawong.console.pages;

import java.time.Duration;
import org.currawong.console.http.Ask;
import org.currawong.domain.Role;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.AlertStatus;

/** What this person may do with this alert now; the core checks each of it again. */
final class AlertForms {

  /** As the core wants it for an approval (CONTRACT.md). */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Times times;

  AlertForms(Times times) {
    this.times = times;
  }

  Html of(Ask ask, AlertPage.Seen seen) {
    Alert a = seen.alert();
    return switch (a.state()) {
      case DRAFT -> drafting(ask, a);
      case SUBMITTED, APPROVED -> vetting(ask, a).and(editing(ask, a));
      case RELEASED, EXPIRED, WITHDRAWN -> stopping(ask, a);
    };
  }

  private static Html drafting(Ask ask, Alert a) {
    if (!ask.has(Role.COORDINATOR)) {
      return Html.of("<section class=\"card\"><p>A coordinator is still writing it.</p></section>");
    }
    boolean drafter = a.drafters().contains(ask.actor().id());
    return Html.of(
        """
        <section class="card"><h2>Next</h2>
        <a class="button second" href="/console/alerts/{}/edit">Go on writing</a>
        <form method="post" action="/api/alerts/{}/submit" data-send>{}
        <div class="faults" role="alert" tabindex="-1"></div>{}</form></section>
        """,
        a.id(),
        a.id(),
        Layout.csrf(ask),
        drafter
            ? Html.of("<button>Ask two people to approve it</button>")
            : Html.of("<p class=\"soft\">One of its writers submits it.</p>"));
  }

  private static Html editing(Ask ask, Alert a) {
    return Html.of(
            "<section class=\"card\"><a class=\"button second\" href=\"/console/alerts/{}/edit\">"
                + "Change the words</a><p class=\"soft\">A change takes back every approval.</p>"
                + "</section>",
            a.id())
        .when(ask.has(Role.COORDINATOR));
  }

  private Html vetting(Ask ask, Alert a) {
    if (!ask.has(Role.COORDINATOR) && !ask.has(Role.RADIO)) {
      return Html.NONE;
    }
    String why = hindrance(ask, a);
    Html approve =
        why == null
            ? approve(ask, a)
            : Html.of("<p>{}</p>", why)
                .and(
                    Html.of(
                            "<p><a class=\"button\" href=\"/sign-in?then=/console/alerts/{}\">Sign"
                                + " in again</a></p>",
                            a.id())
                        .when(stale(ask)));
    return Html.of(
        """
        <section class="card"><h2>Say yes or no</h2>{}
        <form method="post" action="/api/alerts/{}/rejections" data-send>{}
        <div class="faults" role="alert" tabindex="-1"></div>
        <label for="why">No, because</label>
        <input id="why" name="reason" required maxlength="1000" autocomplete="off">
        <button class="second">Send it back</button></form></section>
        """,
        approve,
        a.id(),
        Layout.csrf(ask));
  }

  /** Why this person can't approve now, or {@code null}. */
  private String hindrance(Ask ask, Alert a) {
    if (a.drafters().contains(ask.actor().id())) {
      return "You wrote in it, so two others must approve it.";
    }
    if (a.approvals().stream().anyMatch(p -> p.by().equals(ask.actor().id()))) {
      return "You have said yes. A second person is needed.";
    }
    if (!a.rendered()) {
      return "Wait until everything that will go out is made; this page shows it by itself.";
    }
    return stale(ask) ? "To approve, sign in again: your sign-in is older than 5 minutes." : null;
  }

  private boolean stale(Ask ask) {
    return ask.session().signedInAt().plus(FRESH).isBefore(times.now());
  }

  private static Html approve(Ask ask, Alert a) {
    boolean live = a.draft().status() == AlertStatus.ACTUAL;
    Html typed =
        Html.of(
                """
                <label for="confirm">Type the area's name: <bdi>{}</bdi></label>
                <input id="confirm" name="confirm" required autocomplete="off" autocapitalize="none"
                  spellcheck="false" maxlength="500">
                """,
                a.draft().area().name())
            .when(live);
    return Html.of(
        """
        <p>Listen to the recording and read every text first.</p>
        <form method="post" action="/api/alerts/{}/approvals" data-send>{}
        <div class="faults" role="alert" tabindex="-1"></div>
        <input type="hidden" name="manifest" value="{}">{}
        <button>{}</button></form>
        """,
        a.id(),
        Layout.csrf(ask),
        a.manifest(),
        typed,
        live
            ? a.state() == AlertState.APPROVED ? "Approve: it goes out now" : "Approve"
            : "Approve the exercise");
  }

  private static Html stopping(Ask ask, Alert a) {
    boolean explained = a.state() == AlertState.WITHDRAWN && a.withdrawal().kind().needsTwo();
    Html back =
        Html.of(
                "<section class=\"card\"><a class=\"button stop\""
                    + " href=\"/console/alerts/{}/withdraw\">{}</a></section>",
                a.id(),
                a.state() == AlertState.WITHDRAWN ? "Say what it was" : "Take it back…")
            .when(ask.has(Role.COORDINATOR) && !explained);
    Html renew =
        Html.of(
                "<section class=\"card\"><a class=\"button\" href=\"/console/alerts/new?renew={}\">"
                    + "Renew it</a><p class=\"soft\">The same words with later times, as a new draft"
                    + " for two others to approve.</p></section>",
                a.id())
            .when(ask.has(Role.COORDINATOR) && a.state() != AlertState.WITHDRAWN);
    return renew.and(back);
  }
}
