package org.currawong.hardware.ups;

/**
 * Where an upsd listens.
 *
 * @param host a name or an address; IPv6 without its brackets
 * @param port 1 to 65,535
 */
public record UpsdAddress(String host, int port) {

  /** The port that IANA gave to NUT. */
  public static final int NUT_PORT = 3_493;

  private static final int HIGHEST_PORT = 65_535;

  public UpsdAddress {
    if (host.isEmpty() || port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("must be host or host:port, such as 127.0.0.1:3493");
    }
  }

  /**
   * Reads {@code host}, {@code host:port}, {@code [v6]} or {@code [v6]:port}.
   *
   * @throws IllegalArgumentException whose message completes the setting's name
   */
  public static UpsdAddress of(String text) {
    boolean bracketed = text.startsWith("[") && text.indexOf(']') > 0;
    int colon =
        bracketed
            ? text.indexOf(':', text.indexOf(']'))
            : text.indexOf(':') == text.lastIndexOf(':') ? text.indexOf(':') : -1;
    String host = colon < 0 ? text : text.substring(0, colon);
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    return new UpsdAddress(bare, colon < 0 ? NUT_PORT : port(text.substring(colon + 1)));
  }

  private static int port(String digits) {
    return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
