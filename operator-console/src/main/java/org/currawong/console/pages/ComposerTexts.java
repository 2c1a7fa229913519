package org.currawong.console.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.currawong.console.ConsoleSettings;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Hazard;
import org.currawong.domain.alert.TextOrigin;
import org.currawong.domain.phrase.Phrase;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.phrase.PhraseSlots;

/** The words of an alert in each language, with the phrase bank at hand. */
final class ComposerTexts {

  private static final PhraseBank BANK = PhraseBank.shipped();

  private final ConsoleSettings settings;

  ComposerTexts(ConsoleSettings settings) {
    this.settings = settings;
  }

  Html of(Draft d) {
    String first = d.firstLanguage();
    List<String> others =
        Stream.concat(settings.languages().stream(), d.languages().stream())
            .filter(l -> !l.equals(first))
            .distinct()
            .toList();
    return Html.of(
        """
        <input type="hidden" name="languages" value="{}">
        <fieldset><legend>Languages</legend><p class="soft">First in {}, which you write.</p>
        <div class="ticks">{}</div></fieldset>
        <div class="scripted" hidden><div class="pair"><div>
        <label for="phrase">Add a sentence in every language</label>
        <select id="phrase"><option value="">Choose what to do</option>{}</select></div><div>
        <button type="button" id="headlines" class="second">Make the headlines from phrases</button>
        <p id="headline-note" role="status" class="bad"></p></div></div></div>
        <h3>{}</h3>{}{}
        """,
        first,
        Labels.language(first),
        Html.join(others.stream().map(l -> tick(d, l))),
        Html.join(
            actions().map(p -> Html.of("<option value=\"{}\">{}</option>", p.id(), p.text()))),
        Labels.language(first),
        fields("", first, d.headline(), d.description(), d.instruction()),
        Html.join(others.stream().map(l -> other(d, l))));
  }

  private static Html tick(Draft d, String language) {
    return Html.of(
        "<label><input type=\"checkbox\" name=\"languages\" value=\"{}\"{}> {}</label>",
        language,
        Html.of(" checked").when(d.languages().contains(language)),
        Labels.language(language));
  }

  private static Html fields(
      String prefix, String language, String headline, String description, String instruction) {
    return Html.of(
        """
        <label for="{}h">Headline <small>(what and where)</small></label>
        <input id="{}h" name="{}headline" maxlength="500" value="{}" lang="{}" dir="auto"
          autocomplete="off">
        <label for="{}d">What is happening</label>
        <textarea id="{}d" name="{}description" rows="3" maxlength="8000" lang="{}" dir="auto">{}</textarea>
        <label for="{}i">What to do</label>
        <textarea id="{}i" name="{}instruction" rows="3" maxlength="8000" lang="{}" dir="auto">{}</textarea>
        """,
        prefix,
        prefix,
        prefix,
        Html.value(headline),
        language,
        prefix,
        prefix,
        prefix,
        language,
        Html.value(description),
        prefix,
        prefix,
        prefix,
        language,
        Html.value(instruction));
  }

  private static Html other(Draft d, String language) {
    AlertText t =
        d.texts().getOrDefault(language, new AlertText(null, null, null, TextOrigin.PERSON, null));
    String prefix = "texts." + language + ".";
    return Html.of(
        """
        <fieldset data-language="{}"><legend>{}</legend>{}
        <label for="{}o">These words are</label><select id="{}o" name="{}origin">{}</select>
        <div class="ticks"><label><input type="checkbox" name="{}read_by" value="{}"{}>
        I read {} and have read these words: they say the same</label></div>
        <p class="soft">Without the tick only sentences of the phrase bank go out.</p></fieldset>
        """,
        language,
        Labels.language(language),
        fields(prefix, language, t.headline(), t.description(), t.instruction()),
        prefix,
        prefix,
        prefix,
        Html.join(Stream.of(TextOrigin.values()).map(o -> origin(o, t.origin()))),
        prefix,
        t.readBy() == null ? "me" : t.readBy(),
        Html.of(" checked").when(t.readBy() != null),
        Labels.language(language));
  }

  private static Html origin(TextOrigin o, TextOrigin chosen) {
    String words =
        switch (o) {
          case PHRASE -> "from the phrase bank";
          case PERSON -> "written by a person";
          case MODEL -> "made by a machine";
        };
    return Html.of(
        "<option value=\"{}\"{}>{}</option>",
        o.word(),
        Html.of(" selected").when(o == chosen),
        words);
  }

  private static Stream<Phrase> actions() {
    return BANK.phrases().stream()
        .filter(p -> p.language().equals(PhraseBank.REFERENCE))
        .filter(p -> p.id().startsWith("action.") && p.slots().isEmpty());
  }

  /** The bank as the page's script wants it: by language. */
  static Map<String, Object> phrases() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String language : BANK.languages()) {
      Map<String, Object> one = new LinkedHashMap<>();
      Map<String, String> actions = new LinkedHashMap<>();
      actions().forEach(p -> word(p.id(), language).ifPresent(w -> actions.put(p.id(), w)));
      one.put("actions", actions);
      one.put("headline", BANK.find("frame.headline", language).map(Phrase::text).orElse(null));
      Map<String, String> hazards = new LinkedHashMap<>();
      for (Hazard h : Hazard.values()) {
        word("hazard." + h.word(), language).ifPresent(w -> hazards.put(h.word(), w));
      }
      one.put("hazards", hazards);
      Map<String, String> levels = new LinkedHashMap<>();
      for (AlertLevel l : AlertLevel.values()) {
        word(PhraseSlots.levelId(l), language).ifPresent(w -> levels.put(l.word(), w));
      }
      one.put("levels", levels);
      all.put(language, one);
    }
    return all;
  }

  private static Optional<String> word(String id, String language) {
    return BANK.words(id, language);
  }
}
