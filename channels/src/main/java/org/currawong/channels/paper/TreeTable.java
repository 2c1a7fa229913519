package org.currawong.channels.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.currawong.channels.people.PhoneNumbers;
import org.currawong.domain.people.Person;

/** The phone tree as a table: lines of the tree, name, language, number, box to tick, time. */
final class TreeTable {

  /** Places of an empty tree: three first calls and three for each of those. */
  private static final int BLANK_PLACES = 12;

  private static final String BLANK = "<div class=\"blank\"></div>";

  private final PaperPage page;
  private final PhoneTree tree;
  private final boolean blank;

  TreeTable(PaperPage page, List<Person> people) {
    this.page = page;
    this.blank = people.isEmpty();
    this.tree = blank ? PhoneTree.blank(BLANK_PLACES) : PhoneTree.over(people);
  }

  /** Whether the fonts can show a person's name. */
  static boolean isPrintable(Person person) {
    return PaperFonts.missing(person.name()).isEmpty();
  }

  String html() {
    String visits =
        tree.visits().stream().map(person -> visit(person)).collect(Collectors.joining());
    return "<table class=\"tree\"><thead><tr>"
        + Stream.of("name", "language", "phone", "calls", "reached", "time")
            .map(this::heading)
            .collect(Collectors.joining())
        + "</tr></thead><tbody>\n"
        + tree.rows().stream().map(this::row).collect(Collectors.joining())
        + visits
        + "</tbody></table>\n";
  }

  private String heading(String column) {
    return "<th class=\"" + column + "\">" + Html.text(page.label("label." + column)) + "</th>";
  }

  private String row(PhoneTree.Row row) {
    String calls = row.calls().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "<tr><td>"
        + "<span class=\"unbroken\">"
        + lines(row)
        + row.number()
        + "</span> "
        + (blank ? BLANK : name(row.person()))
        + cell(blank ? BLANK : language(row.person()))
        + cell(blank ? BLANK : numbers(row.person()))
        + cell(calls.isEmpty() ? "" : "→ " + calls)
        + boxes();
  }

  private String visit(Person person) {
    String address = person.address() == null ? "" : person.address();
    return "<tr><td>– "
        + name(person)
        + cell(language(person))
        + cell(Html.text(address))
        + cell("")
        + boxes();
  }

  private static String cell(String html) {
    return "</td><td>" + html;
  }

  private static String boxes() {
    return "</td><td><div class=\"tick\"></div></td><td><div class=\"line\"></div></td></tr>\n";
  }

  private static String lines(PhoneTree.Row row) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < row.lines().size(); i++) {
      boolean last = i == row.lines().size() - 1;
      boolean on = row.lines().get(i);
      lines.append(last ? on ? "├ " : "└ " : on ? "│&#160;&#160;" : "&#160;&#160;&#160;");
    }
    return lines.toString();
  }

  /** A name the fonts lack is shown by the person's id, so that the number can still be rung. */
  private String name(Person person) {
    String name = isPrintable(person) ? person.name() : person.id();
    String needs = person.needs() == null ? "" : person.needs();
    return "<b>" + Html.text(name) + "</b>" + (needs.isBlank() ? "" : small(needs));
  }

  private String small(String needs) {
    return "<br/><span class=\"small\">"
        + Html.text(page.label("label.needs") + ": " + needs)
        + "</span>";
  }

  private static String language(Person person) {
    return person.language() == null ? "" : Html.text(person.language().toUpperCase(Locale.ROOT));
  }

  private static String numbers(Person person) {
    String first = Html.unbroken(PhoneNumbers.dialled(PhoneTree.number(person)));
    boolean other = person.phone() != null && person.alternate() != null;
    return other
        ? first + "<br/>" + Html.unbroken(PhoneNumbers.dialled(person.alternate()))
        : first;
  }
}
