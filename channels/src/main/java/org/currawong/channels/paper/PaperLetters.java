package org.currawong.channels.paper;

import java.util.Set;

/** Which letters the fonts that ship can put on paper. */
public final class PaperLetters {

  private PaperLetters() {}

  /** The letters and digits of a text that can't be printed, each once; empty when all can. */
  public static Set<String> lacking(String text) {
    return PaperFonts.missing(text);
  }
}
