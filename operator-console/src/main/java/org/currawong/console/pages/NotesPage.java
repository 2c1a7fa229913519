package org.currawong.console.pages;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.currawong.console.ConsoleParts;
import org.currawong.console.calls.AlertJson;
import org.currawong.console.calls.NoteCalls;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Reply;
import org.currawong.domain.Note;
import org.currawong.domain.Role;
import org.currawong.domain.State;

/** The decision log: what was decided, what was left undone, and why. */
public final class NotesPage {

  private static final int ROWS = 200;

  private final ConsoleParts parts;
  private final Layout layout;
  private final Times times;

  NotesPage(ConsoleParts parts, Layout layout, Times times) {
    this.parts = parts;
    this.layout = layout;
    this.times = times;
  }

  private record Row(Note note, String by, boolean corrected) {}

  /** {@code GET /console/notes}; {@code corrects} and {@code about} fill the form in. */
  public Reply notes(Ask ask) {
    String corrects = ask.query("corrects").orElse("");
    List<Row> rows = parts.board().read(NotesPage::rows);
    Note wrong = parts.board().read(s -> s.note(corrects));
    return layout.page(
        ask,
        "Notes",
        Html.of(
            """
            <h1>Notes</h1><div class="columns"><section class="card" aria-labelledby="nh">
            <h2 id="nh">The decision log</h2><p class="soft">Nothing here is ever changed: a mistake
            is put right by another note.</p>
            <div id="notes" data-live="NoteWritten">{}</div></section>
            <section class="card" aria-labelledby="wh"><h2 id="wh">{}</h2>{}</section></div>
            """,
            rows.isEmpty()
                ? Html.of("<p class=\"soft\">No notes yet.</p>")
                : Html.of(
                    "<ul class=\"rows\">{}</ul>", Html.join(rows.stream().map(r -> row(ask, r)))),
            wrong == null ? "Write a note" : "Put a note right",
            form(ask, wrong)));
  }

  private static List<Row> rows(State s) {
    Set<String> corrected = new HashSet<>();
    s.notes().stream().map(Note::corrects).forEach(corrected::add);
    return NoteCalls.latestFirst(s).stream()
        .limit(ROWS)
        .map(n -> new Row(n, AlertJson.name(s, n.by()), corrected.contains(n.id())))
        .toList();
  }

  private Html row(Ask ask, Row r) {
    Note n = r.note();
    return Html.of(
        """
        <li id="{}"><p class="words" dir="auto">{}</p><div class="soft">{}{}, by {}{}{}{}
        {}</div></li>
        """,
        n.id(),
        n.text().open().orElse("erased"),
        times.brief(n.writtenAt()),
        Html.of(", about what happened {}", times.brief(n.happenedAt()))
            .when(n.happenedAt() != null),
        r.by(),
        about(ask, n),
        Html.of(" · puts <a href=\"#{}\">an earlier note</a> right", n.corrects())
            .when(n.corrects() != null),
        Html.of(" · <strong>put right by a later note</strong>").when(r.corrected()),
        Html.of(
            " · <a href=\"/console/notes?corrects={}\" aria-label=\"Put right the note of {}\">Put it"
                + " right</a>",
            n.id(),
            times.briefWords(n.writtenAt())));
  }

  private static Html about(Ask ask, Note n) {
    if (n.about() == null) {
      return Html.NONE;
    }
    String id = n.about();
    String page = id.startsWith("r-") ? "reports" : id.startsWith("i-") ? "incidents" : null;
    boolean link = page != null && ask.has(Role.COORDINATOR) && id.matches("[A-Za-z0-9.-]+");
    return link
        ? Html.of(" · about <a href=\"/console/{}/{}\">{}</a>", page, id, id)
        : Html.of(" · about <bdi>{}</bdi>", id);
  }

  private Html form(Ask ask, Note wrong) {
    String name = wrong == null ? "note" : "note-" + wrong.id();
    return Html.of(
        """
        <form method="post" action="/api/notes" data-send data-keep="{}">{}
        <input type="hidden" name="key" value="{}">{}
        <div class="faults" role="alert" tabindex="-1"></div>
        <label for="text">What was decided, or not done, and why</label>
        <textarea id="text" name="text" rows="5" required maxlength="8000" dir="auto"></textarea>
        <label for="about">About <small>(a report's or incident's id; may be empty)</small></label>
        <input id="about" name="about" maxlength="200" value="{}" autocomplete="off">
        <label for="happened_at">When it happened <small>(empty: now; {})</small></label>
        <input id="happened_at" name="happened_at" type="datetime-local">
        <button>Write it down</button></form>
        """,
        name,
        Layout.csrf(ask),
        UUID.randomUUID(),
        wrong == null
            ? Html.NONE
            : Html.of(
                "<input type=\"hidden\" name=\"corrects\" value=\"{}\"><blockquote class=\"words\""
                    + " dir=\"auto\">{}</blockquote>",
                wrong.id(),
                wrong.text().open().orElse("erased")),
        Html.value(ask.query("about").orElse(wrong == null ? null : wrong.about())),
        times.zone());
  }
}
