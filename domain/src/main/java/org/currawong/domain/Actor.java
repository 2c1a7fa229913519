package org.currawong.domain;

import java.time.Instant;
import java.util.Set;

/**
 * Who asks. Made from a signed-in session, never from a message's own words.
 *
 * @param id the account's id, or a part's name such as {@code inference-worker}
 * @param session the id of the session, {@code null} for a part of the hub
 * @param signedInAt when the password was last given; {@code null} for a part of the hub
 * @param device fingerprint of an enrolled device certificate, {@code null} without one
 */
public record Actor(String id, Set<Role> roles, String session, Instant signedInAt, String device) {

  /** Somebody from the public, without an account. */
  public static final Actor RESIDENT = new Actor("resident", Set.of(), null, null, null);

  /** A part of the hub acting on its own, such as the clock or a worker. */
  public static Actor part(String name) {
    return new Actor(name, Set.of(), null, null, null);
  }

  public Actor {
    roles = Set.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** True for a person with an account, false for residents and for parts of the hub. */
  public boolean person() {
    return session != null;
  }
}
