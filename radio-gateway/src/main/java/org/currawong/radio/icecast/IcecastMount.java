package org.currawong.radio.icecast;

import java.net.URI;

/**
 * Where the stream goes.
 *
 * @param host name or address of the server
 * @param port of the server
 * @param path of the mount, with a slash before it
 * @param password of the user {@code source}; shown nowhere
 * @param station what listeners' players call the stream
 */
public record IcecastMount(String host, int port, String path, String password, String station) {

  /** Icecast's own default; a URL without a port means HTTP's. */
  private static final int HTTP_PORT = 80;

  /**
   * The mount that settings name.
   *
   * @throws IllegalArgumentException where the server's address or the mount's name can't be used;
   *     the message says why and holds no password
   */
  public static IcecastMount of(URI server, String mount, String password, String station) {
    if (!"http".equals(server.getScheme())) {
      throw new IllegalArgumentException(
          "icecast.url must begin with http://: the stream is not sent over TLS");
    }
    String path = mount.startsWith("/") ? mount : "/" + mount;
    if (!path.matches("/[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*")) {
      throw new IllegalArgumentException(
          "icecast.mount must be a path of letters, digits and . _ - such as /alerts.mp3");
    }
    int port = server.getPort() < 0 ? HTTP_PORT : server.getPort();
    return new IcecastMount(server.getHost(), port, path, password, station);
  }

  @Override
  public String toString() {
    return "http://" + host + ":" + port + path;
  }
}
