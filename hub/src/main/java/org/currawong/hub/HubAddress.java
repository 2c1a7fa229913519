package org.currawong.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Where a running hub is: the address that it writes to {@code hub.address} in its data folder. */
public final class HubAddress {
  private static final String FILE = "hub.address";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private HubAddress() {}

  /** The address given, else the one in the data folder. */
  public static URI find(String url, Path data) {
    return parse(url == null ? written(data) : url);
  }

  /** Written at start, so that {@code report} finds this hub. */
  public static void write(Path data, URI address) throws IOException {
    Path fresh = data.resolve(FILE + ".new");
    Files.writeString(fresh, address + "\n");
    Files.move(fresh, data.resolve(FILE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether what is sent there stays on this machine. */
  public static boolean isLoopback(URI address) {
    return LOOPBACK.contains(address.getHost());
  }

  private static String written(Path data) {
    try {
      return Files.readString(data.resolve(FILE)).strip();
    } catch (IOException none) {
      throw Failure.failed(
          "no running hub in "
              + data
              + " (no "
              + FILE
              + "): start one with 'currawong run', or name one with --url or --data");
    }
  }

  private static URI parse(String text) {
    try {
      URI address = new URI(text.endsWith("/") ? text : text + "/");
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (web && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException notAnAddress) {
      // said below
    }
    throw Failure.usage(
        "\"" + text + "\" is not a hub's address; it looks like http://127.0.0.1:8480");
  }
}
