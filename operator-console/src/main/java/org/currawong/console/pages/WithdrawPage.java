package org.currawong.console.pages;

import org.currawong.console.calls.Words;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Reply;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.phrase.CorrectionWords;

/** Two clear choices: stop it now alone, or say with a second person that it was wrong. */
public final class WithdrawPage {

  private final AlertPage alerts;
  private final Layout layout;
  private final Times times;
  private final java.time.ZoneId zone;

  WithdrawPage(AlertPage alerts, Layout layout, Times times, java.time.ZoneId zone) {
    this.alerts = alerts;
    this.layout = layout;
    this.times = times;
    this.zone = zone;
  }

  /** {@code GET /console/alerts/{id}/withdraw}. */
  public Reply choose(Ask ask) {
    AlertPage.Seen seen = alerts.look(ask);
    Alert a = seen.alert();
    if (a.releasedAt() == null) {
      return Reply.seeOther("/console/alerts/" + a.id());
    }
    return layout.page(
        ask,
        "Take it back",
        LevelMark.mood(a.draft()),
        Html.of(
            """
            {}<p><a href="/console/alerts/{}">Back to the alert</a></p>
            <h1>Take back: <bdi>{}</bdi></h1>
            <p>Everybody to whom it was sent is told, and nothing more of it leaves. It never says
            that another service's warning is over.</p>{}
            <div class="choices">{}{}</div>
            """,
            LevelMark.banner(a.draft()),
            a.id(),
            a.draft().headline(),
            asked(seen),
            stopNow(ask, a).when(a.state() != AlertState.WITHDRAWN),
            wrong(ask, a)));
  }

  private Html asked(AlertPage.Seen seen) {
    Alert.WithdrawalAsk ask = seen.alert().asked();
    return ask == null
        ? Html.NONE
        : Html.of(
            "<p class=\"bad\" role=\"alert\">{} has asked for \"{}\" {}. If you choose the same and"
                + " are somebody else, it is done.</p>",
            seen.name(ask.by()),
            Labels.of(ask.kind()),
            times.ago(ask.at()));
  }

  private Html stopNow(Ask ask, Alert a) {
    return Html.of(
        """
        <section class="choice now"><h2>Stop it now</h2>
        <p><strong>You alone are enough.</strong> People are told:</p><blockquote>{}</blockquote>
        <form method="post" action="/api/alerts/{}/withdrawal" data-send>{}
        <div class="faults" role="alert" tabindex="-1"></div>
        <input type="hidden" name="kind" value="withdrawn">
        <label for="r1">Why <small>(for the log only)</small></label>
        <input id="r1" name="reason" required maxlength="1000" autocomplete="off">
        <button class="stop">Stop it now</button></form></section>
        """,
        said(a, WithdrawalKind.WITHDRAWN),
        a.id(),
        Layout.csrf(ask));
  }

  private Html wrong(Ask ask, Alert a) {
    return Html.of(
        """
        <section class="choice"><h2>It was wrong, or is replaced</h2>
        <p><strong>Two people are needed.</strong> The second has 30 minutes.</p>
        <form method="post" action="/api/alerts/{}/withdrawal" data-send>{}
        <div class="faults" role="alert" tabindex="-1"></div><fieldset><legend>People are told</legend>
        <label><input type="radio" name="kind" value="error" required> {}</label>
        <label><input type="radio" name="kind" value="replaced"> {}</label></fieldset>
        <label for="r2">Why <small>(for the log only)</small></label>
        <input id="r2" name="reason" required maxlength="1000" autocomplete="off">
        <button class="second">Ask for it, or second it</button></form></section>
        """,
        a.id(),
        Layout.csrf(ask),
        said(a, WithdrawalKind.ERROR),
        said(a, WithdrawalKind.REPLACED));
  }

  private String said(Alert a, WithdrawalKind kind) {
    return Words.correction(a, kind, zone, "en").map(CorrectionWords::text).orElse("");
  }
}
