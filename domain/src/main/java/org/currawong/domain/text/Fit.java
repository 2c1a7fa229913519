package org.currawong.domain.text;

import java.util.List;

/**
 * How much of a way out's room a text takes, for the composer's live display and for the check at
 * submit.
 *
 * @param used what the text takes, in {@code unit}, numbering of parts included; 0 or more
 * @param allowed what may be used in all, in {@code unit}
 * @param unit the way out's own unit
 * @param parts the number of messages or lines it becomes; 0 for an empty text
 * @param over what does not fit, each in plain words; empty when the text fits
 */
public record Fit(int used, int allowed, Unit unit, int parts, List<String> over) {

  /** Copies the list. */
  public Fit {
    over = List.copyOf(over);
  }

  /** Whether the text may go out as it stands. */
  public boolean fits() {
    return over.isEmpty();
  }

  /** One line for a screen, such as {@code 214 of 459 SMS characters, 2 parts}. */
  public String words() {
    String count = used + " of " + allowed + " " + unit.words();
    return parts > 1 ? count + ", " + parts + " parts" : count;
  }
}
