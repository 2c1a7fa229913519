package org.currawong.incidentlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.currawong.domain.text.CheckWords;

/**
 * {@code verify.py} as it goes into a bundle: one file with the code for signed notes and the word
 * list inside.
 */
public final class VerifyScript {

  /** Its name in a bundle. */
  public static final String NAME = "verify.py";

  private static final String NOTES = "notes.py";
  private static final String NOTES_PLACE = "# @NOTES@";
  private static final String WORDS_PLACE = "@WORDS@";
  private static final int WORDS_PER_LINE = 10;
  private static final int BITS_PER_WORD = 11;

  private VerifyScript() {}

  /** The script's bytes, UTF-8. */
  public static byte[] bytes() {
    return resource(NAME)
        .replace(NOTES_PLACE, resource(NOTES))
        .replace(WORDS_PLACE, words())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String resource(String name) {
    try (InputStream in = VerifyScript.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every word in order: the first of the eight whose bits are the word's number. */
  private static String words() {
    StringBuilder words = new StringBuilder();
    byte[] hash = new byte[CheckWords.COVERED_BYTES];
    for (int i = 0; i < 1 << BITS_PER_WORD; i++) {
      int bits = i << Short.SIZE - BITS_PER_WORD;
      hash[0] = (byte) (bits >> Byte.SIZE);
      hash[1] = (byte) bits;
      String eight = CheckWords.english().words(hash);
      words.append(i % WORDS_PER_LINE == 0 ? "\n" : " ");
      words.append(eight, 0, eight.indexOf(' '));
    }
    return words.append('\n').toString();
  }
}
