package org.currawong.domain;

import java.util.Set;
import org.currawong.domain.people.Account;
import org.currawong.domain.people.Person;
import org.currawong.domain.text.Plain;

/** Accounts, the directory and notes. */
final class PeopleRules {

  private static final int MAX_NAME = 100;

  /** The name of the part that the command line acts as, on a stopped hub. */
  static final String COMMAND_LINE = "command-line";

  private PeopleRules() {}

  static Decision addAccount(State s, Command.AddAccount c, Actor by) {
    String name = c.login().name();
    if (!readable(name)) {
      return Decider.invalid("name", "give a name of at most 100 characters that people can read");
    }
    Account known = s.account(c.account());
    if (known != null) {
      return known.login().open().filter(l -> l.name().equals(name)).isPresent()
          ? Decision.accepted(c.account())
          : Decider.conflict("account", "another account has that id already");
    }
    if (s.accountByName(name).filter(a -> !a.disabled()).isPresent()) {
      return Decider.conflict("name", "somebody has that name already");
    }
    if (!atCommandLine(by) && !s.accounts().isEmpty() && !by.has(Role.ADMIN)) {
      return Decider.forbidden("only an administrator adds accounts");
    }
    boolean founding = !s.hub().started() || settingUp(s) || madeAnew(s, by);
    return Decision.accepted(
        c.account(),
        new Fact.AccountAdded(
            c.account(),
            Set.copyOf(c.roles()),
            founding,
            by.id(),
            new Sealed<>("account:" + c.account(), c.login())));
  }

  /** A demonstration's three people get new passwords, and so new accounts, at each start. */
  private static boolean madeAnew(State s, Actor by) {
    return s.hub().realm() == Realm.DEMO && atCommandLine(by);
  }

  private static boolean atCommandLine(Actor by) {
    return !by.person() && by.id().equals(COMMAND_LINE);
  }

  /**
   * True for the first account of a hub that began without people, and for the second, which only
   * the first can add: without it nobody could ever confirm anybody.
   */
  private static boolean settingUp(State s) {
    return s.accounts().isEmpty()
        || s.accounts().size() == 1
            && s.accounts().stream().noneMatch(a -> a.addedBy().equals(COMMAND_LINE));
  }

  /** What two people see alike must not be two names: no control or invisible characters. */
  private static boolean readable(String name) {
    return name != null
        && !name.isBlank()
        && name.length() <= MAX_NAME
        && Plain.oneLine(name).equals(name);
  }

  static Decision confirm(State s, Command.ConfirmAccount c, Actor by) {
    Account a = s.account(c.account());
    if (a == null) {
      return Decider.notFound("account", "account");
    }
    if (!by.has(Role.ADMIN) && !by.has(Role.COORDINATOR)) {
      return Decider.forbidden("an administrator or a coordinator confirms an account");
    }
    if (by.id().equals(a.id()) || by.id().equals(a.addedBy())) {
      return Decider.forbidden("neither its owner nor whoever added it confirms an account");
    }
    Account own = s.account(by.id());
    if (own == null || !own.confirmed()) {
      return Decider.forbidden("only a confirmed account confirms another");
    }
    return a.confirmed()
        ? Decision.accepted(a.id())
        : Decision.accepted(a.id(), new Fact.AccountConfirmed(a.id(), by.id()));
  }

  static Decision disable(State s, Command.DisableAccount c, Actor by) {
    Account a = s.account(c.account());
    if (a == null) {
      return Decider.notFound("account", "account");
    }
    if (!by.has(Role.ADMIN) && !atCommandLine(by)) {
      return Decider.forbidden("only an administrator disables accounts");
    }
    return a.disabled()
        ? Decision.accepted(a.id())
        : Decision.accepted(a.id(), new Fact.AccountDisabled(a.id(), by.id()));
  }

  static Decision add(State s, Command.AddPerson c, Actor by) {
    Decision no = mayWrite(c.person(), by);
    if (no != null) {
      return no;
    }
    State.PersonKey known = s.personKeys.get(c.person().id());
    if (known != null) {
      return c.person().equals(known.secret().body())
          ? Decision.accepted(c.person().id())
          : Decider.conflict(
              "id", "this person is in the directory already, or was erased from it");
    }
    return Decision.accepted(
        c.person().id(), new Fact.PersonAdded(c.person().id(), by.id(), sealed(c.person())));
  }

  static Decision change(State s, Command.ChangePerson c, Actor by) {
    Decision no = mayWrite(c.person(), by);
    if (no != null) {
      return no;
    }
    if (s.person(c.person().id()).isEmpty()) {
      return Decider.notFound("id", "person");
    }
    return Decision.accepted(
        c.person().id(), new Fact.PersonChanged(c.person().id(), by.id(), sealed(c.person())));
  }

  private static Decision mayWrite(Person p, Actor by) {
    if (!by.has(Role.COORDINATOR) && !atCommandLine(by)) {
      return Decider.forbidden("only a coordinator changes the directory");
    }
    return readable(p.name())
        ? null
        : Decider.invalid("name", "give a name of at most 100 characters that people can read");
  }

  static Decision opened(Command.OpenDirectory c, Actor by) {
    if (!by.has(Role.COORDINATOR) && !part(by)) {
      return Decider.forbidden("only a coordinator opens the directory");
    }
    return Decision.accepted("directory", new Fact.DirectoryOpened(by.id(), c.what()));
  }

  static Decision exported(Command.RecordExport c, Actor by) {
    if (by.roles().isEmpty() && !part(by)) {
      return Decider.forbidden("sign in to export the log");
    }
    return Decision.accepted(
        c.sha256(), new Fact.LogExported(by.id(), c.from(), c.to(), c.sha256(), c.disclosed()));
  }

  private static boolean part(Actor by) {
    return !by.person() && !by.equals(Actor.RESIDENT);
  }

  private static Sealed<Person> sealed(Person p) {
    return new Sealed<>("person:" + p.id(), p);
  }

  static Decision note(State s, Command.WriteNote c, Actor by) {
    if (!by.has(Role.COORDINATOR) && !by.has(Role.RADIO)) {
      return Decider.forbidden("only coordinators and radio write notes");
    }
    if (s.notes.get(c.note()) != null) {
      return Decision.accepted(c.note());
    }
    if (c.corrects() != null && s.notes.get(c.corrects()) == null) {
      return Decider.notFound("corrects", "note");
    }
    return Decision.accepted(
        c.note(),
        new Fact.NoteWritten(
            c.note(),
            c.about(),
            c.happenedAt(),
            by.id(),
            new Sealed<>("note:" + c.note(), c.text()),
            c.corrects()));
  }
}
