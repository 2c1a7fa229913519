package org.currawong.console.http;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where a request came from.
 *
 * @param address of the other side, without port
 * @param loopback true when the other side is this machine
 * @param tls true over TLS
 */
public record Origin(String address, boolean loopback, boolean tls) {

  static Origin of(SocketAddress remote, boolean tls) {
    String host = remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
    return new Origin(host.toLowerCase(Locale.ROOT), isLoopback(host), tls);
  }

  /** Passwords and sessions travel only where nobody on the way can read them. */
  public boolean confidential() {
    return loopback || tls;
  }

  /** True for a literal loopback address; names are never looked up. */
  public static boolean isLoopback(String literal) {
    try {
      return !literal.isEmpty()
          && (literal.indexOf(':') >= 0 || Character.isDigit(literal.charAt(0)))
          && InetAddress.getByName(literal).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
