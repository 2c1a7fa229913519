package org.currawong.domain.phrase;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.alert.Wording;

/**
 * What is said of an alert that is taken back: fixed words with its place and its time, and nothing
 * of its content.
 *
 * @param headline one line, or an empty string where the language has none
 * @param text all of it, in sentences
 */
public record CorrectionWords(String headline, String text) {

  /**
   * The words in a language; empty where the bank lacks them or the place has no name.
   *
   * @param said when the alert was said
   */
  static Optional<CorrectionWords> of(
      PhraseBank bank, Wording wording, String place, Instant said, ZoneId zone, String language) {
    if (place.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> slots = Map.of("place", place, "time", TimeWords.say(said, zone, language));
    String headline =
        bank.fill("correction.headline." + wording.word(), language, slots).orElse("");
    return bank.fill("correction." + wording.word(), language, slots)
        .map(text -> new CorrectionWords(headline, text));
  }

  /** The words about an alert that was rendered; empty where the bank lacks them. */
  public static Optional<CorrectionWords> of(
      PhraseBank bank, Alert alert, WithdrawalKind kind, ZoneId zone, String language) {
    String place = alert.draft().area().name().strip();
    return of(bank, kind.wording(), place, alert.cap().sent(), zone, language);
  }
}
