package org.currawong.console.pages;

import java.util.Map;
import java.util.stream.IntStream;
import org.currawong.console.accounts.Setup;
import org.currawong.console.calls.Homes;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.console.http.Then;
import org.currawong.domain.Decision;
import org.currawong.domain.Role;

/** Pages before one is in: sign-in, first set-up, faults. */
public final class DoorPages {

  private final Layout layout;
  private final Setup setup;

  DoorPages(Layout layout, Setup setup) {
    this.layout = layout;
    this.setup = setup;
  }

  /** {@code GET /sign-in}. */
  public Reply signIn(Ask ask) {
    if (setup.open()) {
      return Reply.seeOther("/setup");
    }
    String then = ask.query("then").filter(Then::own).orElse("");
    if (ask.signedIn() && then.isEmpty()) {
      return Reply.seeOther(Homes.of(ask.actor().roles()));
    }
    Html words =
        ask.origin().confidential()
            ? Html.NONE
            : Html.of(
                "<p class=\"bad\" role=\"alert\">Sign in over https: on this connection others"
                    + " could read your password.</p>");
    return layout.outside(
        200,
        "Sign in",
        Html.of(
            """
            <h1>Sign in</h1>{}
            <form method="post" action="/api/session" data-send>
            <div class="faults" role="alert" tabindex="-1"></div>
            <input type="hidden" name="then" value="{}">
            <label for="user">Name</label>
            <input id="user" name="user" required autocomplete="username" autocapitalize="none">
            <label for="password">Password</label>
            <input id="password" name="password" type="password" required
              autocomplete="current-password">
            <button>Sign in</button></form>
            <p><a href="/">The page for residents</a></p>
            """,
            words,
            then));
  }

  /** {@code GET /setup}: the first people of a new hub. */
  public Reply setUp(Ask ask) {
    if (!setup.open()) {
      return Reply.seeOther("/sign-in");
    }
    return layout.outside(
        200,
        "First set-up",
        Html.of(
            """
            <h1>First set-up</h1>
            <p>This hub has no people yet. Whoever starts it has a one-time code on the screen.
            A live alert takes three people: one who writes it and two others who approve it, so
            name at least three with the role Coordinator or Radio. The first two people are in use at
            once; each further one is confirmed by the second, under Accounts.</p>
            <form method="post" action="/setup" data-send>
            <div class="faults" role="alert" tabindex="-1"></div>
            <label for="code">One-time code</label>
            <input id="code" name="code" required autocomplete="off" spellcheck="false">{}
            <button>Make these people</button></form>
            """,
            Html.join(IntStream.range(0, Setup.MOST_PEOPLE).mapToObj(DoorPages::person))));
  }

  private static Html person(int i) {
    return Html.of(
        """
        <fieldset><legend>{}</legend>
        <label for="n{}">Name to sign in with</label>
        <input id="n{}" name="people.p{}.name" autocomplete="off"{}>
        <label for="p{}">Password <small>(at least 10 characters)</small></label>
        <input id="p{}" name="people.p{}.password" type="password" autocomplete="new-password"{}>
        <div class="ticks">{}</div></fieldset>
        """,
        i == 0 ? "Administrator" : "Person " + (i + 1),
        i,
        i,
        i,
        Html.of(" required").when(i == 0),
        i,
        i,
        i,
        Html.of(" required").when(i == 0),
        Html.join(
            java.util.Arrays.stream(Role.values())
                .map(
                    r ->
                        Html.of(
                            "<label><input type=\"checkbox\" name=\"people.p{}.roles\" value=\"{}\""
                                + "{}> {}</label>",
                            i,
                            r.word(),
                            Html.of(" checked").when(preset(i, r)),
                            Labels.of(r)))));
  }

  private static boolean preset(int i, Role r) {
    return i == 0
        ? r == Role.ADMIN
        : Map.of(1, Role.COORDINATOR, 2, Role.COORDINATOR, 3, Role.RADIO).get(i) == r;
  }

  /** What a person sees of a fault after a plain form or a wrong address. */
  String fault(Fault fault) {
    Html reasons =
        Html.join(
            fault.reasons().stream()
                .map(Decision.Reason::reason)
                .map(r -> Html.of("<li>{}</li>", r)));
    Html said =
        fault.reasons().isEmpty()
            ? Html.of("<p>{}.</p>", Labels.sentence(fault.getMessage()))
            : Html.of("<ul>{}</ul>", reasons);
    Reply.Bytes page =
        layout.outside(
            fault.status(),
            "Not done",
            Html.of(
                "<h1>That was not done</h1>{}<p>Go back with your browser: what you typed is still"
                    + " there.</p><p class=\"zero\">In danger? Call Triple Zero (000).</p>"
                    + "<p><a href=\"/\">First page</a></p>",
                said));
    return new String(page.body(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
