package org.currawong.console.pages;

import java.util.List;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Reply;

/** What each key does. */
public final class KeysPage {

  private record Key(String key, String does) {}

  private static final List<Key> KEYS =
      List.of(
          new Key("n", "enter a new report: telephone, counter, two-way radio, crew"),
          new Key("b", "the board"),
          new Key("l", "the notes (decision log)"),
          new Key("s", "the situation report, for printing"),
          new Key("j / k", "the next / the previous report on the board; Enter opens it"),
          new Key("/", "find in reports"),
          new Key("a", "on a report: answer"),
          new Key("h", "on a report: hand over"),
          new Key("p", "on a report: say where it is"),
          new Key("x", "say that the first alarm was heard"),
          new Key("?", "this page"));

  private final Layout layout;

  KeysPage(Layout layout) {
    this.layout = layout;
  }

  /** {@code GET /console/keys}. */
  public Reply keys(Ask ask) {
    return layout.page(
        ask,
        "Keys",
        Html.of(
            """
            <h1>Keys</h1><section class="card"><p>For coordinators. Keys do nothing while you type.
            Everything works by Tab and Enter as well.</p>
            <p><label><input type="checkbox" id="keys-on" checked disabled> Use these keys in this
            browser</label></p>
            <table><thead><tr><th scope="col">Key</th><th scope="col">What it does</th></tr></thead>
            <tbody>{}</tbody></table></section>
            """,
            Html.join(
                KEYS.stream()
                    .map(
                        k ->
                            Html.of(
                                "<tr><th scope=\"row\"><kbd>{}</kbd></th><td>{}</td></tr>",
                                k.key(),
                                k.does())))));
  }
}
