package org.currawong.channels.gammu;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one file of gammu-smsd's inbox: {@code
 * IN<date>_<time>_<serial>_<sender>_<part>.<ending>} (gammu manual, smsd, files backend). The parts
 * of one message share all but the last number.
 *
 * @param file the whole name
 * @param message what the parts of one message share
 * @param sender a number or a word, as the network gave it; may be empty
 * @param part from 0
 * @param ending {@code txt} for text, {@code bin} for data, {@code smsbackup} for gammu's own form
 */
public record InboxName(String file, String message, String sender, int part, String ending) {

  private static final Pattern FORM =
      Pattern.compile("(IN\\d{6,8}_\\d{6}_\\d{2,4}_(.{0,64}))_(\\d{2,3})\\.(txt|bin|smsbackup)");

  /** What the name says; empty for a file that is none of the inbox's, which is left alone. */
  public static Optional<InboxName> of(String file) {
    Matcher m = FORM.matcher(file);
    return m.matches()
        ? Optional.of(
            new InboxName(file, m.group(1), m.group(2), Integer.parseInt(m.group(3)), m.group(4)))
        : Optional.empty();
  }
}
