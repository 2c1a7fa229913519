package org.currawong.console.calls;

import java.util.Set;
import org.currawong.domain.Role;

/** The page that somebody sees first. */
public final class Homes {

  private Homes() {}

  /** A page that one of the roles may open. */
  public static String of(Set<Role> roles) {
    if (roles.contains(Role.COORDINATOR)) {
      return "/console";
    }
    if (roles.contains(Role.RADIO)) {
      return "/radio";
    }
    return roles.contains(Role.COUNCIL) ? "/council" : "/accounts";
  }
}
