package org.currawong.console.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.currawong.console.ConsoleParts;
import org.currawong.console.ConsoleSettings;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.Word;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Hazard;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.report.Placed;

/** Where an alert is written. */
public final class ComposerPage {

  /** Ways out that no alert can leave out (CONTRACT.md, channels). */
  private static final List<String> ALWAYS = List.of("radio", "print", "cap");

  private final ConsoleParts parts;
  private final ConsoleSettings settings;
  private final Layout layout;
  private final Times times;
  private final ComposerTexts texts;

  ComposerPage(ConsoleParts parts, ConsoleSettings settings, Layout layout, Times times) {
    this.parts = parts;
    this.settings = settings;
    this.layout = layout;
    this.times = times;
    this.texts = new ComposerTexts(settings);
  }

  /** {@code GET /console/alerts/new}. */
  public Reply fresh(Ask ask) {
    Alert old = parts.board().read(s -> ask.query("renew").map(s::alert).orElse(null));
    if (old != null && old.releasedAt() != null) {
      Draft again = Renewal.of(old, times.now());
      return page(ask, "Renew an alert", "/api/alerts", "alert-renew-" + old.id(), null, again);
    }
    String incident = ask.query("incident").orElse(null);
    Area area = parts.board().read(s -> area(s.incident(incident)));
    Draft blank =
        new Draft(
            null,
            null,
            AlertLevel.COMMUNITY_INFORMATION,
            null,
            null,
            null,
            null,
            null,
            null,
            area,
            null,
            null,
            null,
            begunIn(),
            null,
            null,
            incident,
            null,
            null);
    return page(ask, "Write an alert", "/api/alerts", "alert-new", null, blank);
  }

  /** The town's own language, and those of its others in which the phrase bank has words. */
  private List<String> begunIn() {
    Set<String> bank = PhraseBank.shipped().languages();
    String own = settings.languages().getFirst();
    return settings.languages().stream().filter(l -> l.equals(own) || bank.contains(l)).toList();
  }

  private static Area area(Incident i) {
    Placed place = i == null ? null : i.about().open().map(Incident.About::place).orElse(null);
    return place == null ? null : new Area(place.name(), null, null, null);
  }

  /** {@code GET /console/alerts/{id}/edit}. */
  public Reply edit(Ask ask) {
    Alert a = parts.board().read(s -> s.alert(ask.param("id")));
    if (a == null) {
      throw Fault.of(404, "there is no such alert");
    }
    return switch (a.state()) {
      case DRAFT, SUBMITTED, APPROVED ->
          // Words typed over one version never come back over another.
          page(
              ask,
              "Change an alert",
              "/api/alerts/" + a.id(),
              "alert-" + a.id() + "-" + a.version(),
              a,
              a.draft());
      case RELEASED, EXPIRED, WITHDRAWN -> Reply.seeOther("/console/alerts/" + a.id());
    };
  }

  private Reply page(Ask ask, String title, String action, String keep, Alert a, Draft d) {
    Html form =
        Html.of(
            """
            <form method="post" action="{}" data-send data-composer data-first="{}" data-zone="{}"
              data-status="{}" data-keep="{}">{}{}
            <div class="columns"><div><section class="card">{}{}{}</section>
            <section class="card"><h2>The words</h2>{}</section>
            <section class="card"><h2>Who says so, and how it goes out</h2>{}{}</section></div>
            <div><div class="sticky"><section class="card"><h2>Room left</h2>
            <ul class="limits" id="limits">
            <li>Known once something is written.</li></ul></section>
            <section class="card"><div class="faults" role="alert" tabindex="-1"></div>
            <button>Save the draft</button>
            <p class="soft">Saving sends nothing. Two others must approve it.</p></section></div></div>
            </div></form><script type="application/json" id="phrases">{}</script>
            """,
            action,
            d.firstLanguage(),
            times.zone(),
            d.status() == null ? "" : d.status().word(),
            keep,
            Layout.csrf(ask),
            Html.of(
                    "<input type=\"hidden\" name=\"if_match\" value=\"{}\">",
                    a == null ? "" : a.version())
                .when(a != null),
            status(a, d),
            danger(d),
            area(d),
            texts.of(d),
            authority(d),
            ways(d),
            Html.json(ComposerTexts.phrases()));
    Html drill =
        Html.of(
            "<p class=\"drill\" id=\"drill\" role=\"note\"{}><strong>EXERCISE</strong> Nothing of"
                + " this is sent to the public.</p>",
            Html.of(" hidden").when(!LevelMark.exercise(d)));
    return layout.page(
        ask, title, LevelMark.mood(d), drill.and(Html.of("<h1>{}</h1>{}", title, form)));
  }

  private Html status(Alert a, Draft d) {
    if (a != null) {
      return Html.of(
          "<p>{} <span class=\"soft\">It stays so.</span></p>"
              + "<input type=\"hidden\" name=\"status\" value=\"{}\">",
          layout.tag(d),
          d.status().word());
    }
    return Html.of(
        """
        <fieldset><legend>Is it real?</legend><div class="ticks">
        <label><input type="radio" name="status" value="{}" required{}> {}: it is happening</label>
        <label><input type="radio" name="status" value="{}"{}> Exercise: nothing is real</label>
        </div></fieldset>
        """,
        AlertStatus.ACTUAL.word(),
        Html.of(" checked").when(d.status() == AlertStatus.ACTUAL),
        settings.demonstration() ? "Demonstration, as if live" : "Live",
        AlertStatus.EXERCISE.word(),
        Html.of(" checked").when(d.status() == AlertStatus.EXERCISE));
  }

  private Html danger(Draft d) {
    return Html.of(
        """
        <div class="pair"><div><label for="hazard">Danger</label><select id="hazard" name="hazard">
        <option value="">Choose</option>{}</select></div>
        <div><label for="level">Level</label><select id="level" name="level">{}</select></div></div>
        <p class="soft">A warning level needs the agency that set it. The community's own words are
        community information.</p><div class="pair">{}{}</div>
        """,
        options(Stream.of(Hazard.values()), d.hazard(), h -> Labels.of((Hazard) h)),
        options(Stream.of(AlertLevel.values()), d.level(), l -> Labels.of((AlertLevel) l)),
        time("expires", "Ends", d.expires(), List.of(3, 6, 12)),
        time("next_update", "Next update by", d.nextUpdate(), List.of(1, 2, 3)));
  }

  private static Html options(
      Stream<? extends Word> all, Word chosen, java.util.function.Function<Word, String> words) {
    List<Html> options = new ArrayList<>();
    all.forEach(
        w ->
            options.add(
                Html.of(
                    "<option value=\"{}\"{}>{}</option>",
                    w.word(),
                    Html.of(" selected").when(w == chosen),
                    words.apply(w))));
    return Html.join(options);
  }

  private Html time(String name, String words, java.time.Instant at, List<Integer> hours) {
    return Html.of(
        """
        <div><label for="{}">{} <small>({})</small></label>
        <input id="{}" name="{}" type="datetime-local" value="{}">
        <div class="scripted" hidden>{}</div></div>
        """,
        name,
        words,
        times.zone(),
        name,
        name,
        times.field(at),
        Html.join(
            hours.stream()
                .map(
                    h ->
                        Html.of(
                            "<button type=\"button\" class=\"quiet\" data-hours=\"{}\""
                                + " data-for=\"{}\">in {} h</button> ",
                            h,
                            name,
                            h))));
  }

  private static Html area(Draft d) {
    Area a = d.area() == null ? new Area(null, null, null, null) : d.area();
    return Html.of(
        """
        <h2 class="below">Where</h2><label for="area">Name of the area <small>(as people call it; those who approve
        type it again)</small></label>
        <input id="area" name="area.name" maxlength="500" value="{}" dir="auto" autocomplete="off">
        <label for="boundary">Its edge in words</label>
        <input id="boundary" name="area.boundary" maxlength="2000" value="{}" dir="auto"
          autocomplete="off">
        <details><summary>Its edge on the map</summary>
        <label for="circle">Circle <small>(lat,lon radius in km, such as -33.52,150.25 3)</small></label>
        <input id="circle" name="area.circle" maxlength="200" value="{}" autocomplete="off">
        <label for="polygon">Corners <small>(lat,lon lat,lon …, the last as the first)</small></label>
        <textarea id="polygon" name="area.polygon" rows="2" maxlength="20000">{}</textarea></details>
        """,
        Html.value(a.name()),
        Html.value(a.boundary()),
        Html.value(a.circle()),
        Html.value(a.polygon()));
  }

  private Html authority(Draft d) {
    Authority a = d.authority() == null ? new Authority(null, null, null, null) : d.authority();
    return Html.of(
        """
        <p class="soft">Leave this empty for the community's own words.</p>
        <div class="pair"><div><label for="aname">Agency whose warning you pass on</label>
        <input id="aname" name="authority.name" maxlength="500" value="{}" autocomplete="off"></div>
        <div><label for="aref">Its reference</label>
        <input id="aref" name="authority.reference" maxlength="500" value="{}" autocomplete="off"></div>
        <div><label for="aseen">When you learnt of it <small>({})</small></label>
        <input id="aseen" name="authority.seen_at" type="datetime-local" value="{}"></div>
        <div><label for="aby">How</label><select id="aby" name="authority.by">
        <option value="">Choose</option>{}</select></div></div>
        <input type="hidden" name="incident" value="{}">
        """,
        Html.value(a.name()),
        Html.value(a.reference()),
        times.zone(),
        times.field(a.seenAt()),
        Html.join(
            Stream.of("phone", "feed", "radio", "person")
                .map(
                    by ->
                        Html.of(
                            "<option value=\"{}\"{}>{}</option>",
                            by,
                            Html.of(" selected").when(by.equals(a.by())),
                            Labels.sentence(by)))),
        Html.value(d.incident()));
  }

  private Html ways(Draft d) {
    return Html.of(
        "<fieldset><legend>It goes out</legend><div class=\"ticks\">{}</div></fieldset>",
        Html.join(settings.ways().stream().map(w -> way(d, w))));
  }

  private static Html way(Draft d, String way) {
    boolean always = ALWAYS.contains(way);
    boolean on = always || d.channels() == null || d.channels().contains(way);
    return Html.of(
        "<label>{}<input type=\"checkbox\" {} value=\"{}\"{}{}> <span data-way-words=\"{}\">{}"
            + "</span></label>",
        Html.of("<input type=\"hidden\" name=\"channels\" value=\"{}\">", way).when(always),
        Html.of("name=\"channels\"").when(!always),
        way,
        Html.of(" checked").when(on),
        Html.of(" disabled").when(always),
        way,
        Labels.sentence(Labels.way(way)));
  }
}
