package org.currawong.console.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.currawong.console.ConsoleSettings;
import org.currawong.console.accounts.Right;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Reply;
import org.currawong.domain.Fact;
import org.currawong.domain.Role;
import org.currawong.domain.alert.Draft;

/** The frame of the pages for staff. */
final class Layout {

  private final ConsoleSettings settings;
  private final Alarms alarms;
  private final Strip strip;
  private final PowerLine power;
  private final Times times;

  /** Names of the events that a page's script may be told of. */
  private static final String EVENTS =
      Arrays.stream(Fact.class.getPermittedSubclasses())
          .map(Class::getSimpleName)
          .collect(Collectors.joining(" ", "Carriers ", ""));

  private record Door(String path, String words, Right right) {}

  private static final List<Door> DOORS =
      List.of(
          new Door("/console", "Board", Right.HANDLE_REPORTS),
          new Door("/console/enter", "Enter a report", Right.HANDLE_REPORTS),
          new Door("/console/notes", "Notes", Right.WRITE_NOTES),
          new Door("/console/situation", "Situation", Right.HANDLE_REPORTS),
          new Door("/radio", "On air", Right.VET_ALERTS),
          new Door("/council", "Council", Right.READ_LOG),
          new Door("/console/alerts", "Alerts", Right.READ_ALERTS),
          new Door("/people", "Directory", Right.KEEP_DIRECTORY),
          new Door("/console/log", "Log check", Right.SIGNED_IN),
          new Door("/accounts", "Accounts", Right.CONFIRM_ACCOUNTS));

  Layout(ConsoleSettings settings, Alarms alarms, Strip strip, PowerLine power, Times times) {
    this.settings = settings;
    this.alarms = alarms;
    this.strip = strip;
    this.power = power;
    this.times = times;
  }

  /** What people call this hub. */
  String hub() {
    return settings.hubName();
  }

  /** A page for somebody signed in. */
  Reply.Bytes page(Ask ask, String title, Html main) {
    return page(ask, title, "", main);
  }

  /**
   * A page for somebody signed in.
   *
   * @param mood a class of the body, such as {@code exercise}
   */
  Reply.Bytes page(Ask ask, String title, String mood, Html main) {
    Html header =
        Html.of(
            """
            <header class="top"><a class="skip" href="#main">Skip to the page</a>
            <strong class="hub">{}</strong><nav aria-label="Pages">{}</nav>
            <div class="me"><a class="quiet button" href="/console/keys">Keys</a>
            <button type="button" id="theme" class="quiet" hidden>Night</button>
            <form method="post" action="/sign-out">{}<button class="quiet">Sign out</button></form>
            </div></header>
            <p id="link" role="status" class="link" hidden></p>{}{}{}
            """,
            settings.hubName(),
            doors(ask),
            csrf(ask),
            power.line(),
            strip.of(),
            alarms.of(ask));
    Html body =
        Html.of("{}{}<main id=\"main\" tabindex=\"-1\">{}</main>", demonstration(), header, main);
    return Reply.html(200, whole(title, mood, body));
  }

  /** A page for somebody not signed in, such as the sign-in itself. */
  Reply.Bytes outside(int status, String title, Html main) {
    Html body =
        Html.of(
            "{}<main id=\"main\" class=\"narrow\"><p class=\"hub\">{}</p>{}</main>",
            demonstration(),
            settings.hubName(),
            main);
    return Reply.html(status, whole(title, "", body));
  }

  /** The banner of a demo hub; nothing elsewhere. */
  Html demonstration() {
    return Html.of(
            "<aside class=\"demo\" aria-label=\"Demonstration\"><strong>DEMONSTRATION</strong> A "
                + "fictional town. Nothing here is real, and nothing leaves this computer.</aside>")
        .when(settings.demonstration());
  }

  /** Whether an alert is real, in a word that nobody takes for another. */
  Html tag(Draft draft) {
    if (LevelMark.exercise(draft)) {
      return Html.of("<strong class=\"drill-tag\">EXERCISE</strong>");
    }
    return settings.demonstration()
        ? Html.of("<strong class=\"demo-tag\">DEMONSTRATION</strong>")
        : Html.of("<span class=\"live-tag\">Live</span>");
  }

  private String whole(String title, String mood, Html body) {
    return Html.of(
            """
            <!doctype html>
            <html lang="en"{}><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="events" content="{}"><title>{} · {}</title>
            <link rel="stylesheet" href="/assets/console.css">
            <link rel="icon" href="/assets/icon.svg">
            <script type="module" src="/assets/console.js"></script></head>
            <body class="{}">{}</body></html>
            """,
            Html.of(" data-night").when(times.night()),
            EVENTS,
            title,
            settings.hubName(),
            mood,
            body)
        .toString();
  }

  private static Html doors(Ask ask) {
    Set<Role> roles = ask.actor().roles();
    return Html.join(
        DOORS.stream()
            .filter(d -> roles.stream().anyMatch(d.right().roles()::contains))
            .map(
                d ->
                    Html.of(
                        "<a href=\"{}\"{}>{}</a>",
                        d.path(),
                        Html.of(" aria-current=\"page\"").when(ask.path().equals(d.path())),
                        d.words())));
  }

  /** The hidden field that every form of a session carries. */
  static Html csrf(Ask ask) {
    return ask.session() == null
        ? Html.NONE
        : Html.of("<input type=\"hidden\" name=\"_csrf\" value=\"{}\">", ask.session().csrf());
  }
}
