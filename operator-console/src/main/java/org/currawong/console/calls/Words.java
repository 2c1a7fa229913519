package org.currawong.console.calls;

import java.time.ZoneId;
import java.util.Optional;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.phrase.CorrectionWords;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.report.ReportStatus;

/** What residents are told, in the phrase bank's words (SAFETY.md, sections 1 and 5). */
public final class Words {

  private static final PhraseBank BANK = PhraseBank.shipped();

  private Words() {}

  /**
   * What the sender of a report is told of it, and that this is not Triple Zero.
   *
   * @param language ISO 639-1, or {@code null}; English where the bank has no such words
   */
  public static String status(ReportStatus status, String language) {
    return in(language, "receipt.status." + status.word()) + " " + not000(language);
  }

  /** Stands on every page and receipt for residents. */
  public static String not000(String language) {
    return in(language, "action.call-000-if-in-danger")
        + " "
        + in(language, "notice.not-a-replacement");
  }

  /** A phrase without slots; in English where the language has none. */
  public static String in(String language, String id) {
    return BANK.wordsOrEnglish(id, language == null ? PhraseBank.REFERENCE : language).orElse("");
  }

  /** What is said of an alert that is taken back; empty where the bank has no such words. */
  public static Optional<CorrectionWords> correction(
      Alert alert, WithdrawalKind kind, ZoneId zone, String language) {
    return CorrectionWords.of(BANK, alert, kind, zone, language);
  }
}
