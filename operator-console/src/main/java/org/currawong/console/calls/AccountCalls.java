package org.currawong.console.calls;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.currawong.console.ConsoleParts;
import org.currawong.console.accounts.Passwords;
import org.currawong.console.accounts.Sessions;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.Role;
import org.currawong.domain.State;
import org.currawong.domain.Word;
import org.currawong.domain.people.Account;

/** Accounts of people who sign in. */
public final class AccountCalls {

  private static final int MOST_NAME = 100;

  private final ConsoleParts parts;
  private final Core core;
  private final Sessions sessions;

  public AccountCalls(ConsoleParts parts, Core core, Sessions sessions) {
    this.parts = parts;
    this.core = core;
    this.sessions = sessions;
  }

  /** {@code GET /api/accounts}. */
  public Reply list(Ask ask) {
    List<Map<String, Object>> rows =
        parts.board().read(s -> s.accounts().stream().map(a -> json(s, a)).toList());
    return Reply.json(200, new Doc().put("accounts", rows).put("next", null).fields());
  }

  /** {@code POST /api/accounts}. */
  public Reply add(Ask ask) {
    Command.AddAccount command = command(ask.fields(), parts);
    core.hand(command, ask.actor());
    return Saved.page(ask, "/accounts").orElseGet(() -> shown(201, command.account()));
  }

  /**
   * Reads an account to be made.
   *
   * @throws Fault 422 for a name, roles or a password that can't be
   */
  static Command.AddAccount command(Fields f, ConsoleParts parts) {
    String name = f.required("name", MOST_NAME).strip();
    Set<Role> roles = roles(f);
    String password = f.required("password", Passwords.LONGEST);
    Passwords.complaint(password.toCharArray()).ifPresent(c -> f.fault("password", c));
    f.check();
    String hash = Passwords.hash(password.toCharArray());
    return new Command.AddAccount(
        "u-" + Ids.random(parts.random()), roles, new Account.Login(name, hash));
  }

  private static Set<Role> roles(Fields f) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<String> words = f.texts("roles", Role.values().length, MOST_NAME);
    for (String word : words == null ? List.<String>of() : words) {
      Word.find(Role.class, word)
          .ifPresentOrElse(roles::add, () -> f.fault("roles", "there is no role " + word));
    }
    if (roles.isEmpty()) {
      f.fault("roles", "choose at least one of coordinator, radio, council, admin");
    }
    return roles;
  }

  /** {@code POST /api/accounts/{id}/confirmation}: by another person. */
  public Reply confirm(Ask ask) {
    String id = ask.param("id");
    core.hand(new Command.ConfirmAccount(id), ask.actor());
    return Saved.page(ask, "/accounts").orElseGet(() -> shown(200, id));
  }

  /** {@code POST /api/accounts/{id}/disabling}: its sessions end at once. */
  public Reply disable(Ask ask) {
    String id = ask.param("id");
    core.hand(new Command.DisableAccount(id), ask.actor());
    sessions.endAll(id);
    return Saved.page(ask, "/accounts").orElseGet(() -> shown(200, id));
  }

  private Reply shown(int status, String id) {
    Map<String, Object> account =
        parts
            .board()
            .read(
                s -> {
                  Account a = s.account(id);
                  return a == null ? null : json(s, a);
                });
    if (account == null) {
      throw Fault.of(404, "there is no such account");
    }
    return Reply.json(status, account);
  }

  private static Map<String, Object> json(State s, Account a) {
    Doc doc = new Doc().put("id", a.id()).put("name", AlertJson.name(s, a.id()));
    doc.put("roles", a.roles().stream().sorted().map(Role::word).toList());
    return doc.put("confirmed", a.confirmed()).put("disabled", a.disabled()).fields();
  }
}
