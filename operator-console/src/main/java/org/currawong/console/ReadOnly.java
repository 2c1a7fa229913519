package org.currawong.console;

import java.util.Set;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Route;

/**
 * On a low battery, where the setting asks for it, pages only show. What must never wait for power
 * passes: reports, signing in and out, taking an alert back, and yes or no to one that waits.
 */
final class ReadOnly {

  private static final Set<String> ALWAYS =
      Set.of(
          "/api/reports",
          "/api/session",
          "/sign-out",
          "/api/alerts/{id}/withdrawal",
          "/api/alerts/{id}/approvals",
          "/api/alerts/{id}/rejections");

  /** Long enough not to be asked all the time, short enough to see the mains come back. */
  private static final int AGAIN_SECONDS = 60;

  private final Power power;

  ReadOnly(Power power) {
    this.power = power;
  }

  /** The same route, refused with 503 while pages only show. */
  Route guard(Route r) {
    if (r.method().equals("GET") || ALWAYS.contains(r.path())) {
      return r;
    }
    return new Route(
        r.method(),
        r.path(),
        r.right(),
        r.bodyLimit(),
        ask -> {
          if (power.readOnly()) {
            throw Fault.later(
                503,
                "the battery is low: this hub only shows; reports, approvals and taking back"
                    + " still work",
                AGAIN_SECONDS);
          }
          return r.handler().answer(ask);
        });
  }
}
