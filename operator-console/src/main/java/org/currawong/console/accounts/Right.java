package org.currawong.console.accounts;

import static org.currawong.domain.Role.ADMIN;
import static org.currawong.domain.Role.COORDINATOR;
import static org.currawong.domain.Role.COUNCIL;
import static org.currawong.domain.Role.RADIO;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.currawong.domain.Role;

/**
 * The one table of who may do what (CONTRACT.md, HTTP API, column "who"). Every route names a row;
 * whatever no row grants is refused.
 */
public enum Right {
  /** Residents too, without an account. */
  ANYONE("public:read", true),
  /** A report, which a resident sends without a token. */
  HAND_IN("reports:hand-in", true),
  SIGNED_IN("hub:look", false, COORDINATOR, RADIO, COUNCIL, ADMIN),
  READ_REPORTS("reports:read", false, COORDINATOR, COUNCIL),
  /** Numbers, names, exact places, lists of people. */
  SEE_PEOPLE("reports:personal", false, COORDINATOR),
  HANDLE_REPORTS("reports:handle", false, COORDINATOR),
  HANDLE_INCIDENTS("incidents:handle", false, COORDINATOR),
  READ_ALERTS("alerts:read", false, COORDINATOR, RADIO, COUNCIL),
  WRITE_ALERTS("alerts:write", false, COORDINATOR),
  VET_ALERTS("alerts:vet", false, COORDINATOR, RADIO),
  WITHDRAW_ALERTS("alerts:withdraw", false, COORDINATOR),
  WRITE_NOTES("notes:write", false, COORDINATOR, RADIO),
  KEEP_DIRECTORY("people:keep", false, COORDINATOR),
  READ_LOG("log:read", false, COUNCIL),
  KEEP_ACCOUNTS("accounts:keep", false, ADMIN),
  CONFIRM_ACCOUNTS("accounts:confirm", false, ADMIN, COORDINATOR);

  private final String permission;
  private final boolean open;
  private final Set<Role> roles;

  Right(String permission, boolean open, Role... roles) {
    this.permission = permission;
    this.open = open;
    this.roles = Set.of(roles);
  }

  /** As Shiro writes it, {@code domain:action}. */
  public String permission() {
    return permission;
  }

  /** True where no account is needed. */
  public boolean open() {
    return open;
  }

  /** The roles that hold it; empty where it is open to everyone. */
  public Set<Role> roles() {
    return roles;
  }

  /** Every permission of one role. */
  static Set<String> permissions(Role role) {
    return Arrays.stream(values())
        .filter(r -> r.open || r.roles.contains(role))
        .map(Right::permission)
        .collect(Collectors.toUnmodifiableSet());
  }
}
