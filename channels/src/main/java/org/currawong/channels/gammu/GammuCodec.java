package org.currawong.channels.gammu;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.text.Plain;

/**
 * The bytes of gammu-smsd's files, as version 1.42 writes and reads them: UTF-16 with a byte order
 * mark (RFC 2781, section 3.2), big-endian; a file for each part. With {@code InboxFormat =
 * unicode} in a UTF-8 locale the daemon writes as many bytes too many as its locale's form of the
 * text is longer: what follows the first U+0000 is no text.
 */
public final class GammuCodec {

  /** A part has at most 160 characters; twenty times that is no SMS. */
  public static final int MOST_BYTES = 8 * 1024;

  /** Of all parts together: as many as the bytes that are kept with a report. */
  public static final int MOST_MESSAGE_BYTES = 256 * 1024;

  /** Stands where a part of a message never came. */
  public static final String GAP = "[a part of this message is missing]";

  /**
   * Stands for the words of an empty file. On a full disk gammu-smsd 1.42 makes one and takes the
   * text from the phone all the same: who wrote is all that is left, and can be called.
   */
  public static final String LOST =
      "[the words of this message were lost on a full disk: call the sender]";

  private static final int UNIT = 2;

  private GammuCodec() {}

  /** One file of a message. */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  public record Part(InboxName name, byte[] bytes) {}

  /** What the files of one message say. */
  public sealed interface Reading {}

  /**
   * A text.
   *
   * @param sender as the network gave it
   * @param text of all parts in their order, line breaks as LF
   */
  public record Read(String sender, String text) implements Reading {}

  /**
   * Nothing that a report could be made of.
   *
   * @param why in plain words, and what to do about it where that helps
   */
  public record Malformed(String why) implements Reading {}

  /**
   * Reads one message.
   *
   * @param parts at least one, of one message, in ascending order
   */
  public static Reading read(List<Part> parts) {
    if (parts.stream().mapToInt(part -> part.bytes().length).sum() > MOST_MESSAGE_BYTES) {
      return new Malformed("its files are longer than " + MOST_MESSAGE_BYTES + " bytes together");
    }
    StringBuilder text = new StringBuilder();
    int expected = 0;
    for (Part part : parts) {
      String fault = fault(part);
      if (fault != null) {
        return new Malformed(fault);
      }
      if (part.name().part() != expected) {
        text.append(' ').append(GAP).append(' ');
      }
      expected = part.name().part() + 1;
      text.append(part.bytes().length == 0 ? LOST : units(part.bytes()));
    }
    return said(parts.getFirst().name().sender(), text.toString());
  }

  private static Reading said(String sender, String text) {
    // Half a pair of surrogates can't be written as UTF-8; it becomes U+FFFD.
    byte[] utf8 = text.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.UTF_8);
    String clean = new String(utf8, StandardCharsets.UTF_8).strip();
    if (clean.isEmpty()) {
      return new Malformed("it has no words");
    }
    if (utf8.length > ReportBody.MAX_TEXT_BYTES) {
      return new Malformed("its text is longer than " + ReportBody.MAX_TEXT_BYTES + " bytes");
    }
    return Plain.isText(clean)
        ? new Read(sender, clean)
        : new Malformed("it is not text that people can read");
  }

  private static String fault(Part part) {
    byte[] b = part.bytes();
    if (part.name().ending().equals("smsbackup")) {
      return "it is in gammu's own form: set InboxFormat = unicode in gammu-smsdrc";
    }
    if (part.name().ending().equals("bin")) {
      return "it is data, not text";
    }
    if (b.length == 0) {
      return null; // a text without words is two bytes long
    }
    if (b.length > MOST_BYTES) {
      return "the file is longer than " + MOST_BYTES + " bytes";
    }
    if (!bigEndian(b) && !littleEndian(b)) {
      return "it has no byte order mark: set InboxFormat = unicode in gammu-smsdrc";
    }
    return b.length % UNIT == 0 ? null : "its last character is cut in half";
  }

  private static boolean bigEndian(byte[] b) {
    return b.length >= UNIT && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF;
  }

  private static boolean littleEndian(byte[] b) {
    return b.length >= UNIT && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE;
  }

  /** Unit by unit: a pair of surrogates may be split between two parts. */
  private static String units(byte[] b) {
    StringBuilder text = new StringBuilder(b.length / UNIT);
    int high = bigEndian(b) ? 0 : 1;
    for (int i = UNIT; i < b.length; i += UNIT) {
      char unit = (char) ((b[i + high] & 0xFF) << Byte.SIZE | b[i + 1 - high] & 0xFF);
      if (unit == 0) {
        break;
      }
      text.append(unit);
    }
    return text.toString();
  }

  /** A text for the outbox. The mark keeps the daemon from reading it by its own locale. */
  public static byte[] write(String text) {
    byte[] units = text.getBytes(StandardCharsets.UTF_16BE);
    byte[] all = new byte[UNIT + units.length];
    all[0] = (byte) 0xFE;
    all[1] = (byte) 0xFF;
    System.arraycopy(units, 0, all, UNIT, units.length);
    return all;
  }
}
