package org.currawong.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.currawong.domain.delivery.DeliveryState;

/**
 * One line of a ledger: eight hex digits of CRC-32C over the JSON, a space, the JSON, LF. Only ids
 * and states stand in it.
 *
 * @param what an attempt (forced before the effect), its end, or a stop
 * @param effect see {@link Examined#effect}; for a stop the manifest of the release
 * @param forget from then on no order like this can pass its time checks, so that it is forgotten
 */
record LedgerLine(
    String what,
    String effect,
    String recipient,
    String alert,
    String order,
    int attempt,
    DeliveryState state,
    String reason,
    boolean again,
    Instant forget) {
  static final String ATTEMPTED = "attempted";
  static final String SETTLED = "settled";
  static final String STOPPED = "stopped";

  /** Digits of the checksum and the space after it. */
  private static final int HEAD = 9;

  static LedgerLine attempted(Copy copy, int attempt) {
    return copy.line(ATTEMPTED, attempt, null);
  }

  static LedgerLine settled(Copy copy, int attempt, Outcome outcome) {
    return copy.line(SETTLED, attempt, outcome);
  }

  static LedgerLine stopped(String manifest, Instant forget) {
    return new LedgerLine(STOPPED, manifest, null, null, null, 0, null, null, false, forget);
  }

  /** One recipient's copy of one order. */
  record Copy(String effect, String recipient, String alert, String order, Instant forget) {
    private LedgerLine line(String what, int attempt, Outcome outcome) {
      return outcome == null
          ? new LedgerLine(
              what, effect, recipient, alert, order, attempt, null, null, false, forget)
          : new LedgerLine(
              what,
              effect,
              recipient,
              alert,
              order,
              attempt,
              outcome.state(),
              outcome.reason(),
              outcome.again(),
              forget);
    }
  }

  Outcome outcome() {
    return state == null ? null : new Outcome(state, reason, again);
  }

  byte[] bytes() {
    try {
      byte[] json = StrictJson.MAPPER.writeValueAsBytes(this);
      String head = HexFormat.of().toHexDigits((int) checksum(json, 0, json.length)) + " ";
      byte[] line = new byte[HEAD + json.length + 1];
      System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, line, 0, HEAD);
      System.arraycopy(json, 0, line, HEAD, json.length);
      line[line.length - 1] = '\n';
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a ledger line is always JSON", e);
    }
  }

  /** The line from {@code from} up to its LF at {@code end}; empty if it does not verify. */
  static Optional<LedgerLine> read(byte[] bytes, int from, int end) {
    int json = from + HEAD;
    if (end <= json || bytes[json - 1] != ' ') {
      return Optional.empty();
    }
    String head = new String(bytes, from, HEAD - 1, StandardCharsets.US_ASCII);
    if (!head.equals(HexFormat.of().toHexDigits((int) checksum(bytes, json, end - json)))) {
      return Optional.empty();
    }
    try {
      return Optional.of(StrictJson.MAPPER.readValue(bytes, json, end - json, LedgerLine.class));
    } catch (java.io.IOException e) {
      return Optional.empty();
    }
  }

  private static long checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return crc.getValue();
  }
}
