package org.currawong.console.http;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names this server answers to. A page of a stranger that points its own name at this address
 * (DNS rebinding) is refused: it would be read with the visitor's rights.
 */
public final class Hosts {

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

  private final Set<String> names = new HashSet<>();

  /**
   * @param bound the name or address of {@code web.host}
   * @param publicUrl {@code web.public-url}, or {@code null}
   */
  public Hosts(String bound, String publicUrl) {
    names.add("localhost");
    names.add(bound.toLowerCase(Locale.ROOT));
    if (publicUrl != null && URI.create(publicUrl).getHost() != null) {
      names.add(URI.create(publicUrl).getHost().toLowerCase(Locale.ROOT));
    }
  }

  /** True for a {@code Host} header that names this server; a literal address always does. */
  public boolean own(String header) {
    if (header == null) {
      return false;
    }
    String host = name(header);
    return names.contains(host) || IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
  }

  /** True for an {@code Origin} header of this server's own pages. */
  public boolean ownOrigin(String origin, String hostHeader) {
    try {
      URI uri = URI.create(origin);
      String host = uri.getHost();
      if (host == null) {
        return false;
      }
      return host.equalsIgnoreCase(name(hostHeader))
          || names.contains(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String name(String header) {
    String host = header.toLowerCase(Locale.ROOT).strip();
    int colon = host.lastIndexOf(':');
    boolean port = colon > 0 && host.indexOf(']', colon) < 0;
    return port ? host.substring(0, colon) : host;
  }
}
