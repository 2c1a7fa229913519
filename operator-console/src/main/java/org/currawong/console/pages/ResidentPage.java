package org.currawong.console.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.currawong.console.ConsoleParts;
import org.currawong.console.ConsoleSettings;
import org.currawong.console.calls.Ids;
import org.currawong.console.calls.ReportCalls;
import org.currawong.console.calls.Words;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Reply;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.phrase.CorrectionWords;
import org.currawong.domain.report.Report;

/** What residents see. Needs no script, no cookie, no other server. */
public final class ResidentPage {

  /** How long an alert that ended or was taken back is still told of. */
  private static final Duration AFTERMATH = Duration.ofHours(24);

  private static final Set<Realm> SHOWN = Set.of(Realm.LIVE, Realm.DEMO);

  private final ConsoleParts parts;
  private final ConsoleSettings settings;
  private final Layout layout;
  private final Times times;

  ResidentPage(ConsoleParts parts, ConsoleSettings settings, Layout layout, Times times) {
    this.parts = parts;
    this.settings = settings;
    this.layout = layout;
    this.times = times;
  }

  /** {@code GET /}. */
  public Reply home(Ask ask) {
    List<Alert> alerts = parts.board().read(s -> s.alerts().stream().filter(this::told).toList());
    List<Alert> now = alerts.stream().filter(a -> a.state() == AlertState.RELEASED).toList();
    List<Alert> over = alerts.stream().filter(a -> a.state() != AlertState.RELEASED).toList();
    Html current =
        now.isEmpty()
            ? Html.of("<p>No alert of this hub is in force now. This is not an all-clear.</p>")
            : Html.join(now.stream().sorted(FIRST).map(this::alert));
    Html past = Html.join(over.stream().sorted(FIRST).map(this::past));
    return page(
        "Alerts and reports",
        Html.of(
            """
        <section aria-labelledby="now"><h2 id="now">Alerts now</h2>{}{}</section>
        <section aria-labelledby="tell"><h2 id="tell">Tell us what you see</h2>{}</section>
        <section aria-labelledby="ask"><h2 id="ask">You have a receipt?</h2>{}</section>
        <section aria-labelledby="keep"><h2 id="keep">What we keep</h2>{}</section>
        """,
            current,
            past,
            form(),
            receiptForm(),
            privacy()));
  }

  private static final Comparator<Alert> FIRST =
      Comparator.comparing((Alert a) -> a.draft().level() == null ? 9 : rank(a))
          .thenComparing(Alert::releasedAt, Comparator.reverseOrder());

  private static int rank(Alert a) {
    return switch (a.draft().level()) {
      case EMERGENCY_WARNING -> 0;
      case WATCH_AND_ACT -> 1;
      case ADVICE -> 2;
      case COMMUNITY_INFORMATION -> 3;
    };
  }

  private boolean told(Alert a) {
    if (!a.begun(times.now()) || a.realm() == null || !SHOWN.contains(a.realm())) {
      return false;
    }
    Instant now = times.now();
    return switch (a.state()) {
      case RELEASED -> true;
      case EXPIRED, WITHDRAWN -> now.isBefore(a.draft().expires().plus(AFTERMATH));
      case DRAFT, SUBMITTED, APPROVED -> false;
    };
  }

  private Html alert(Alert a) {
    Draft d = a.draft();
    if (d.expires() != null && !times.now().isBefore(d.expires())) {
      return ended(a);
    }
    return Html.of(
        """
        <article class="alert {}"><p>{}</p><h3 dir="auto">{}</h3>
        <p dir="auto"><strong>{}</strong>{}</p><p class="words" dir="auto">{}</p>
        <p class="do words" dir="auto"><strong>What to do:</strong> {}</p>
        <p>{} Until {}. Next update by {}.</p>{}</article>
        """,
        LevelMark.css(d.level()),
        LevelMark.of(d),
        d.headline(),
        d.area().name(),
        boundary(d),
        d.description(),
        d.instruction(),
        source(d),
        times.full(d.expires()),
        times.full(d.nextUpdate()),
        Html.join(
            d.texts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(e -> d.languages().contains(e.getKey()))
                .map(e -> translation(e.getKey(), e.getValue()))));
  }

  private static Html boundary(Draft d) {
    String edge = d.area().boundary();
    return edge == null ? Html.NONE : Html.of(": {}", edge);
  }

  private Html source(Draft d) {
    return d.authority() == null || d.authority().name() == null
        ? Html.of("Community information from {}.", settings.hubName())
        : Html.of(
            "Relayed from {}, reference {}.", d.authority().name(), d.authority().reference());
  }

  private static Html translation(String language, AlertText t) {
    return folded(
        language,
        Html.of(
            "<h4>{}</h4><p>{}</p><p><strong>{}</strong></p>",
            t.headline(),
            t.description(),
            t.instruction()));
  }

  private static Html folded(String language, Html words) {
    Locale own = Locale.forLanguageTag(language);
    return Html.of(
        "<details><summary lang=\"{}\">{}</summary><div lang=\"{}\" dir=\"auto\" class=\"words\">"
            + "{}</div></details>",
        language,
        own.getDisplayLanguage(own),
        language,
        words);
  }

  private Html past(Alert a) {
    return a.state() == AlertState.WITHDRAWN ? withdrawn(a) : ended(a);
  }

  private static Html ended(Alert a) {
    return Html.of(
        "<article class=\"alert over\"><h3 dir=\"auto\">{}</h3><p><strong>{}</strong></p></article>",
        a.draft().headline(),
        Words.in("en", "notice.not-renewed"));
  }

  private Html withdrawn(Alert a) {
    return Html.of(
        "<article class=\"alert over\">{}{}</article>",
        Html.join(correction(a, "en").map(ResidentPage::taken).stream()),
        Html.join(
            a.draft().languages().stream()
                .filter(l -> !l.equals("en"))
                .sorted()
                .flatMap(l -> correction(a, l).map(w -> folded(l, taken(w))).stream())));
  }

  private Optional<CorrectionWords> correction(Alert a, String language) {
    return Words.correction(a, a.withdrawal().kind(), settings.zone(), language);
  }

  private static Html taken(CorrectionWords words) {
    return Html.of(
        "<h3 dir=\"auto\">{}</h3><p dir=\"auto\"><strong>{}</strong></p>",
        words.headline(),
        words.text());
  }

  private Html form() {
    return Html.of(
        """
        <p>What you write is stored before we say so, and people read it. Nobody answers at once.</p>
        <form method="post" action="/api/reports" accept-charset="utf-8">
        <label for="text">What is happening, and where?</label>
        <textarea id="text" name="text" rows="5" required maxlength="8000" dir="auto"></textarea>
        <label for="place">Place <small>(street, farm, landmark; if not said above)</small></label>
        <input id="place" name="place" maxlength="200" autocomplete="off" dir="auto">
        <label for="name">Your name <small>(only if you want)</small></label>
        <input id="name" name="name" maxlength="200" autocomplete="name" dir="auto">
        <label for="contact">Telephone or mail for an answer <small>(only if you want)</small></label>
        <input id="contact" name="contact" maxlength="200" autocomplete="tel">
        <input type="hidden" name="key" value="{}">
        <button>Send the report</button></form>
        """,
        Ids.random(parts.random()) + Ids.random(parts.random()));
  }

  private static Html receiptForm() {
    return Html.of(
        """
        <form method="get" action="/sent"><label for="receipt">The receipt</label>
        <input id="receipt" name="receipt" required maxlength="40" autocomplete="off"
          autocapitalize="none" spellcheck="false">
        <button class="second">What became of my report?</button></form>
        """);
  }

  private static Html privacy() {
    return Html.of(
        """
        <p>Your words, the time and the way they came; a name or number only if you give one. They
        are kept enciphered and seen by those who must act. This page sets no cookie, counts
        nobody and asks no other server for anything.</p>
        <p>Other programs can follow the alerts: <a href="/feeds/cap.atom">feed of released
        alerts</a>. <a href="/sign-in">Staff sign in</a>.</p>
        """);
  }

  /** {@code GET /sent}: leads from the form to the receipt's own page. */
  public Reply look(Ask ask) {
    String typed = ask.query("receipt").orElse("").replaceAll("[^A-Za-z0-9]", "");
    return typed.isEmpty() ? Reply.seeOther("/") : Reply.seeOther("/sent/" + typed);
  }

  private Html answers(Report report) {
    return Html.join(
        report.handling().answers().stream()
            .filter(a -> a.text().body() != null)
            .map(
                a ->
                    Html.of(
                        "<h3>Answer, {}</h3><p class=\"words\" dir=\"auto\">{}</p>",
                        times.full(a.at()),
                        a.text().body())));
  }

  /** {@code GET /sent/{receipt}}. */
  public Reply sent(Ask ask) {
    Report report = ReportCalls.found(parts, ask.param("receipt"));
    String receipt = parts.receipts().receipt(report.id());
    return page(
        "Your report",
        Html.of(
            """
            <section><h2>Your report</h2><p class="words">{}</p>
            <p>Stored {}.</p>{}
            <p>Your receipt, for asking later what became of it. Keep it:</p>
            <p class="receipt"><code>{}</code></p>
            <p><a href="/">Back to the alerts</a></p></section>
            """,
            Words.status(report.status(), report.language()),
            times.full(report.receivedAt()),
            answers(report),
            receipt));
  }

  private Reply page(String title, Html main) {
    return Reply.html(
        200,
        Html.of(
                """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{} · {}</title><link rel="stylesheet" href="/assets/resident.css">
                <link rel="alternate" type="application/atom+xml" href="/feeds/cap.atom"></head>
                <body>{}<header><h1>{}</h1>
                <p class="zero"><strong>In danger? Call Triple Zero (000).</strong> {}</p></header>
                <main>{}</main></body></html>
                """,
                title,
                settings.hubName(),
                layout.demonstration(),
                settings.hubName(),
                Words.in("en", "notice.not-a-replacement"),
                main)
            .toString());
  }
}
