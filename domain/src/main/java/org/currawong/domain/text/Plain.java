package org.currawong.domain.text;

/**
 * A stranger's text made harmless to look at: nothing in it can move a cursor, hide a word or turn
 * the direction of what stands beside it. For display only; what was received stays as it came.
 */
public final class Plain {

  private static final int REPLACEMENT = 0xFFFD;
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE = 0x7F;
  private static final int DELETE_PICTURE = 0x2421;

  /** More unreadable characters than one in this many: bytes of something else, not a text. */
  private static final int UNREADABLE_SHARE = 10;

  private Plain() {}

  /** The text for display, line breaks and tabs kept. */
  public static String shown(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  /** The text for display on one line, runs of white space as one space. */
  public static String oneLine(String text) {
    return shown(text).replaceAll("\\s+", " ").strip();
  }

  /** Whether people could read it: something visible, and hardly anything unreadable. */
  public static boolean isText(String text) {
    long points = text.codePoints().count();
    long bad = text.codePoints().filter(Plain::isUnreadable).count();
    boolean visible = text.codePoints().anyMatch(Character::isLetterOrDigit);
    boolean pictures =
        text.codePoints().anyMatch(p -> Character.getType(p) == Character.OTHER_SYMBOL);
    return (visible || pictures) && text.indexOf(0) < 0 && bad * UNREADABLE_SHARE <= points;
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\n' || point == '\t') {
      out.appendCodePoint(point);
    } else if (point == '\r' || point == 0x2028 || point == 0x2029 || point == 0x85) {
      out.append('\n');
    } else if (point < ' ') {
      out.appendCodePoint(CONTROL_PICTURES + point);
    } else if (point == DELETE) {
      out.appendCodePoint(DELETE_PICTURE);
    } else if (isInvisible(point)) {
      return;
    } else {
      out.appendCodePoint(isUnreadable(point) || turnsDirection(point) ? REPLACEMENT : point);
    }
  }

  private static boolean isUnreadable(int point) {
    if (point == '\n' || point == '\r' || point == '\t') {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          true;
      default -> point == REPLACEMENT;
    };
  }

  /** Embeddings, overrides and isolates; the marks LRM, RLM and ALM only nudge and are kept. */
  private static boolean turnsDirection(int point) {
    return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
  }

  /** Zero-width spaces, tag characters and the like; joiners stay, scripts and emoji need them. */
  private static boolean isInvisible(int point) {
    return point == 0x200B
        || point == 0x00AD
        || point >= 0x2060 && point <= 0x2064
        || point >= 0x206A && point <= 0x206F
        || point == 0xFEFF
        || point >= 0xFFF9 && point <= 0xFFFB
        || point >= 0xE0000 && point <= 0xE007F;
  }
}
