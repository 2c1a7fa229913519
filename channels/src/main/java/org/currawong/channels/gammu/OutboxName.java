package org.currawong.channels.gammu;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one file of ours in gammu-smsd's outbox, and later in its folders of what was sent or
 * failed: {@code OUT<priority><date>_<time>_<serial>_<number>_<note>.txt}. The daemon takes files
 * in the order of their names, and ends badly on names of 100 bytes and more. The note tells which
 * part of which copy it is, so that it is found again without the number: ten hex digits for the
 * order, ten for the recipient, {@code p<part>of<parts>}.
 *
 * <p>No {@code d} for a delivery report: a daemon that is not told to log those puts each into the
 * inbox, where it would read as a text from the recipient.
 *
 * @param file the whole name
 * @param order ten hex digits of what it was sent for
 * @param copy the same and ten more of whom it goes to
 * @param part from 1
 * @param parts how many files make up the copy
 */
public record OutboxName(String file, String order, String copy, int part, int parts) {

  /** gammu-smsd 1.42 keeps the name in 100 bytes, an end mark among them. */
  static final int MOST_LENGTH = 99;

  /** Serial numbers within one second. */
  static final int MOST_SERIAL = 9_999;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private static final Pattern NOTE =
      Pattern.compile(
          "OUT[A-Z]\\d{8}_\\d{6}_\\d{4}_\\+\\d{5,15}_"
              + "(([0-9a-f]{10})[0-9a-f]{10})p(\\d{1,2})of(\\d{1,2})\\.txt");

  /** Forty bits: a hub sends thousands, and a wrong match needs the same order too. */
  private static final int DIGITS = 10;

  /** What goes out first; the letters are gammu's. */
  public enum Priority {
    CORRECTION('A'),
    ALERT('B'),
    ANSWER('C'),
    RECEIPT('D');

    private final char letter;

    Priority(char letter) {
      this.letter = letter;
    }
  }

  /** A copy's digits: of {@code for} an order of an alert, or a reply, and of its recipient. */
  public static String copy(String sentFor, String recipient) {
    return order(sentFor) + digits(recipient);
  }

  /** An order's digits. */
  public static String order(String sentFor) {
    return digits(sentFor);
  }

  private static String digits(String words) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * A new name.
   *
   * @param at whole seconds count
   * @param serial 0 to {@link #MOST_SERIAL}, ascending within a second
   * @param number E.164, with its plus
   */
  static OutboxName of(
      Priority priority, Instant at, int serial, String number, String copy, int part, int parts) {
    String file =
        "OUT%c%s_%04d_%s_%sp%dof%d.txt"
            .formatted(priority.letter, TIME.format(at), serial, number, copy, part, parts);
    if (file.length() > MOST_LENGTH) {
      throw new IllegalArgumentException("too long for gammu-smsd");
    }
    return new OutboxName(file, copy.substring(0, DIGITS), copy, part, parts);
  }

  /** What the name says; empty for a file that is none of ours. */
  static Optional<OutboxName> of(String file) {
    Matcher m = NOTE.matcher(file);
    return m.matches()
        ? Optional.of(
            new OutboxName(
                file,
                m.group(2),
                m.group(1),
                Integer.parseInt(m.group(3)),
                Integer.parseInt(m.group(4))))
        : Optional.empty();
  }
}
