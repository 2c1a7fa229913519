package org.currawong.radio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.currawong.domain.text.Fit;
import org.currawong.domain.text.Spoken;
import org.currawong.domain.text.Unit;

/**
 * What is read on air in one language: by a voice or by a person, the same words. Lines in square
 * brackets are directions and are not read.
 *
 * @param language ISO 639-1
 * @param first the first reading, a sentence an item
 * @param again the repetition; never empty
 * @param leftOut what was left out to stay under the limit, in plain words; empty when nothing was
 */
public record Script(
    String language, List<String> first, List<String> again, List<String> leftOut) {

  /** Silence after a sentence, ms: long enough to be heard as its end. */
  static final int PAUSE_MS = 350;

  /** Silence before the repetition, ms: the listener notices that it begins again. */
  static final int PAUSE_AGAIN_MS = 900;

  private static final int MS = 1000;

  public Script {
    first = List.copyOf(first);
    again = List.copyOf(again);
    leftOut = List.copyOf(leftOut);
  }

  /** Every sentence in the order it is said. */
  public List<String> sentences() {
    return Stream.concat(first.stream(), again.stream()).toList();
  }

  /**
   * Seconds on air against the limit of 90 s: words at 150 a minute, pauses and both chimes. An
   * estimate; a recording is measured itself.
   */
  public Fit fit() {
    int pauses = sentences().size() * PAUSE_MS + PAUSE_AGAIN_MS + 2 * Chime.MILLISECONDS;
    int seconds = Spoken.seconds(String.join(" ", sentences())) + Math.ceilDiv(pauses, MS);
    int over = seconds - Spoken.MOST_SECONDS;
    return new Fit(
        seconds,
        Spoken.MOST_SECONDS,
        Unit.SECONDS,
        1,
        over > 0 ? List.of(over + " seconds too long to say") : List.of());
  }

  /** The text as people see, approve and read it: UTF-8, a sentence a line. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("[Script, " + language + ", about " + fit().used() + " seconds]");
    leftOut.forEach(what -> lines.add("[Left out to stay under the limit: " + what + "]"));
    lines.add("[Chime]");
    lines.addAll(first);
    lines.add("[Again]");
    lines.addAll(again);
    lines.add("[Chime]");
    return String.join("\n", lines) + "\n";
  }

  /** {@link #text()} as the artefact's bytes. */
  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
