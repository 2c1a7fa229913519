package org.currawong.console.accounts;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Origin;
import org.currawong.console.http.RateLimit;

/** Checks a name and a password, slowly enough that guessing leads nowhere. */
public final class SignIn {

  /** Wrong attempts a minute from one address; the bucket starts full. */
  private static final int PER_ADDRESS = 10;

  /** Wrong attempts a minute on one account from one address. */
  private static final int PER_ACCOUNT_AND_ADDRESS = 5;

  /**
   * Wrong attempts a minute on one account from everywhere: many more than one address has, so that
   * a stranger can't easily keep a coordinator out.
   */
  private static final int PER_ACCOUNT = 30;

  /** Each check takes 64 MiB and a core for a third of a second. */
  private static final int AT_ONCE = 2;

  private static final int WAITING = 20;

  private final AccountRealm realm;
  private final Sessions sessions;
  private final RateLimit addresses;
  private final RateLimit pairs;
  private final RateLimit accounts;
  private final Semaphore slots = new Semaphore(AT_ONCE, true);

  public SignIn(AccountRealm realm, Sessions sessions, InstantSource clock) {
    this.realm = realm;
    this.sessions = sessions;
    this.addresses = new RateLimit(PER_ADDRESS, clock);
    this.pairs = new RateLimit(PER_ACCOUNT_AND_ADDRESS, clock);
    this.accounts = new RateLimit(PER_ACCOUNT, clock);
  }

  /**
   * Signs in.
   *
   * @param password overwritten before this returns
   * @throws Fault 401 when the two do not belong together, 403 where others could listen, 429 after
   *     too many attempts
   */
  public Sessions.Begun signIn(String name, char[] password, Origin origin) {
    try {
      if (!origin.confidential()) {
        throw Fault.of(
            403, "sign in over https: on this connection others could read the password");
      }
      String account = name.strip().toLowerCase(Locale.ROOT);
      String pair = account + '\n' + origin.address();
      refuseIfTooMany(origin.address(), pair, account);
      return checked(name, password, origin.address(), pair, account);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private void refuseIfTooMany(String address, String pair, String account) {
    int wait = Math.max(pairs.peek(pair), accounts.peek(account));
    wait = Math.max(wait, addresses.peek(address));
    if (wait > 0) {
      throw Fault.later(429, "too many wrong attempts; wait a little", wait);
    }
  }

  private Sessions.Begun checked(
      String name, char[] password, String address, String pair, String account) {
    try {
      String id = authenticate(name, password);
      pairs.forget(pair);
      return sessions.begin(id);
    } catch (AuthenticationException e) {
      addresses.take(address);
      pairs.take(pair);
      accounts.take(account);
      throw Fault.of(401, "the name and the password do not belong together");
    }
  }

  private String authenticate(String name, char[] password) {
    if (slots.getQueueLength() > WAITING) {
      throw Fault.later(503, "many people are signing in; try again", 2);
    }
    slots.acquireUninterruptibly();
    try {
      UsernamePasswordToken token = new UsernamePasswordToken(name, password);
      return realm.getAuthenticationInfo(token).getPrincipals().getPrimaryPrincipal().toString();
    } finally {
      slots.release();
    }
  }
}
