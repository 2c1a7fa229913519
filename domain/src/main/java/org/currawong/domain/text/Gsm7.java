package org.currawong.domain.text;

import java.util.Set;
import java.util.TreeSet;

/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, sections 6.2.1 and
 * 6.2.1.1).
 */
public final class Gsm7 {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  /** An extension character is the escape septet and one more. */
  private static final int EXTENSION_SEPTETS = 2;

  private Gsm7() {}

  /** Septets that one code point takes: 1, 2, or 0 where the alphabet lacks it. */
  public static int septets(int codePoint) {
    if (BASIC.indexOf(codePoint) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(codePoint) >= 0 ? EXTENSION_SEPTETS : 0;
  }

  /** Septets of a text, escapes included; characters that the alphabet lacks count nothing. */
  public static int septets(String text) {
    return text.codePoints().map(Gsm7::septets).sum();
  }

  /** Whether every character of the text is in the alphabet or its extension. */
  public static boolean fits(String text) {
    return text.codePoints().allMatch(point -> septets(point) > 0);
  }

  /** The characters that turn the text to UCS-2, each once, in code point order. */
  public static Set<String> outside(String text) {
    Set<String> found = new TreeSet<>();
    text.codePoints()
        .filter(point -> septets(point) == 0)
        .forEach(p -> found.add(Character.toString(p)));
    return found;
  }
}
