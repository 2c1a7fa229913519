package org.currawong.console.pages;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.currawong.console.http.Ask;
import org.currawong.domain.Word;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.Urgency;
import org.currawong.domain.report.Via;

/**
 * Which reports the board shows. All of it stands in the address, so that a bookmark is a saved
 * filter; the page's script keeps some by name in the browser alone.
 *
 * @param words in the text, the summary or the place; empty for any
 * @param show {@code open}, {@code unread}, {@code done} or empty for all
 * @param urgency {@code null} for any
 * @param via {@code null} for any
 */
record BoardFilter(String words, String show, Urgency urgency, Via via) {

  private static final List<String> SHOWS = List.of("unread", "open", "done");

  static BoardFilter of(Ask ask) {
    return new BoardFilter(
        ask.query("q").orElse(""),
        ask.query("show").filter(SHOWS::contains).orElse(""),
        ask.query("urgency").flatMap(u -> Word.find(Urgency.class, u)).orElse(null),
        ask.query("via").flatMap(v -> Word.find(Via.class, v)).orElse(null));
  }

  boolean any() {
    return !words.isBlank() || !show.isEmpty() || urgency != null || via != null;
  }

  boolean takes(Report r) {
    return shown(r)
        && (urgency == null || r.urgency() == urgency)
        && (via == null || r.via() == via)
        && (words.isBlank() || says(r));
  }

  private boolean shown(Report r) {
    return switch (show) {
      case "unread" -> r.unread();
      case "open" -> ReportRows.open(r);
      case "done" -> !ReportRows.open(r);
      default -> true;
    };
  }

  private boolean says(Report r) {
    String place = r.place() == null ? "" : Objects.requireNonNullElse(r.place().name(), "");
    String text = r.secret().open().map(b -> b.text()).orElse("");
    String all = text + "\n" + ReportRows.shortWords(r) + "\n" + place + "\n" + r.id();
    return all.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT).strip());
  }

  /** The form that makes such an address. */
  Html form() {
    return Html.of(
        """
        <form method="get" action="/console" role="search" data-filter>
        <label for="q">Find in reports</label><input id="q" name="q" type="search" value="{}">
        <div class="pair">{}{}{}</div>
        <button>Show</button>{}</form><ul id="saved" class="saved" aria-label="Kept filters"></ul>
        """,
        words,
        select(
            "show",
            "Which",
            show,
            "All",
            Stream.of(
                choice("unread", "Not read yet"),
                choice("open", "Waiting"),
                choice("done", "Dealt with"))),
        select(
            "urgency",
            "How urgent",
            urgency == null ? "" : urgency.word(),
            "Any",
            Stream.of(Urgency.values()).map(u -> choice(u.word(), Labels.of(u)))),
        select(
            "via",
            "How it came",
            via == null ? "" : via.word(),
            "Any",
            Stream.of(Via.values()).map(v -> choice(v.word(), Labels.of(v)))),
        Html.of("<a class=\"button second\" href=\"/console\">Show all</a>").when(any()));
  }

  private record Choice(String value, String words) {}

  private static Choice choice(String value, String words) {
    return new Choice(value, Labels.sentence(words));
  }

  private static Html select(
      String name, String label, String now, String none, Stream<Choice> choices) {
    return Html.of(
        "<div><label for=\"{}\">{}</label><select id=\"{}\" name=\"{}\"><option value=\"\">{}"
            + "</option>{}</select></div>",
        name,
        label,
        name,
        name,
        none,
        Html.join(
            choices.map(
                c ->
                    Html.of(
                        "<option value=\"{}\"{}>{}</option>",
                        c.value(),
                        Html.of(" selected").when(c.value().equals(now)),
                        c.words()))));
  }
}
