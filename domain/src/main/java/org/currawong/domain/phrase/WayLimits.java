package org.currawong.domain.phrase;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.currawong.domain.Decision.Reason;
import org.currawong.domain.Rules;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.text.Fit;
import org.currawong.domain.text.Headline;
import org.currawong.domain.text.RdsText;

/** Measures a draft's words as each way out will carry them, frames and marks included. */
public final class WayLimits implements Rules.TextLimits {

  /** Ways out measured here that no draft can leave out (CONTRACT.md). */
  private static final Set<String> ALWAYS = Set.of("cap");

  /**
   * Not decided here: a display that lacks letters is left out, and the radio's own script leaves
   * out what it may before it is too long.
   */
  private static final Set<String> DECIDED_ELSEWHERE = Set.of("rds", "radio");

  /** A time whose wording is among the longest: what fits with it fits whenever it is rendered. */
  private static final LocalDateTime LONGEST_TIME = LocalDateTime.of(2026, 9, 30, 22, 30);

  private final PhraseBank bank;
  private final Speaker speaker;

  /**
   * @param hubName what the hub calls itself; it stands in every text
   * @param publicUrl where residents find more, or {@code null}
   * @param zone in which times are told
   * @param demonstration whether every text is marked as a demonstration
   */
  public WayLimits(
      PhraseBank bank, String hubName, String publicUrl, ZoneId zone, boolean demonstration) {
    this.bank = bank;
    Instant longest = LONGEST_TIME.atZone(zone).toInstant();
    this.speaker = new Speaker(hubName, publicUrl, zone, longest, demonstration);
  }

  /** Of the radio only an estimate, which holds no frames: a draft may yet be without its area. */
  @Override
  public Map<String, Map<String, Fit>> fits(Draft draft) {
    Map<String, Map<String, Fit>> fits = new LinkedHashMap<>();
    for (String language : draft.languages()) {
      words(draft, language).ifPresent(words -> fits.put(language, words.fits()));
    }
    return fits;
  }

  /**
   * Refuses only what exceeds the parts, lines or characters allowed; seconds are the radio's. A
   * display that lacks a language's letters is no reason: that form is then said to be missing.
   */
  @Override
  public List<Reason> over(Draft draft) {
    List<Reason> reasons = new ArrayList<>();
    for (String language : draft.languages()) {
      words(draft, language).ifPresent(words -> over(reasons, draft, words));
    }
    return reasons;
  }

  private void over(List<Reason> reasons, Draft draft, AlertWords words) {
    words
        .fits()
        .forEach(
            (way, fit) -> {
              Fit counted = way.equals("cap") ? Headline.fit(words.headline()) : fit;
              boolean checked = !DECIDED_ELSEWHERE.contains(way) && goesBy(draft, way);
              if (checked && !counted.fits()) {
                reasons.add(reason(draft, words, way, String.join("; ", counted.over())));
              }
            });
    boolean displayed = words.language().equals(draft.firstLanguage()) && goesBy(draft, "rds");
    int lines = RdsText.split(words.brief(), words.mark()).parts().size();
    if (displayed && lines > RdsText.MOST_LINES) {
      reasons.add(
          reason(
              draft,
              words,
              "rds",
              lines + " lines, at most " + RdsText.MOST_LINES + " may be sent"));
    }
  }

  private static boolean goesBy(Draft draft, String way) {
    return ALWAYS.contains(way) || draft.channels() == null || draft.channels().contains(way);
  }

  private static Reason reason(Draft draft, AlertWords words, String way, String what) {
    boolean first = words.language().equals(draft.firstLanguage());
    String field = way.equals("cap") ? "headline" : "instruction";
    return new Reason(
        first ? field : "texts." + words.language() + "." + field,
        "too long by " + way + " (" + words.language() + "): " + what);
  }

  private Optional<AlertWords> words(Draft draft, String language) {
    return AlertWords.of(bank, draft, Wording.ALERT, language, speaker);
  }
}
