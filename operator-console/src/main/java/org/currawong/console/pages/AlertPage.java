package org.currawong.console.pages;

import java.util.List;
import java.util.Map;
import org.currawong.console.ConsoleParts;
import org.currawong.console.calls.AlertJson;
import org.currawong.console.calls.Copies;
import org.currawong.console.calls.LogCalls;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.Role;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Approval;
import org.currawong.domain.alert.Draft;

/** One alert: what will go out, who has said yes, and how far each copy has come. */
public final class AlertPage {

  private final ConsoleParts parts;
  private final Layout layout;
  private final Times times;
  private final AlertForms forms;
  private final OutgoingView outgoing;
  private final CopiesView copies;

  AlertPage(ConsoleParts parts, Layout layout, Times times) {
    this.parts = parts;
    this.layout = layout;
    this.times = times;
    this.forms = new AlertForms(times);
    this.outgoing = new OutgoingView(parts);
    this.copies = new CopiesView(times);
  }

  /** What the page shows, read at one moment. */
  record Seen(Alert alert, Map<String, String> names, List<Copies.Copy> copies) {

    String name(String account) {
      return names.getOrDefault(account, account);
    }
  }

  /** {@code GET /console/alerts/{id}}. */
  public Reply alert(Ask ask) {
    Seen seen = look(ask);
    Alert a = seen.alert();
    return layout.page(
        ask,
        "Alert",
        LevelMark.mood(a.draft()),
        Html.of(
            """
            {}<p>{} {}</p><h1 dir="auto">{}</h1>
            <div id="state" data-live="Alert Withdrawal">{}{}</div>
            <div class="columns"><div>{}
            <section class="card" id="out" data-live="AlertRendered AlertEdited AlertSubmitted">
            <h2>What will go out</h2>{}</section></div>
            <div><div id="act" data-live="Alert Withdrawal">{}</div>
            <section class="card" id="copies" data-live="Delivery AlertReleased Withdrawal">
            <h2>How far it has come</h2>{}</section></div></div>
            """,
            LevelMark.banner(a.draft()),
            layout.tag(a.draft()),
            LevelMark.of(a.draft()),
            headline(a),
            steps(a),
            notes(seen),
            words(a.draft()),
            outgoing.of(a, ask.has(Role.COORDINATOR)),
            approvals(seen).and(forms.of(ask, seen)),
            copies.of(a, seen.copies())));
  }

  Seen look(Ask ask) {
    Seen seen =
        parts
            .board()
            .read(
                s -> {
                  Alert a = s.alert(ask.param("id"));
                  return a == null ? null : new Seen(a, names(s), Copies.of(s, a));
                });
    if (seen == null) {
      throw Fault.of(404, "there is no such alert");
    }
    return seen;
  }

  private static Map<String, String> names(org.currawong.domain.State s) {
    Map<String, String> names = new java.util.HashMap<>();
    s.accounts().forEach(a -> names.put(a.id(), AlertJson.name(s, a.id())));
    return names;
  }

  private static String headline(Alert a) {
    return a.draft().headline() == null ? "Without a headline" : a.draft().headline();
  }

  private static Html steps(Alert a) {
    boolean over = a.state() == AlertState.EXPIRED || a.state() == AlertState.WITHDRAWN;
    List<AlertState> path =
        List.of(
            AlertState.DRAFT,
            AlertState.SUBMITTED,
            AlertState.APPROVED,
            AlertState.RELEASED,
            over ? a.state() : AlertState.EXPIRED);
    return Html.of(
        "<ol class=\"steps\" aria-label=\"Where it stands\">{}</ol>",
        Html.join(
            path.stream()
                .map(
                    s ->
                        Html.of(
                            "<li{}>{}</li>",
                            Html.of(" aria-current=\"step\"").when(s == a.state()),
                            Labels.of(s)))));
  }

  private Html notes(Seen seen) {
    Alert a = seen.alert();
    Html back =
        Html.of("<p class=\"bad\">Sent back: <bdi>{}</bdi></p>", a.rejection())
            .when(a.rejection() != null && a.state() == AlertState.DRAFT);
    Html asked =
        a.asked() == null || a.state() == AlertState.WITHDRAWN
            ? Html.NONE
            : Html.of(
                "<p class=\"bad\" role=\"alert\">{} asks to take it back ({}). A second person is"
                    + " needed: see below.</p>",
                seen.name(a.asked().by()),
                Labels.of(a.asked().kind()));
    Html taken =
        a.withdrawal() == null
            ? Html.NONE
            : Html.of(
                "<p class=\"bad\" role=\"alert\">Taken back {} by {}{}: {}.</p>",
                times.full(a.withdrawal().at()),
                seen.name(a.withdrawal().by()),
                a.withdrawal().seconder() == null
                    ? ""
                    : " and " + seen.name(a.withdrawal().seconder()),
                Labels.of(a.withdrawal().kind()));
    Html ended =
        Html.of("<p class=\"bad\">Ended, not renewed. This is not an all-clear.</p>")
            .when(a.state() == AlertState.EXPIRED);
    return back.and(asked).and(taken).and(ended);
  }

  private Html words(Draft d) {
    return Html.of(
        """
        <section class="card"><h2>The words</h2><dl class="facts">
        <dt>Area</dt><dd><bdi>{}</bdi> <small><bdi>{}</bdi></small></dd>
        <dt>Danger</dt><dd>{}</dd><dt>Who says so</dt><dd><bdi>{}</bdi></dd>
        <dt>Ends</dt><dd>{}</dd><dt>Next update</dt><dd>{}</dd></dl>{}{}</section>
        """,
        d.area() == null ? "missing" : d.area().name(),
        d.area() == null ? "" : d.area().boundary(),
        Labels.of(d.hazard()),
        source(d),
        times.full(d.expires()),
        times.full(d.nextUpdate()),
        text(d.firstLanguage(), d.text(d.firstLanguage())),
        Html.join(
            d.languages().stream()
                .filter(l -> !l.equals(d.firstLanguage()))
                .map(l -> text(l, d.texts().get(l)))));
  }

  private static String source(Draft d) {
    return d.authority() == null || d.authority().name() == null
        ? "the community itself"
        : d.authority().name() + ", reference " + d.authority().reference();
  }

  private static Html text(String language, AlertText t) {
    if (t == null) {
      return Html.of(
          "<h3>{}</h3><p>Not available in this language.</p>", Labels.language(language));
    }
    return Html.of(
        "<h3>{}{}</h3><div lang=\"{}\" dir=\"auto\"><p><strong>{}</strong></p>"
            + "<p class=\"words\">{}</p><p class=\"words\"><strong>{}</strong></p></div>",
        Labels.language(language),
        t.readBy() == null ? "" : " (read by a person)",
        language,
        t.headline(),
        t.description(),
        t.instruction());
  }

  private Html approvals(Seen seen) {
    Alert a = seen.alert();
    if (a.state() == AlertState.DRAFT) {
      return Html.NONE;
    }
    Html given =
        a.approvals().isEmpty()
            ? Html.of("<p>Nobody has said yes yet. It takes two people who wrote none of it.</p>")
            : Html.of("<ul>{}</ul>", Html.join(a.approvals().stream().map(p -> approval(seen, p))));
    Html check =
        a.manifest() == null
            ? Html.of("<p>Recording, sheets and texts are being made.</p>")
            : Html.of(
                "<p>Check words of all that goes out:</p><p class=\"checkwords\">{}</p>",
                LogCalls.words(a.manifest()));
    return Html.of("<section class=\"card\"><h2>Who has said yes</h2>{}{}</section>", given, check);
  }

  private Html approval(Seen seen, Approval p) {
    return Html.of("<li><bdi>{}</bdi>, {}</li>", seen.name(p.by()), times.full(p.at()));
  }
}
