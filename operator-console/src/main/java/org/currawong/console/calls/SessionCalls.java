package org.currawong.console.calls;

import java.util.List;
import org.currawong.console.ConsoleParts;
import org.currawong.console.accounts.AccountRealm;
import org.currawong.console.accounts.Sessions;
import org.currawong.console.accounts.SignIn;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.console.http.Then;
import org.currawong.domain.Role;

/** Signing in and out. */
public final class SessionCalls {

  private static final int MOST = 200;

  private final ConsoleParts parts;
  private final Sessions sessions;
  private final SignIn signIn;
  private final AccountRealm realm;

  public SessionCalls(ConsoleParts parts, Sessions sessions, SignIn signIn, AccountRealm realm) {
    this.parts = parts;
    this.sessions = sessions;
    this.signIn = signIn;
    this.realm = realm;
  }

  /** {@code POST /api/session}. */
  public Reply begin(Ask ask) {
    Fields f = ask.fields();
    String user = f.required("user", MOST);
    String password = f.required("password", MOST);
    f.check();
    Sessions.Begun begun = signIn.signIn(user, password.toCharArray(), ask.origin());
    String cookie = cookie(begun.token(), ask.origin().tls());
    if (f.form() && ask.wantsPage()) {
      String then = f.text("then", MOST);
      return Reply.seeOther(Then.own(then) ? then : home(begun)).with("Set-Cookie", cookie);
    }
    String account = begun.session().account();
    List<String> roles = realm.roles(account).stream().sorted().map(Role::word).toList();
    String name = parts.board().read(s -> AlertJson.name(s, account));
    Doc doc = new Doc().put("user", name).put("roles", roles);
    return Reply.json(200, doc.put("csrf", begun.session().csrf()).fields())
        .with("Set-Cookie", cookie);
  }

  /** {@code DELETE /api/session}. */
  public Reply end(Ask ask) {
    sessions.end(ask.session().id());
    return Reply.nothing().with("Set-Cookie", cookie("", ask.origin().tls()) + "; Max-Age=0");
  }

  /** {@code POST /sign-out}, the same for a plain form. */
  public Reply leave(Ask ask) {
    sessions.end(ask.session().id());
    return Reply.seeOther("/sign-in")
        .with("Set-Cookie", cookie("", ask.origin().tls()) + "; Max-Age=0");
  }

  private String home(Sessions.Begun begun) {
    return Homes.of(realm.roles(begun.session().account()));
  }

  private static String cookie(String token, boolean tls) {
    return "currawong=" + token + "; Path=/; HttpOnly; SameSite=Strict" + (tls ? "; Secure" : "");
  }
}
