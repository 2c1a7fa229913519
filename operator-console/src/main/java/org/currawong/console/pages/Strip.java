package org.currawong.console.pages;

import java.util.List;
import java.util.function.Supplier;
import org.currawong.console.Carrier;

/** How every connection is, in view on every page; what is not up stands first and by name. */
final class Strip {

  private final Supplier<List<Carrier>> carriers;

  Strip(Supplier<List<Carrier>> carriers) {
    this.carriers = carriers;
  }

  /** The strip, beside the power's own line. */
  Html of() {
    // What nobody set up is no news; the situation report lists it.
    List<Carrier> all = carriers.get().stream().filter(c -> !c.state().equals("disabled")).toList();
    List<Carrier> ill = all.stream().filter(c -> !c.state().equals("up")).toList();
    String well = all.size() - ill.size() + " of " + all.size() + " connections up";
    return Html.of(
        """
        <aside class="strip" id="strip" aria-label="Connections"
        data-live="Carriers Delivery HubStarted"><span class="mark {}">{}</span>{}</aside>
        """,
        ill.isEmpty() ? "done" : "",
        well,
        Html.join(ill.stream().map(Strip::ill)));
  }

  private static Html ill(Carrier c) {
    return Html.of(
        "<span class=\"mark {}\">{}: {}{}</span>",
        c.state().equals("down") ? "failed" : "",
        c.words(),
        c.state(),
        c.reason().isEmpty() ? "" : ", " + c.reason());
  }

  /** Every connection with its reason, as a list. */
  Html list() {
    return Html.of(
        "<ul class=\"rows\">{}</ul>",
        Html.join(
            carriers.get().stream()
                .map(
                    c ->
                        Html.of(
                            "<li><span class=\"mark {}\">{}</span>{} <span class=\"soft\">{}</span>"
                                + "</li>",
                            c.state().equals("up")
                                ? "done"
                                : c.state().equals("down") ? "failed" : "",
                            c.state(),
                            c.words(),
                            c.reason()))));
  }
}
