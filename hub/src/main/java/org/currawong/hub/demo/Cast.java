package org.currawong.hub.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.currawong.channels.people.PeopleCsv;
import org.currawong.console.accounts.Passwords;
import org.currawong.domain.Command;
import org.currawong.domain.Role;
import org.currawong.domain.State;
import org.currawong.domain.people.Account;
import org.currawong.domain.people.Person;
import org.currawong.domain.text.CheckWords;
import org.currawong.hub.node.StoppedHub;

/** Who can sign in at a demonstration, and who is in its directory. */
public final class Cast {

  /**
   * One who can sign in: three can carry an alert, for one writes and two others approve.
   *
   * @param password made for this start alone
   */
  public record Login(String name, Set<Role> roles, String password) {

    @Override
    public String toString() {
      return "Login[" + name + ", password hidden]";
    }
  }

  /** Who writes the scripted draft. */
  public static final String WRITER = "ada";

  private static final int ID_BYTES = 6;

  /** Eleven bits each: 44 bits, on loopback, for one run. */
  private static final int PASSWORD_WORDS = 4;

  private static final int CHECK_WORD_BYTES = 11;

  private final SecureRandom random;

  public Cast(SecureRandom random) {
    this.random = random;
  }

  /**
   * Makes three accounts anew, in place of those of an earlier run, whose passwords nobody has.
   *
   * @param hub a demonstration's, stopped
   */
  public List<Login> signIns(StoppedHub hub) {
    List<Login> all = new ArrayList<>();
    all.add(anew(hub, WRITER, Set.of(Role.COORDINATOR, Role.ADMIN)));
    all.add(anew(hub, "ben", Set.of(Role.COORDINATOR, Role.COUNCIL)));
    all.add(anew(hub, "rhea", Set.of(Role.RADIO)));
    return all;
  }

  /**
   * The early shift, who play without a person: their passwords are told to nobody.
   *
   * @param hub a demonstration's, stopped
   */
  public List<Login> earlyShift(StoppedHub hub) {
    List<Login> all = new ArrayList<>();
    all.add(anew(hub, "kit", Set.of(Role.COORDINATOR)));
    all.add(anew(hub, "noor", Set.of(Role.COORDINATOR)));
    all.add(anew(hub, "sam", Set.of(Role.RADIO)));
    return all;
  }

  /** Fills the directory of a demonstration that has none yet. */
  public void directory(StoppedHub hub, DemoTown town) {
    List<Person> already = List.copyOf(hub.core().read(State::people));
    PeopleCsv.read(town.people(), already, () -> id("p-"))
        .people()
        .forEach(p -> hub.carryOut(new Command.AddPerson(p)));
  }

  private Login anew(StoppedHub hub, String name, Set<Role> roles) {
    hub.core()
        .read(s -> s.accountByName(name).filter(a -> !a.disabled()).map(Account::id))
        .ifPresent(old -> hub.carryOut(new Command.DisableAccount(old)));
    String password = password();
    String hash = Passwords.hash(password.toCharArray());
    hub.carryOut(new Command.AddAccount(id("u-"), roles, new Account.Login(name, hash)));
    return new Login(name, roles, password);
  }

  private String password() {
    byte[] bytes = new byte[CHECK_WORD_BYTES];
    random.nextBytes(bytes);
    String[] words = CheckWords.english().words(bytes).split(" ");
    return String.join("-", List.of(words).subList(0, PASSWORD_WORDS));
  }

  private String id(String prefix) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return prefix + HexFormat.of().formatHex(id);
  }
}
