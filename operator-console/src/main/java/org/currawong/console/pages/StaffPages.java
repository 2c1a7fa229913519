package org.currawong.console.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.currawong.console.ConsoleParts;
import org.currawong.console.calls.AlertJson;
import org.currawong.console.calls.Core;
import org.currawong.console.calls.ReportJson;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.Role;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.people.Account;
import org.currawong.domain.people.Person;

/** The simple lists: alerts, the directory, accounts. */
public final class StaffPages {

  private static final int ROWS = 200;

  private final ConsoleParts parts;
  private final Core core;
  private final Layout layout;
  private final Times times;

  StaffPages(ConsoleParts parts, Core core, Layout layout, Times times) {
    this.parts = parts;
    this.core = core;
    this.layout = layout;
    this.times = times;
  }

  /** {@code GET /console/alerts}. */
  public Reply alerts(Ask ask) {
    List<Alert> all =
        parts
            .board()
            .read(
                s ->
                    s.alerts().stream()
                        .sorted(Comparator.comparing(Alert::changedAt).reversed())
                        .limit(ROWS)
                        .toList());
    return layout.page(
        ask,
        "Alerts",
        Html.of(
            "<h1>Alerts</h1>{}<section class=\"card\" id=\"alerts\" data-live=\"Alert Withdrawal\">"
                + "{}</section>",
            Html.of("<p><a class=\"button\" href=\"/console/alerts/new\">Write an alert</a></p>")
                .when(ask.has(Role.COORDINATOR)),
            new AlertRows(layout, times).list(all)));
  }

  /** {@code GET /people}: opening it is logged. */
  public Reply people(Ask ask) {
    core.hand(new Command.OpenDirectory("people"), ask.actor());
    List<Person> all = parts.board().read(s -> s.people());
    return layout.page(
        ask,
        "Directory",
        Html.of(
            """
            <h1>Directory</h1><p class="soft">Who is telephoned, texted or visited. That you opened it is
            written down.</p><section class="card"><h2>{} people</h2><div class="table" tabindex="0"
            role="group" aria-label="The directory"><table><thead><tr><th scope="col">Name</th>
            <th scope="col">Telephone</th><th scope="col">Language</th><th scope="col">Groups</th>
            <th scope="col">Needs</th></tr></thead><tbody>{}</tbody></table></div></section>
            <section class="card"><h2>Add somebody</h2>{}</section>
            """,
            all.size(),
            Html.join(all.stream().map(StaffPages::person)),
            personForm(
                ask, "/api/people", new Person("", "", null, "en", null, null, null, null))));
  }

  private static Html person(Person p) {
    return Html.of(
        "<tr><th scope=\"row\"><a href=\"/people/{}\"><bdi>{}</bdi></a></th><td>{}</td><td>{}</td>"
            + "<td>{}</td><td>{}</td></tr>",
        p.id(),
        p.name(),
        p.phone(),
        Labels.language(p.language()),
        String.join(", ", p.groups()),
        p.needs());
  }

  /** {@code GET /people/{id}}. */
  public Reply onePerson(Ask ask) {
    String id = ask.param("id");
    core.hand(new Command.OpenDirectory(id), ask.actor());
    Person p =
        parts
            .board()
            .read(s -> s.person(id))
            .orElseThrow(() -> Fault.of(404, "there is no such person"));
    return layout.page(
        ask,
        "Directory",
        Html.of(
            "<p><a href=\"/people\">Directory</a></p><h1><bdi>{}</bdi></h1>"
                + "<section class=\"card\">{}</section>",
            p.name(),
            personForm(ask, "/api/people/" + p.id(), p)));
  }

  private static Html personForm(Ask ask, String action, Person p) {
    return Html.of(
        """
        <form method="post" action="{}" data-send>{}
        <div class="faults" role="alert" tabindex="-1"></div><div class="pair">{}{}{}{}{}{}{}</div>
        <button>Save</button></form>
        """,
        action,
        Layout.csrf(ask),
        field("name", "Name", p.name()),
        field("phone", "Telephone, with country: +61 …", p.phone()),
        field("alternate", "Another telephone", p.alternate()),
        field("language", "Language, as en, vi, es", p.language()),
        field("groups", "Groups, commas between", String.join(", ", p.groups())),
        field("needs", "Needs", p.needs()),
        field("address", "Address", p.address()));
  }

  private static Html field(String name, String words, String value) {
    return Html.of(
        "<div><label for=\"{}\">{}</label><input id=\"{}\" name=\"{}\" value=\"{}\""
            + " maxlength=\"300\" autocomplete=\"off\" dir=\"auto\"></div>",
        name,
        words,
        name,
        name,
        Html.value(value));
  }

  private record Named(Account account, String name) {}

  /** {@code GET /accounts}. */
  public Reply accounts(Ask ask) {
    List<Named> all =
        parts
            .board()
            .read(
                (State s) ->
                    s.accounts().stream()
                        .map(a -> new Named(a, AlertJson.name(s, a.id())))
                        .toList());
    return layout.page(
        ask,
        "Accounts",
        Html.of(
            """
            <h1>Accounts</h1><section class="card"><div class="table" tabindex="0" role="group"
            aria-label="Accounts"><table><thead><tr>
            <th scope="col">Name</th><th scope="col">May act as</th><th scope="col">State</th>
            <th scope="col">Do</th></tr></thead><tbody>{}</tbody></table></div></section>{}
            """,
            Html.join(all.stream().map(n -> account(ask, n))),
            addAccount(ask).when(ask.has(Role.ADMIN))));
  }

  private static Html account(Ask ask, Named n) {
    Account a = n.account();
    String state = a.disabled() ? "out of use" : a.confirmed() ? "in use" : "not confirmed yet";
    boolean confirms = !a.confirmed() && !a.disabled() && !a.id().equals(ask.actor().id());
    boolean disables = !a.disabled() && ask.has(Role.ADMIN);
    return Html.of(
        "<tr><th scope=\"row\"><bdi>{}</bdi></th><td>{}</td><td>{}</td><td>{}{}</td></tr>",
        n.name(),
        String.join(", ", a.roles().stream().sorted().map(Labels::of).toList()),
        state,
        act(ask, a.id(), "confirmation", "Confirm", n.name()).when(confirms),
        act(ask, a.id(), "disabling", "Take out of use", n.name()).when(disables));
  }

  private static Html act(Ask ask, String id, String what, String words, String name) {
    return Html.of(
        "<form method=\"post\" action=\"/api/accounts/{}/{}\" data-send>{}"
            + "<div class=\"faults\" role=\"alert\" tabindex=\"-1\"></div>"
            + "<button class=\"quiet\" aria-label=\"{} {}\">{}</button></form>",
        id,
        what,
        Layout.csrf(ask),
        words,
        name,
        words);
  }

  private static Html addAccount(Ask ask) {
    return Html.of(
        """
        <section class="card"><h2>Add somebody</h2><p class="soft">Another person must confirm a new
        account before it can approve live alerts.</p>
        <form method="post" action="/api/accounts" data-send>{}
        <div class="faults" role="alert" tabindex="-1"></div>
        <label for="name">Name to sign in with</label>
        <input id="name" name="name" required maxlength="100" autocomplete="off">
        <label for="password">First password <small>(at least 10 characters)</small></label>
        <input id="password" name="password" type="password" required autocomplete="new-password">
        <fieldset><legend>May act as</legend><div class="ticks">{}</div></fieldset>
        <button>Add</button></form></section>
        """,
        Layout.csrf(ask),
        Html.join(
            Arrays.stream(Role.values())
                .map(
                    r ->
                        Html.of(
                            "<label><input type=\"checkbox\" name=\"roles\" value=\"{}\"> {}"
                                + "</label>",
                            r.word(),
                            Labels.of(r)))));
  }

  /** The council's form of a report's words. */
  static String blotted(org.currawong.domain.report.Report r) {
    return ReportJson.blotted(ReportRows.shortWords(r), r.secret().body());
  }
}
