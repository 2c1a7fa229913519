package org.currawong.console.accounts;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UnknownAccountException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.ImmutablePrincipalCollection;
import org.apache.shiro.subject.PrincipalCollection;
import org.currawong.domain.Board;
import org.currawong.domain.Role;
import org.currawong.domain.people.Account;

/** Shiro's view of the accounts in the state. Nothing is cached: who is disabled is out at once. */
public final class AccountRealm extends AuthorizingRealm {

  private static final String NAME = "currawong";

  private final Board board;

  /** Checked in place of an account that does not exist, so that both take the same time. */
  private final String nobody = Passwords.hash("nobody has this password".toCharArray());

  public AccountRealm(Board board) {
    super(AccountRealm::matches);
    this.board = board;
    setCachingEnabled(false);
    setAuthorizationCachingEnabled(false);
    setAuthenticationCachingEnabled(false);
  }

  private static boolean matches(AuthenticationToken token, AuthenticationInfo info) {
    return Passwords.verify((char[]) token.getCredentials(), (String) info.getCredentials());
  }

  @Override
  protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
    UsernamePasswordToken given = (UsernamePasswordToken) token;
    Optional<Account> account = account(given.getUsername());
    String hash =
        account.flatMap(a -> a.login().open()).map(Account.Login::passwordHash).orElse(null);
    if (account.isEmpty() || hash == null) {
      Passwords.verify(given.getPassword(), nobody);
      throw new UnknownAccountException("no such account");
    }
    return new SimpleAuthenticationInfo(account.get().id(), hash, NAME);
  }

  private Optional<Account> account(String name) {
    return board.read(
        s ->
            s.accounts().stream()
                .filter(a -> !a.disabled())
                .filter(a -> a.login().open().filter(l -> sameName(l.name(), name)).isPresent())
                .findFirst());
  }

  private static boolean sameName(String a, String b) {
    return a.strip().toLowerCase(Locale.ROOT).equals(b.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
    SimpleAuthorizationInfo info = new SimpleAuthorizationInfo();
    Set<String> permissions = new HashSet<>();
    for (Role role : roles(principals.getPrimaryPrincipal().toString())) {
      info.addRole(role.word());
      permissions.addAll(Right.permissions(role));
    }
    info.setStringPermissions(permissions);
    return info;
  }

  /** The roles an account has now; none once it is disabled. */
  public Set<Role> roles(String account) {
    return board.read(
        s -> {
          Account a = s.account(account);
          return a == null || a.disabled() ? Set.of() : a.roles();
        });
  }

  /** Whether the account holds the right now. */
  public boolean permitted(String account, Right right) {
    return isPermitted(
        ImmutablePrincipalCollection.ofSinglePrincipal(account, NAME), right.permission());
  }
}
