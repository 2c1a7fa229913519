package org.currawong.hardware.ups;

/** One line of upsd's, read. */
public sealed interface NutAnswer {

  /** {@code BEGIN LIST VAR ups}: a list starts. */
  record Begin() implements NutAnswer {}

  /** {@code END LIST VAR ups}: it was whole. */
  record End() implements NutAnswer {}

  /** {@code VAR ups name "value"}. */
  record Variable(String ups, String name, String value) implements NutAnswer {}

  /** {@code UPS name "description"}. */
  record Device(String name, String description) implements NutAnswer {}

  /**
   * {@code ERR WORD}: upsd refuses.
   *
   * @param word as it came; new versions have new ones
   */
  record Refusal(String word) implements NutAnswer {

    /** What it means for whoever asked for readings, in words for people. */
    public String words() {
      return switch (word) {
        case "UNKNOWN-UPS" -> "upsd knows no UPS of this name";
        case "DATA-STALE" -> "upsd has no fresh data of the UPS";
        case "DRIVER-NOT-CONNECTED" -> "upsd has no driver for the UPS running";
        case "ACCESS-DENIED" -> "upsd does not let this machine ask";
        default -> "upsd answers " + word;
      };
    }
  }

  /** A line that a newer upsd may send and that says nothing here, such as {@code OK Goodbye}. */
  record Ignored() implements NutAnswer {}

  /** No line of this protocol. */
  record Malformed(String why) implements NutAnswer {}
}
