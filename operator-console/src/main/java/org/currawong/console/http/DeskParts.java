package org.currawong.console.http;

import java.util.List;
import org.currawong.console.accounts.AccountRealm;
import org.currawong.console.accounts.Sessions;

/**
 * What the desk needs to take a request in.
 *
 * @param routes every call and page there is
 * @param page how a fault looks for somebody who sent a plain form
 */
public record DeskParts(
    List<Route> routes, Hosts hosts, Sessions sessions, AccountRealm realm, FaultPage page) {

  public DeskParts {
    routes = List.copyOf(routes);
  }

  /** Makes the page that tells of a fault. */
  @FunctionalInterface
  public interface FaultPage {
    String html(Fault fault);
  }
}
