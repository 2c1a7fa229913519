package org.currawong.console.calls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.currawong.console.ConsoleParts;
import org.currawong.console.accounts.Setup;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Role;

/** {@code POST /setup}: makes the first people of a hub, with its one-time code. */
public final class SetupCalls {

  private static final int MOST_CODE = 40;

  private final ConsoleParts parts;
  private final Core core;
  private final Setup setup;

  public SetupCalls(ConsoleParts parts, Core core, Setup setup) {
    this.parts = parts;
    this.core = core;
    this.setup = setup;
  }

  /** All of them or none, as far as what was typed decides it. */
  public synchronized Reply make(Ask ask) {
    Fields f = ask.fields();
    setup.check(f.required("code", MOST_CODE), ask.origin());
    List<Command.AddAccount> people = people(f);
    Command.AddAccount first = people.getFirst();
    core.hand(first, Actor.part("set-up"));
    Actor admin = new Actor(first.account(), Set.of(Role.ADMIN), null, null, null);
    for (Command.AddAccount other : people.subList(1, people.size())) {
      core.hand(other, admin);
    }
    return ask.wantsPage()
        ? Reply.seeOther("/sign-in")
        : Reply.json(201, new Doc().put("people", people.size()).fields())
            .with("X-Page", "/sign-in");
  }

  private List<Command.AddAccount> people(Fields f) {
    Fields all = f.inside("people");
    List<Command.AddAccount> people = new ArrayList<>();
    if (all != null) {
      for (String key : all.names(Setup.MOST_PEOPLE)) {
        Fields one = all.inside(key);
        if (one != null && one.text("name", MOST_CODE) != null) {
          people.add(AccountCalls.command(one, parts));
        }
      }
    }
    if (people.stream().noneMatch(p -> p.roles().contains(Role.ADMIN))) {
      f.fault("people", "one of them is the administrator");
    }
    f.check();
    // The administrator comes first: the others are added and confirmed by that account.
    people.sort(Comparator.comparing(p -> !p.roles().contains(Role.ADMIN)));
    return people;
  }
}
