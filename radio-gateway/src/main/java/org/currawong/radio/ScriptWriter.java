package org.currawong.radio;

import java.util.List;
import java.util.Optional;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.PhraseBank;

/**
 * Draft to script: what and where, what to do, when, who says so, when the next update comes
 * (SAFETY.md, section 2), all of it twice where there is room, action and place twice always. An
 * exercise and a demonstration say so before and after. Pure.
 */
public final class ScriptWriter {

  private static final List<String> ALERT_FRAMES =
      List.of(
          "frame.radio-open",
          "frame.what",
          "frame.time",
          "frame.until",
          "frame.community-source",
          "frame.next-update",
          "frame.radio-repeat",
          "frame.radio-close");

  private final PhraseBank phrases;

  /** A writer that takes its fixed words from {@code phrases}. */
  public ScriptWriter(PhraseBank phrases) {
    this.phrases = phrases;
  }

  /**
   * The scripts that say this draft, longest first; each later one leaves something more out. None
   * leaves out action, place, time or source. The first that fits is the one to read.
   *
   * @return empty when the bank lacks fixed words of the language, or the draft its text in it, its
   *     area or its times: nothing is guessed, and no other language takes its place
   */
  public List<Script> scripts(RenderInput input, Wording wording, String language) {
    Draft draft = input.draft();
    AlertText text = draft.text(language);
    if (draft.area() == null || isEmpty(draft.area().name()) || text == null) {
      return List.of();
    }
    Wordbook words = new Wordbook(phrases, input, language);
    Announcement said =
        new Announcement(
            language, words.fixed("frame.radio-repeat"), words.fixed("frame.radio-close"));
    boolean marked = mark(said, words, input);
    said.say(Part.OPEN, words.fixed("frame.radio-open"));
    boolean complete =
        wording == Wording.ALERT
            ? alert(said, words, draft, text)
            : correction(said, words, "correction." + wording.word());
    return marked && complete ? said.longestFirst() : List.of();
  }

  /**
   * The first script that fits, or the shortest when none does: its {@link Script#fit()} says by
   * how much it is too long. Empty as for {@link #scripts}.
   */
  public Optional<Script> script(RenderInput input, Wording wording, String language) {
    List<Script> all = scripts(input, wording, language);
    return all.stream()
        .filter(s -> s.fit().fits())
        .findFirst()
        .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
  }

  private static boolean alert(Announcement said, Wordbook words, Draft draft, AlertText text) {
    boolean official = draft.level() != null && draft.level() != AlertLevel.COMMUNITY_INFORMATION;
    List<String> headline = words.free(text.headline());
    List<String> what = official ? words.fixed("frame.headline") : words.fixed("frame.what");
    // A headline made from phrases is the same sentence.
    said.say(Part.HEADLINE, headline.equals(what) ? List.of() : headline)
        .say(Part.WHAT, what)
        .say(Part.DESCRIPTION, words.free(text.description()))
        .say(Part.BOUNDARY, words.fixed("frame.boundary"))
        .say(Part.ACTION, words.free(text.instruction()))
        .say(Part.WHEN, words.fixed("frame.time"))
        .say(Part.WHEN, words.fixed("frame.until"))
        .say(Part.NEXT, words.fixed("frame.next-update"));
    if (!official) {
      said.say(Part.SOURCE, words.fixed("frame.community-source"));
    }
    said.say(Part.SOURCE, words.fixed("frame.relayed"));
    boolean sourced = !official || words.has("frame.relayed");
    return words.hasAll(ALERT_FRAMES) && !isEmpty(text.instruction()) && sourced;
  }

  private static boolean correction(Announcement said, Wordbook words, String id) {
    said.say(Part.ACTION, words.fixed(id))
        .say(Part.SOURCE, words.fixed("frame.community-source"))
        .say(Part.NEXT, words.fixed("frame.more"));
    return words.has(id);
  }

  /** False when the language lacks a mark that this message must bear. */
  private static boolean mark(Announcement said, Wordbook words, RenderInput input) {
    AlertStatus status = input.draft().status();
    boolean marked = true;
    if (status == AlertStatus.EXERCISE || input.realm() == Realm.EXERCISE) {
      marked &= mark(said, words, "exercise");
    }
    if (status == AlertStatus.TEST || input.realm() == Realm.TEST) {
      marked &= mark(said, words, "test");
    }
    if (input.demonstration() || input.realm() == Realm.DEMO) {
      marked &= mark(said, words, "demonstration");
    }
    return marked;
  }

  private static boolean mark(Announcement said, Wordbook words, String name) {
    said.say(Part.MARK, words.mark(name));
    return words.hasAll(List.of("mark." + name, "notice." + name));
  }

  private static boolean isEmpty(String text) {
    return text == null || text.isBlank();
  }
}
