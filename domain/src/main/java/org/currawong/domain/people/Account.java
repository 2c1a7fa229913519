package org.currawong.domain.people;

import java.util.Set;
import org.currawong.domain.Role;
import org.currawong.domain.Sealed;

/**
 * Somebody who can sign in.
 *
 * @param confirmed true for founding people and once a second person has confirmed the account;
 *     without it the account approves no live alert
 * @param addedBy the account, or the part of the hub, that added it: it can't confirm it too
 */
public record Account(
    String id,
    Set<Role> roles,
    Sealed<Login> login,
    boolean confirmed,
    boolean disabled,
    String addedBy) {

  /** The sealed part: the name typed at sign-in and the password's hash. */
  public record Login(String name, String passwordHash) {}

  public Account {
    roles = Set.copyOf(roles);
  }

  public Account disable() {
    return new Account(id, roles, login, confirmed, true, addedBy);
  }

  public Account confirm() {
    return new Account(id, roles, login, true, disabled, addedBy);
  }
}
