package org.currawong.hardware.ups;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of NUT's upsd (NUT developer guide, network protocol; quoting as in NUT's {@code
 * parseconf.c}): words parted by blanks, in double quotes where they hold blanks; a backslash takes
 * the next character as it is. Pure. Only questions are written: no LOGIN, SET, INSTCMD or FSD.
 */
public final class NutCodec {

  /** The longest line there is: NUT's own buffers end at 1,024; twice that is a broken peer. */
  public static final int LONGEST_LINE = 2_048;

  /** A line of the protocol has five words at most; a peer that sends more means something else. */
  private static final int MOST_WORDS = 32;

  /** Longest name of a UPS that a question takes: NUT's is shorter. */
  private static final int LONGEST_NAME = 200;

  private NutCodec() {}

  /**
   * The question for all that a UPS says.
   *
   * @throws IllegalArgumentException if no UPS can have that name
   */
  public static String listVariables(String ups) {
    return "LIST VAR " + quoted(ups) + "\n";
  }

  /** The question which UPSs there are. */
  public static String listDevices() {
    return "LIST UPS\n";
  }

  /** The good-bye. */
  public static String logout() {
    return "LOGOUT\n";
  }

  private static String quoted(String name) {
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("no UPS can be called \"" + name + "\"");
    }
    return name.matches("[A-Za-z0-9._-]+")
        ? name
        : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Reads one line, without its LF. Never throws. */
  public static NutAnswer read(String line) {
    if (line.length() > LONGEST_LINE) {
      return new NutAnswer.Malformed("a line longer than " + LONGEST_LINE + " characters");
    }
    List<String> words = words(line);
    if (words == null) {
      return new NutAnswer.Malformed("quotes that do not end, or too many words");
    }
    return words.isEmpty() ? new NutAnswer.Ignored() : answer(words);
  }

  private static NutAnswer answer(List<String> words) {
    return switch (words.get(0)) {
      case "ERR" ->
          words.size() < 2
              ? new NutAnswer.Malformed("an error without its word")
              : new NutAnswer.Refusal(words.get(1));
      case "BEGIN" -> new NutAnswer.Begin();
      case "END" -> new NutAnswer.End();
      case "VAR" ->
          words.size() == 4
              ? new NutAnswer.Variable(words.get(1), words.get(2), words.get(3))
              : new NutAnswer.Malformed("a variable of " + words.size() + " words");
      case "UPS" ->
          words.size() == 3
              ? new NutAnswer.Device(words.get(1), words.get(2))
              : new NutAnswer.Malformed("a UPS of " + words.size() + " words");
      default -> new NutAnswer.Ignored();
    };
  }

  /** The words of a line; {@code null} where quotes do not end or words are too many. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    boolean inQuotes = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        word = begun(word).append(line.charAt(++i));
      } else if (c == '"') {
        inQuotes = !inQuotes;
        word = begun(word);
      } else if (!inQuotes && (c == ' ' || c == '\t' || c == '\r')) {
        ended(words, word);
        word = null;
      } else {
        word = begun(word).append(c);
      }
    }
    ended(words, word);
    return inQuotes || words.size() > MOST_WORDS ? null : words;
  }

  private static StringBuilder begun(StringBuilder word) {
    return word == null ? new StringBuilder() : word;
  }

  private static void ended(List<String> words, StringBuilder word) {
    if (word != null) {
      words.add(word.toString());
    }
  }
}
