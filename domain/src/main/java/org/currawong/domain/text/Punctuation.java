package org.currawong.domain.text;

import java.util.Map;

/**
 * "Smart" punctuation and its plain form. A word processor's quote turns a whole SMS to UCS-2 and
 * more than halves its room.
 */
final class Punctuation {

  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry(0x2018, "'"),
          Map.entry(0x2019, "'"),
          Map.entry(0x201A, "'"),
          Map.entry(0x201B, "'"),
          Map.entry(0x2032, "'"),
          Map.entry(0x00B4, "'"),
          Map.entry(0x0060, "'"),
          Map.entry(0x201C, "\""),
          Map.entry(0x201D, "\""),
          Map.entry(0x201E, "\""),
          Map.entry(0x2033, "\""),
          Map.entry(0x00AB, "\""),
          Map.entry(0x00BB, "\""),
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0x2012, "-"),
          Map.entry(0x2013, "-"),
          Map.entry(0x2014, "-"),
          Map.entry(0x2015, "-"),
          Map.entry(0x2212, "-"),
          Map.entry(0x2026, "..."),
          Map.entry(0x2022, "-"),
          Map.entry(0x00B7, "-"),
          Map.entry(0x00A0, " "),
          Map.entry(0x2007, " "),
          Map.entry(0x2009, " "),
          Map.entry(0x202F, " "),
          Map.entry(0x3000, " "),
          Map.entry((int) '\t', " "),
          Map.entry(0x200B, ""),
          Map.entry(0xFEFF, ""));

  private Punctuation() {}

  /** The text with plain punctuation; letters are never touched. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              String plain = PLAIN.get(point);
              if (plain == null) {
                out.appendCodePoint(point);
              } else {
                out.append(plain);
              }
            });
    return out.toString();
  }
}
