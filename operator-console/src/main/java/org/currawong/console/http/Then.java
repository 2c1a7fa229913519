package org.currawong.console.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where to go after signing in: a path of this server and nowhere else. */
public final class Then {

  private static final int LONGEST = 300;

  private Then() {}

  static String encode(String uri) {
    return URLEncoder.encode(own(uri) ? uri : "/", StandardCharsets.UTF_8);
  }

  /** True for a path of this server; false for anything that leads away from it. */
  public static boolean own(String path) {
    return path != null
        && path.length() <= LONGEST
        && path.matches("/[A-Za-z0-9._~?&=%/+-]*")
        && !path.startsWith("//");
  }
}
