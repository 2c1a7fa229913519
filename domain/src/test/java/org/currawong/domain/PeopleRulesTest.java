package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.people.Account;
import org.currawong.domain.people.Person;
import org.junit.jupiter.api.Test;

/** Accounts, the directory and notes. */
class PeopleRulesTest {

  private static final Actor COMMAND_LINE = Actor.part("command-line");

  private final TestHub hub = TestHub.live();

  private static Person person(String id, String name) {
    return new Person(id, name, "+61255501234", "en", List.of("mill"), null, null, null);
  }

  @Test
  void peopleFromBeforeTheFirstStartAreFoundingAndNeedNoConfirmation() {
    assertTrue(hub.state.accounts().stream().allMatch(Account::confirmed));
    hub.accept(TestHub.addAccount("late", Role.COORDINATOR), COMMAND_LINE);
    assertFalse(hub.state.account("late").confirmed());
  }

  @Test
  void onlyAnAdministratorAddsAndDisablesAccounts() {
    hub.refuse(Why.FORBIDDEN, TestHub.addAccount("x", Role.RADIO), hub.by("ana"));
    hub.refuse(Why.FORBIDDEN, TestHub.addAccount("x", Role.RADIO), Actor.RESIDENT);
    hub.refuse(Why.FORBIDDEN, new Command.DisableAccount("ben"), hub.by("ana"));
    hub.accept(TestHub.addAccount("x", Role.RADIO), hub.by("adam"));
    hub.accept(new Command.DisableAccount("x"), hub.by("adam"));
    assertTrue(hub.state.account("x").disabled());
    assertEquals(List.of(), hub.accept(new Command.DisableAccount("x"), hub.by("adam")).facts());
    hub.refuse(Why.NOT_FOUND, new Command.DisableAccount("y"), hub.by("adam"));
  }

  @Test
  void nobodyPassesForTheCommandLineByTakingItsName() {
    hub.accept(TestHub.addAccount("command-line", Role.COUNCIL), hub.by("adam"));
    Actor posing = hub.by("command-line");
    hub.refuse(Why.FORBIDDEN, TestHub.addAccount("x", Role.ADMIN), posing);
    hub.refuse(Why.FORBIDDEN, new Command.DisableAccount("ben"), posing);
    hub.refuse(Why.FORBIDDEN, new Command.AddPerson(person("p", "P")), posing);
  }

  @Test
  void anAccountIsConfirmedByNeitherItsOwnerNorWhoeverAddedIt() {
    Account.Login login = new Account.Login("new", "hash");
    hub.accept(new Command.AddAccount("new", Set.of(Role.COORDINATOR), login), hub.by("adam"));
    hub.refuse(Why.FORBIDDEN, new Command.ConfirmAccount("new"), hub.by("new"));
    hub.refuse(Why.FORBIDDEN, new Command.ConfirmAccount("new"), hub.by("adam"));
    hub.refuse(Why.FORBIDDEN, new Command.ConfirmAccount("new"), hub.by("rita"));
    assertFalse(hub.state.account("new").confirmed());
    hub.accept(new Command.ConfirmAccount("new"), hub.by("ana"));
    assertTrue(hub.state.account("new").confirmed());
    assertEquals(List.of(), hub.accept(new Command.ConfirmAccount("new"), hub.by("ana")).facts());
    hub.refuse(Why.NOT_FOUND, new Command.ConfirmAccount("y"), hub.by("ana"));
  }

  @Test
  void anUnconfirmedAccountConfirmsNobodySoThatOnePersonCannotMakeTwo() {
    hub.accept(TestHub.addAccount("one", Role.COORDINATOR), hub.by("adam"));
    hub.accept(TestHub.addAccount("two", Role.COORDINATOR), hub.by("adam"));
    hub.refuse(Why.FORBIDDEN, new Command.ConfirmAccount("two"), hub.by("one"));
  }

  @Test
  void aHubThatBeganWithoutPeopleHasItsFirstTwoFoundThemselves() {
    TestHub empty = TestHub.opened(Realm.LIVE);
    empty.accept(new Command.NoteStart("1", List.of("core")), Actor.part("hub"));
    empty.accept(TestHub.addAccount("first", Role.ADMIN, Role.COORDINATOR), Actor.part("set-up"));
    empty.refuse(Why.FORBIDDEN, TestHub.addAccount("x", Role.ADMIN), Actor.part("set-up"));
    empty.accept(TestHub.addAccount("second", Role.COORDINATOR), empty.by("first"));
    empty.accept(TestHub.addAccount("third", Role.COORDINATOR), empty.by("first"));
    assertTrue(empty.state.account("first").confirmed());
    assertTrue(empty.state.account("second").confirmed());
    assertFalse(empty.state.account("third").confirmed());
    empty.accept(new Command.ConfirmAccount("third"), empty.by("second"));
  }

  @Test
  void aHubWithOneFoundingPersonHasLaterOnesConfirmed() {
    TestHub small = TestHub.opened(Realm.LIVE);
    small.accept(TestHub.addAccount("first", Role.ADMIN), COMMAND_LINE);
    small.accept(new Command.NoteStart("1", List.of("core")), Actor.part("hub"));
    small.accept(TestHub.addAccount("second", Role.COORDINATOR), COMMAND_LINE);
    assertFalse(small.state.account("second").confirmed());
    small.accept(new Command.ConfirmAccount("second"), small.by("first"));
  }

  @Test
  void aNameIsTakenOnceWhileItIsInUse() {
    Account.Login ana = new Account.Login("ana", "hash");
    Command again = new Command.AddAccount("ana2", Set.of(Role.RADIO), ana);
    hub.refuse(Why.CONFLICT, "name", again, hub.by("adam"));
    hub.accept(new Command.DisableAccount("ana"), hub.by("adam"));
    hub.accept(again, hub.by("adam"));
    assertEquals("ana2", hub.state.accountByName("ana").orElseThrow().id());
  }

  @Test
  void theSameAccountAgainIsAddedOnceAndItsIdIsNotTakenOver() {
    hub.accept(TestHub.addAccount("x", Role.RADIO), hub.by("adam"));
    assertEquals(
        List.of(), hub.accept(TestHub.addAccount("x", Role.RADIO), hub.by("adam")).facts());
    Account.Login other = new Account.Login("other", "hash");
    hub.refuse(
        Why.CONFLICT,
        "account",
        new Command.AddAccount("x", Set.of(Role.ADMIN), other),
        hub.by("adam"));
    assertEquals(Set.of(Role.RADIO), hub.state.account("x").roles());
  }

  @Test
  void anAccountNeedsARoleAReadableNameAndAPassword() {
    for (String name : new String[] {null, "", " ", "a\u200Bna", "a\nb", "x".repeat(101)}) {
      Command c = new Command.AddAccount("n", Set.of(Role.RADIO), new Account.Login(name, "hash"));
      hub.refuse(Why.INVALID, "name", c, hub.by("adam"));
    }
    Account.Login login = new Account.Login("n", "hash");
    hub.refuse(Why.INVALID, "role", new Command.AddAccount("n", Set.of(), login), hub.by("adam"));
    hub.refuse(Why.INVALID, "role", new Command.AddAccount("n", null, login), hub.by("adam"));
    hub.refuse(
        Why.INVALID,
        "password",
        new Command.AddAccount("n", Set.of(Role.RADIO), new Account.Login("n", "")),
        hub.by("adam"));
    hub.refuse(
        Why.INVALID, "name", new Command.AddAccount("n", Set.of(Role.RADIO), null), hub.by("adam"));
  }

  @Test
  void aDisabledAccountDoesNothingAtAll() {
    Actor ben = hub.by("ben");
    hub.accept(new Command.DisableAccount("ben"), hub.by("adam"));
    hub.refuse(Why.FORBIDDEN, new Command.DraftAlert("a", Words.flood()), ben);
    hub.refuse(Why.FORBIDDEN, new Command.WriteNote("n", null, null, "text", null), ben);
  }

  @Test
  void theDirectoryIsChangedByCoordinatorsAndTheCommandLine() {
    hub.accept(new Command.AddPerson(person("p1", "Pat")), hub.by("ana"));
    hub.accept(new Command.AddPerson(person("p2", "Kim")), COMMAND_LINE);
    for (Actor a : List.of(hub.by("rita"), hub.by("carl"), hub.by("adam"), Actor.RESIDENT)) {
      hub.refuse(Why.FORBIDDEN, new Command.AddPerson(person("p3", "Lee")), a);
      hub.refuse(Why.FORBIDDEN, new Command.ChangePerson(person("p1", "Lee")), a);
    }
    assertEquals(2, hub.state.people().size());
    hub.accept(new Command.ChangePerson(person("p1", "Patricia")), hub.by("ana"));
    assertEquals("Patricia", hub.state.person("p1").orElseThrow().name());
    hub.refuse(Why.NOT_FOUND, new Command.ChangePerson(person("p9", "x")), hub.by("ana"));
  }

  @Test
  void aPersonIsAddedOnceAndNotAgainAfterBeingErased() {
    hub.accept(new Command.AddPerson(person("p1", "Pat")), hub.by("ana"));
    assertEquals(
        List.of(), hub.accept(new Command.AddPerson(person("p1", "Pat")), hub.by("ana")).facts());
    hub.refuse(Why.CONFLICT, "id", new Command.AddPerson(person("p1", "Kim")), hub.by("ana"));
    hub.append(new Fact.PersonChanged("p1", "adam", new Sealed<>("person:p1", null)));
    assertEquals(List.of(), hub.state.people());
    hub.refuse(Why.CONFLICT, "id", new Command.AddPerson(person("p1", "Pat")), hub.by("ana"));
    hub.refuse(Why.NOT_FOUND, new Command.ChangePerson(person("p1", "Pat")), hub.by("ana"));
  }

  @Test
  void everyFieldOfAPersonIsBounded() {
    String huge = "x".repeat(3_000);
    Person bad =
        new Person("../p", "Pat", huge, "English", Arrays.asList("g", null), huge, huge, huge);
    Decision.Refused r = hub.refuse(Why.INVALID, new Command.AddPerson(bad), hub.by("ana"));
    assertEquals(
        List.of("id", "phone", "language", "groups", "needs", "address", "alternate"),
        r.reasons().stream().map(Decision.Reason::field).toList());
    hub.refuse(Why.INVALID, "person", new Command.AddPerson(null), hub.by("ana"));
    hub.refuse(
        Why.INVALID, "name", new Command.AddPerson(person("p", "x".repeat(101))), hub.by("ana"));
  }

  @Test
  void eachOpeningOfTheDirectoryIsLoggedAndForCoordinatorsOnly() {
    Decision.Accepted d = hub.accept(new Command.OpenDirectory("all people"), hub.by("ana"));
    assertEquals(List.of(new Fact.DirectoryOpened("ana", "all people")), d.facts());
    hub.refuse(Why.FORBIDDEN, new Command.OpenDirectory("all"), hub.by("carl"));
    hub.refuse(Why.FORBIDDEN, new Command.OpenDirectory("all"), Actor.RESIDENT);
    hub.refuse(Why.INVALID, "what", new Command.OpenDirectory(null), hub.by("ana"));
  }

  @Test
  void notesAreWrittenOnceByCoordinatorsAndRadio() {
    Command note =
        new Command.WriteNote("n1", "r1", TestHub.START, "Not evacuated: road open", null);
    hub.accept(note, hub.by("rita"));
    assertEquals(List.of(), hub.accept(note, hub.by("rita")).facts());
    assertEquals(1, hub.state.notes().size());
    hub.refuse(Why.FORBIDDEN, new Command.WriteNote("n2", null, null, "x", null), hub.by("carl"));
    for (String bad : new String[] {null, "", " ", "x".repeat(8_193)}) {
      Decision.Refused r =
          hub.refuse(
              Why.INVALID, new Command.WriteNote("n2", null, null, bad, null), hub.by("ana"));
      assertEquals("text", r.reasons().getFirst().field());
    }
  }

  @Test
  void theLogIsExportedByPeopleOnDutyOnly() {
    Command c = new Command.RecordExport(TestHub.START, TestHub.START, "0".repeat(64), List.of());
    hub.accept(c, hub.by("carl"));
    hub.accept(c, COMMAND_LINE);
    hub.refuse(Why.FORBIDDEN, c, Actor.RESIDENT);
  }
}
