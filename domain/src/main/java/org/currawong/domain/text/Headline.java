package org.currawong.domain.text;

import java.util.List;

/** The CAP headline: one line, about 160 characters (OASIS CAP 1.2, section 3.2.2, headline). */
public final class Headline {

  /** Characters that receivers are known to show. */
  public static final int MOST_CHARACTERS = 160;

  private Headline() {}

  /** Whether receivers will show the whole of it. */
  public static Fit fit(String headline) {
    int used = headline.codePointCount(0, headline.length());
    List<String> over =
        used > MOST_CHARACTERS
            ? List.of((used - MOST_CHARACTERS) + " characters too long for a headline")
            : List.of();
    return new Fit(used, MOST_CHARACTERS, Unit.CHARACTERS, used > 0 ? 1 : 0, over);
  }
}
