package org.currawong.channels.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that ship (DejaVu Sans), and what they can show. */
final class PaperFonts {

  /** The family's name in style sheets. */
  static final String FAMILY = "DejaVu Sans";

  private static final byte[] REGULAR = read("fonts/DejaVuSans.ttf");
  private static final byte[] BOLD = read("fonts/DejaVuSans-Bold.ttf");
  private static final List<CmapLookup> GLYPHS = List.of(glyphs(REGULAR), glyphs(BOLD));

  /** Stands for a symbol without a glyph: an empty box, which hides nothing. */
  private static final int BOX = 0x25A1;

  private PaperFonts() {}

  static byte[] regular() {
    return REGULAR;
  }

  static byte[] bold() {
    return BOLD;
  }

  /**
   * The letters and digits of a text that the fonts lack, each once; empty when all can be shown.
   */
  static Set<String> missing(String text) {
    Set<String> found = new TreeSet<>();
    text.codePoints()
        .filter(point -> Character.isLetterOrDigit(point) && !shows(point))
        .forEach(point -> found.add(Character.toString(point)));
    return found;
  }

  /** The text with a box for each sign that the fonts lack; white space and joiners pass. */
  static String showable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              boolean passes = Character.isWhitespace(point) || shows(point);
              if (passes) {
                out.appendCodePoint(point);
              } else if (Character.getType(point) != Character.FORMAT) {
                out.appendCodePoint(BOX);
              }
            });
    return out.toString();
  }

  private static boolean shows(int point) {
    return GLYPHS.stream().allMatch(glyphs -> glyphs.getGlyphId(point) != 0);
  }

  private static byte[] read(String name) {
    try (InputStream in = PaperFonts.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CmapLookup glyphs(byte[] font) {
    try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      return parsed.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
