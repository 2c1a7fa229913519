package org.currawong.incidentlog;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed note that the log had so many entries and this head (CONTRACT.md, "Data folder"): four
 * lines, an empty line, and {@code — <hub> <base64 signature over the four lines>}.
 *
 * @param count number of the last entry
 * @param head its chain hash, 64 hex digits
 * @param signature Ed25519 (RFC 8032), 64 bytes
 */
public record Checkpoint(
    String hub, int epoch, long count, String head, Instant at, byte[] signature) {

  /** Lines of a note. */
  static final int LINES = 6;

  private static final Pattern FORM =
      Pattern.compile(
          "currawong-checkpoint 1 ([a-z0-9.-]{1,64}) ([1-9][0-9]{0,8})\n"
              + "([1-9][0-9]{0,15})\n"
              + "([0-9a-f]{64})\n"
              + "([0-9TZ:.-]{1,40})\n"
              + "\n"
              + "— ([a-z0-9.-]{1,64}) ([A-Za-z0-9+/]{86}==)\n");

  /** A new checkpoint, signed by {@code signer} (bytes to signature). */
  public static Checkpoint sign(
      String hub, int epoch, Head head, Instant at, UnaryOperator<byte[]> signer) {
    Checkpoint unsigned = new Checkpoint(hub, epoch, head.n(), head.hash(), at, new byte[0]);
    byte[] signature = signer.apply(unsigned.signedBytes());
    return new Checkpoint(hub, epoch, head.n(), head.hash(), at, signature);
  }

  /** Reads one note; empty if it has not exactly the form. */
  public static Optional<Checkpoint> parse(String note) {
    Matcher m = FORM.matcher(note);
    if (!m.matches() || !m.group(1).equals(m.group(6))) {
      return Optional.empty();
    }
    try {
      Checkpoint parsed =
          new Checkpoint(
              m.group(1),
              Integer.parseInt(m.group(2)),
              Long.parseLong(m.group(3)),
              m.group(4),
              Instant.parse(m.group(5)),
              Base64.getDecoder().decode(m.group(7)));
      return Optional.of(parsed).filter(c -> c.text().equals(note)); // one way to write it
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The four lines that are signed. */
  byte[] signedBytes() {
    return ("currawong-checkpoint 1 "
            + hub
            + " "
            + epoch
            + "\n"
            + count
            + "\n"
            + head
            + "\n"
            + at
            + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  byte[] headBytes() {
    return HexFormat.of().parseHex(head);
  }

  /** The note as it stands in the file. */
  public String text() {
    return new String(signedBytes(), StandardCharsets.UTF_8)
        + "\n— "
        + hub
        + " "
        + Base64.getEncoder().encodeToString(signature)
        + "\n";
  }
}
