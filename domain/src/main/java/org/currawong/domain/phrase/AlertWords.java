package org.currawong.domain.phrase;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.text.Fit;
import org.currawong.domain.text.Headline;
import org.currawong.domain.text.MeshText;
import org.currawong.domain.text.RdsText;
import org.currawong.domain.text.SmsText;
import org.currawong.domain.text.Spoken;

/**
 * All words of an alert, or of its correction, in one language, before a way out gives them form.
 * Every form is made of these, so that every form carries the same core: action, place, time,
 * source (SAFETY.md, section 3). A part that does not exist is an empty string.
 *
 * @param language ISO 639-1
 * @param wording the alert itself or one of its corrections
 * @param mark exercise, demonstration or test words that stand before all others
 * @param notice what the mark means, in a sentence
 * @param headline what and where, one line
 * @param place the area's name
 * @param boundary the area's edge in words
 * @param description more of what happens
 * @param instruction what to do
 * @param time when it was said, with its day
 * @param source who says so, a sentence
 * @param briefTime the same in few letters
 * @param nextUpdate when the next update comes, a sentence
 * @param briefNextUpdate the same in few letters
 * @param until when it ends, a sentence
 * @param more where to find more, a sentence
 */
public record AlertWords(
    String language,
    Wording wording,
    String mark,
    String notice,
    String headline,
    String place,
    String boundary,
    String description,
    String instruction,
    String time,
    String briefTime,
    String source,
    String nextUpdate,
    String briefNextUpdate,
    String until,
    String more) {

  /** The words of a rendering; see the other {@code of}. */
  public static Optional<AlertWords> of(
      PhraseBank bank, RenderInput input, Wording wording, String language) {
    return of(bank, input.draft(), wording, language, Speaker.of(input));
  }

  /**
   * The words in a language, or nothing where the draft has no text in it, or for a correction
   * where the bank has no fixed words in it. A frame that the bank lacks in the language is left
   * out, never said in another language; only the marks fall back to their English form.
   */
  public static Optional<AlertWords> of(
      PhraseBank bank, Draft draft, Wording wording, String language, Speaker speaker) {
    return new Wordsmith(bank, draft, wording, language, speaker).words();
  }

  /** True for a correction. */
  public boolean isCorrection() {
    return wording != Wording.ALERT;
  }

  /** The core on one line, for SMS, mesh and radio displays. */
  public String brief() {
    Stream<String> parts =
        isCorrection()
            ? Stream.of(mark, instruction, source, more)
            : Stream.of(
                mark, headline, placeUnlessSaid(), instruction, briefTime, source, briefNextUpdate);
    return sentences(parts);
  }

  /** What a caller reads out, and a voice says, once: mark, what and where, what to do, by whom. */
  public String spoken() {
    Stream<String> parts =
        isCorrection()
            ? Stream.of(mark, notice, instruction, source, more)
            : Stream.of(
                mark,
                notice,
                headline,
                placeUnlessSaid(),
                description,
                instruction,
                time,
                source,
                nextUpdate);
    return sentences(parts);
  }

  /** How much of each way out's room the words take, by the way out's name, for the composer. */
  public Map<String, Fit> fits() {
    Map<String, Fit> fits = new LinkedHashMap<>();
    fits.put("cap", Headline.fit(sentences(Stream.of(mark, headline))));
    fits.put("sms", SmsText.split(brief()).fit());
    fits.put("mesh", MeshText.split(brief(), mark).fit());
    fits.put("rds", RdsText.split(brief(), mark).fit());
    String twice = sentences(Stream.of(headline, placeUnlessSaid(), instruction));
    fits.put("radio", Spoken.fit(spoken() + " " + twice));
    return fits;
  }

  /** The place as a sentence of its own, or nothing where the words name it already. */
  public String placeUnlessSaid() {
    return place.isEmpty() || says(headline) || says(instruction) ? "" : place;
  }

  /** As words of their own: "across" does not name Ross. */
  private boolean says(String text) {
    String said = text.toLowerCase(Locale.ROOT);
    String name = place.toLowerCase(Locale.ROOT);
    for (int at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1)) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(said.codePointBefore(at));
      int end = at + name.length();
      if (begins && (end == said.length() || !Character.isLetterOrDigit(said.codePointAt(end)))) {
        return true;
      }
    }
    return false;
  }

  /** Joins what is there, each part ended as a sentence, all white space made single spaces. */
  static String sentences(Stream<String> parts) {
    return parts
        .map(part -> part.replaceAll("\\s+", " ").strip())
        .filter(part -> !part.isEmpty())
        .map(AlertWords::ended)
        .collect(Collectors.joining(" "));
  }

  private static String ended(String part) {
    int last = part.codePointBefore(part.length());
    if (!Character.isLetterOrDigit(last) && last != ')' && last != '"') {
      return part;
    }
    return part + (Character.isIdeographic(last) ? "。" : ".");
  }
}
