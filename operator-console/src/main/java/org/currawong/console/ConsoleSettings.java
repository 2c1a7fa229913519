package org.currawong.console;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.currawong.console.http.Origin;

/**
 * The console's settings.
 *
 * @param host name or address to listen on; {@code 127.0.0.1} unless an administrator exists
 * @param port 1 to 65535, or 0 for any free one
 * @param tls {@code null} without TLS
 * @param publicUrl {@code web.public-url} without a slash at the end, or {@code null}
 * @param hubName what people call the hub
 * @param zone in which times are shown
 * @param languages ISO 639-1, the hub's own first
 * @param ways ways out that this hub has, by name, in the order in which screens show them
 * @param demonstration true in a demo hub: every page says so
 * @param reportsPerSender reports a minute from one address
 * @param reportsInAll reports a minute from everybody
 */
public record ConsoleSettings(
    String host,
    int port,
    Tls tls,
    String publicUrl,
    String hubName,
    ZoneId zone,
    List<String> languages,
    List<String> ways,
    boolean demonstration,
    int reportsPerSender,
    int reportsInAll) {

  /** Default of {@code limits.sender.per-minute} (CONTRACT.md). */
  public static final int REPORTS_PER_SENDER = 30;

  /** What a small machine assesses within 5 s each while people still sign in and approve. */
  public static final int REPORTS_IN_ALL = 12_000;

  /**
   * TLS of its own port.
   *
   * @param port 1 to 65535, or 0 for any free one
   * @param certificate PEM chain
   * @param key PEM, PKCS #8
   */
  public record Tls(int port, Path certificate, Path key) {}

  public ConsoleSettings {
    languages = List.copyOf(languages);
    ways = List.copyOf(ways);
  }

  /** The same for this machine only. */
  public ConsoleSettings onLoopback() {
    return new ConsoleSettings(
        "127.0.0.1",
        port,
        tls,
        publicUrl,
        hubName,
        zone,
        languages,
        ways,
        demonstration,
        reportsPerSender,
        reportsInAll);
  }

  /** True where only this machine can connect. */
  public boolean loopbackOnly() {
    return Origin.isLoopback(host) || host.equals("localhost");
  }
}
