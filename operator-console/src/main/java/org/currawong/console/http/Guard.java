package org.currawong.console.http;

import java.util.Locale;
import java.util.Set;
import org.currawong.console.accounts.AccountRealm;
import org.currawong.console.accounts.Session;
import org.currawong.console.accounts.Sessions;
import org.currawong.domain.Actor;
import org.currawong.domain.Role;

/** Says who a caller is and whether the caller may; the same for every route. */
final class Guard {

  /** The session's cookie. */
  static final String COOKIE = "currawong";

  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  private final Sessions sessions;
  private final AccountRealm realm;
  private final Hosts hosts;

  Guard(DeskParts parts) {
    this.sessions = parts.sessions();
    this.realm = parts.realm();
    this.hosts = parts.hosts();
  }

  /** What is known of a request before its body is looked at. */
  record Sender(
      String method,
      String host,
      String originHeader,
      String fetchSite,
      String cookie,
      String csrfHeader,
      Origin origin) {}

  /**
   * Admits a request or refuses it.
   *
   * @param csrfField the form's {@code _csrf}, or {@code null}
   * @throws Fault 401, 403 or 421
   */
  Ask.Caller admit(Route route, Sender sender, String csrfField) {
    boolean changes = !SAFE.contains(sender.method());
    if (changes) {
      refuseStrangers(sender);
    }
    Ask.Caller caller = caller(sender);
    boolean proven =
        !changes
            || caller.session() == null
            || Sessions.same(caller.session().csrf(), token(sender, csrfField));
    if (route.right().open()) {
      // Without the token this may be a page of a stranger: then it has a stranger's rights.
      return proven ? caller : Ask.Caller.RESIDENT;
    }
    if (caller.session() == null) {
      throw Fault.of(401, "sign in first");
    }
    if (!realm.permitted(caller.session().account(), route.right())) {
      throw Fault.of(403, "your role does not allow this");
    }
    if (!proven) {
      throw Fault.field(403, "X-CSRF-Token", "the token of your session is missing or wrong");
    }
    return caller;
  }

  private static String token(Sender sender, String csrfField) {
    return sender.csrfHeader() == null ? csrfField : sender.csrfHeader();
  }

  private void refuseStrangers(Sender sender) {
    String site = sender.fetchSite() == null ? "" : sender.fetchSite().toLowerCase(Locale.ROOT);
    boolean foreign = site.equals("cross-site") || site.equals("same-site");
    String from = sender.originHeader();
    boolean other = from != null && !hosts.ownOrigin(from, sender.host());
    if (foreign || other) {
      throw Fault.of(403, "this call came from another site's page");
    }
  }

  private Ask.Caller caller(Sender sender) {
    if (sender.cookie() == null || !sender.origin().confidential()) {
      return Ask.Caller.RESIDENT;
    }
    return sessions.find(sender.cookie()).map(this::known).orElse(Ask.Caller.RESIDENT);
  }

  private Ask.Caller known(Session session) {
    Set<Role> roles = realm.roles(session.account());
    if (roles.isEmpty()) {
      sessions.endAll(session.account());
      return Ask.Caller.RESIDENT;
    }
    Actor actor = new Actor(session.account(), roles, session.id(), session.signedInAt(), null);
    return new Ask.Caller(session, actor);
  }
}
