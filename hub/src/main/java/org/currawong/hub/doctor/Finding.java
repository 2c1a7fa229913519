package org.currawong.hub.doctor;

import org.currawong.domain.Word;

/**
 * What was found about one thing.
 *
 * @param about the thing, in one or two words
 * @param says what it is like, a clause
 * @param mend what to do; empty where nothing is to be done
 */
public record Finding(Level level, String about, String says, String mend) {

  /** How bad it is: with {@code FAIL} the hub can't do its duty. */
  public enum Level implements Word {
    OK,
    WARN,
    FAIL;

    @Override
    public String word() {
      return Word.hyphened(this);
    }
  }

  static Finding ok(String about, String says) {
    return new Finding(Level.OK, about, says, "");
  }

  static Finding warn(String about, String says, String mend) {
    return new Finding(Level.WARN, about, says, mend);
  }

  static Finding fail(String about, String says, String mend) {
    return new Finding(Level.FAIL, about, says, mend);
  }

  /** One line for a terminal. */
  public String line() {
    String end = mend.isEmpty() ? "" : "; " + mend;
    return "%-4s  %s: %s%s".formatted(level.word(), about, says, end);
  }
}
