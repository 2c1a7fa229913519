package org.currawong.channels.paper;

import org.currawong.domain.text.Plain;

/** XHTML for the printer: every text passes through {@link #text}, so that none can be markup. */
final class Html {

  private Html() {}

  /** A text as XHTML, made harmless and showable; line breaks become breaks. */
  static String text(String text) {
    return PaperFonts.showable(Plain.shown(text))
        .strip()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "<br/>");
  }

  /** A block of a class, or nothing where the text is empty. */
  static String block(String styleClass, String text) {
    return text == null || text.isBlank()
        ? ""
        : "<div class=\"" + styleClass + "\">" + text(text) + "</div>\n";
  }

  /** A telephone number that is never broken over lines. */
  static String unbroken(String text) {
    return text == null || text.isBlank()
        ? ""
        : "<span class=\"unbroken\">" + text(text) + "</span>";
  }
}
