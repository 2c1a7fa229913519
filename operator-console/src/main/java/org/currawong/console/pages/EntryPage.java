package org.currawong.console.pages;

import java.util.List;
import java.util.UUID;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Reply;
import org.currawong.domain.report.Via;

/** Where somebody on duty writes down what came by telephone, at the counter, by radio. */
public final class EntryPage {

  /** What comes to a person rather than to the hub, the most frequent first. */
  private static final List<Via> WAYS =
      List.of(Via.PHONE, Via.COUNTER, Via.TWO_WAY, Via.CREW, Via.SOCIAL);

  private final Layout layout;
  private final Times times;
  private final TownMap map;

  EntryPage(Layout layout, Times times, TownMap map) {
    this.layout = layout;
    this.times = times;
    this.map = map;
  }

  /** {@code GET /console/enter}. */
  public Reply enter(Ask ask) {
    return layout.page(
        ask,
        "Enter a report",
        Html.of(
            """
            <h1>Enter a report</h1><form method="post" action="/api/reports" class="card" data-send
            data-place data-keep="enter">{}<input type="hidden" name="key" value="{}">
            <div class="faults" role="alert" tabindex="-1"></div>
            <div class="columns even"><div>
            <fieldset><legend>How it came</legend><div class="ticks">{}</div></fieldset>
            <label for="text">What they say <small>(their own words)</small></label>
            <textarea id="text" name="text" rows="6" required dir="auto" autofocus></textarea>
            <button>Save the report</button></div><div>
            <div class="pair">{}{}{}
            <div><label for="at">When they saw it <small>({})</small></label>
            <input id="at" name="at" type="datetime-local"></div></div>{}</div></div></form>
            """,
            Layout.csrf(ask),
            UUID.randomUUID(),
            Html.join(WAYS.stream().map(EntryPage::way)),
            field("caller", "Who says so", 200),
            field("contact", "Where to ring back", 200),
            field("lang", "Their language, as en, vi, es", 10),
            times.zone(),
            where()));
  }

  private static Html way(Via v) {
    return Html.of(
        "<label><input type=\"radio\" name=\"via\" value=\"{}\"{}> {}</label>",
        v.word(),
        Html.of(" checked").when(v == Via.PHONE),
        Labels.sentence(Labels.of(v)));
  }

  private Html where() {
    return Html.of(
        "{}<div class=\"pair\">{}{}</div>{}",
        field("place", "Where", 200),
        field("lat", "Latitude", 20),
        field("lon", "Longitude", 20),
        map == null
            ? Html.NONE
            : Html.of("<p class=\"soft\">Or click on the map.</p>{}", map.draw(List.of())));
  }

  private static Html field(String name, String words, int most) {
    return Html.of(
        "<div><label for=\"{}\">{}</label><input id=\"{}\" name=\"{}\" maxlength=\"{}\""
            + " autocomplete=\"off\" dir=\"auto\"></div>",
        name,
        words,
        name,
        name,
        most);
  }
}
