package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Area;
import org.currawong.domain.people.Account;
import org.junit.jupiter.api.Test;

/** CONTRACT.md, approvals. */
class ApprovalTest {

  private final TestHub hub = TestHub.live();

  private Command.ApproveAlert confirmed(String words) {
    return new Command.ApproveAlert("a", hub.alert("a").manifest(), words);
  }

  private Actor by(String id, String session, Instant signedIn, String device) {
    return new Actor(id, hub.state.account(id).roles(), session, signedIn, device);
  }

  @Test
  void twoPeopleWhoWroteNoneOfItReleaseAnAlert() {
    hub.waiting("a", Words.flood());
    hub.accept(hub.approval("a"), hub.by("ben"));
    assertEquals(AlertState.APPROVED, hub.alert("a").state());
    Decision.Accepted second = hub.accept(hub.approval("a"), hub.by("rita"));
    assertEquals(AlertState.RELEASED, hub.alert("a").state());
    Fact.AlertReleased released =
        assertInstanceOf(Fact.AlertReleased.class, second.facts().getLast());
    assertEquals(hub.alert("a").manifest(), released.manifest());
    assertEquals(Realm.LIVE, released.realm());
  }

  @Test
  void theLogNamesWhoApprovedInWhichSessionAndAsWhat() {
    hub.waiting("a", Words.flood());
    Decision.Accepted d = hub.accept(hub.approval("a"), by("rita", "s9", hub.now, "d1"));
    Fact.AlertApproved f = assertInstanceOf(Fact.AlertApproved.class, d.facts().getFirst());
    assertEquals(List.of("rita", "s9", "d1"), List.of(f.by(), f.session(), f.device()));
    assertEquals(Role.RADIO, f.as());
    assertEquals(hub.entries.getLast().n(), hub.alert("a").approvals().getFirst().n());
    assertEquals(hub.entries.getLast().hash(), hub.alert("a").approvals().getFirst().hash());
  }

  @Test
  void whoeverWroteInItDoesNotApproveIt() {
    hub.waiting("a", Words.flood());
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), hub.by("ana"));
    hub.accept(new Command.EditAlert("a", 1, Words.flood()), hub.by("ben"));
    hub.accept(new Command.SubmitAlert("a"), hub.by("ben"));
    hub.accept(Renderings.of(hub.state, "a"), Actor.part("renderers"));
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), hub.by("ana"));
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), hub.by("ben"));
    hub.accept(hub.approval("a"), hub.by("cleo"));
  }

  @Test
  void onePersonDoesNotApproveTwiceEvenFromAnotherSession() {
    hub.waiting("a", Words.flood());
    hub.accept(hub.approval("a"), hub.by("ben"));
    hub.refuse(Why.CONFLICT, "user", hub.approval("a"), by("ben", "other", hub.now, null));
    assertEquals(AlertState.APPROVED, hub.alert("a").state());
  }

  @Test
  void oneSessionDoesNotApproveTwiceUnderTwoNames() {
    hub.waiting("a", Words.flood());
    hub.accept(hub.approval("a"), by("ben", "shared", hub.now, null));
    hub.refuse(Why.CONFLICT, "user", hub.approval("a"), by("cleo", "shared", hub.now, null));
  }

  @Test
  void oneDeviceDoesNotApproveTwiceUnderTwoNames() {
    hub.waiting("a", Words.flood());
    hub.accept(hub.approval("a"), by("ben", "s1", hub.now, "box"));
    hub.refuse(Why.CONFLICT, "user", hub.approval("a"), by("cleo", "s2", hub.now, "box"));
    hub.accept(hub.approval("a"), by("cleo", "s2", hub.now, "another box"));
    assertEquals(AlertState.RELEASED, hub.alert("a").state());
  }

  @Test
  void aSignInOlderThanFiveMinutesDoesNotApprove() {
    hub.waiting("a", Words.flood());
    Instant old = hub.now.minus(Duration.ofMinutes(5)).minusMillis(1);
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), by("ben", "s", old, null));
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), by("ben", "s", null, null));
    hub.accept(hub.approval("a"), by("ben", "s", old.plusMillis(1), null));
  }

  @Test
  void aSignInFromTheFutureDoesNotApprove() {
    hub.waiting("a", Words.flood());
    Instant future = hub.now.plus(Duration.ofMinutes(1));
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), by("ben", "s", future, null));
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), by("ben", "s", Instant.MAX, null));
  }

  @Test
  void anAccountThatNobodyConfirmedApprovesExercisesOnly() {
    hub.accept(TestHub.addAccount("new", Role.COORDINATOR), hub.by("adam"));
    hub.waiting("a", Words.flood());
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), hub.by("new"));
    hub.waiting("e", Words.exercise());
    hub.accept(hub.approval("e"), hub.by("new"));
    hub.accept(new Command.ConfirmAccount("new"), hub.by("ben"));
    hub.accept(hub.approval("a"), hub.by("new"));
  }

  @Test
  void onlyCoordinatorsAndRadioApprove() {
    hub.waiting("a", Words.flood());
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), hub.by("carl"));
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), hub.by("adam"));
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), Actor.RESIDENT);
    Actor partOfTheHub = new Actor("ben", Set.of(Role.COORDINATOR), null, hub.now, null);
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), partOfTheHub);
  }

  @Test
  void rolesOfASessionThatTheAccountLacksDoNotApprove() {
    hub.waiting("a", Words.flood());
    Actor claims = new Actor("carl", Set.of(Role.COORDINATOR), "s", hub.now, null);
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), claims);
    Actor nobody = new Actor("nobody", Set.of(Role.COORDINATOR), "s", hub.now, null);
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), nobody);
  }

  @Test
  void aDisabledAccountApprovesNothingAndItsApprovalNoLongerCounts() {
    hub.waiting("a", Words.flood());
    hub.accept(hub.approval("a"), hub.by("ben"));
    hub.accept(new Command.DisableAccount("ben"), hub.by("adam"));
    hub.accept(new Command.DisableAccount("dan"), hub.by("adam"));
    hub.refuse(Why.FORBIDDEN, hub.approval("a"), hub.by("dan"));
    hub.refuse(Why.CONFLICT, "approvals", hub.approval("a"), hub.by("cleo"));
    assertEquals(AlertState.APPROVED, hub.alert("a").state());
  }

  @Test
  void theAreasNameIsTypedWithoutRegardToCaseAccentsAndBlanks() {
    hub.waiting("a", Words.flood());
    for (String wrong : new String[] {null, "", "Flat", "Río Fla", "Río Flat 2"}) {
      hub.refuse(Why.INVALID, "confirm", confirmed(wrong), hub.by("ben"));
    }
    hub.accept(confirmed("rio\u00a0 FLAT "), hub.by("ben"));
    hub.accept(confirmed("Ri\u0301o Flat"), hub.by("cleo"));
  }

  @Test
  void lettersWithAStrokeAndApostrophesOfAnyShapeAreTypedPlainly() {
    hub.waiting("a", Words.with(w -> w.area = new Area("Đồng Nai’s Łęg", null, null, null)));
    hub.refuse(Why.INVALID, "confirm", confirmed("Dong Nai"), hub.by("ben"));
    hub.accept(confirmed("dong nai's leg"), hub.by("ben"));
  }

  @Test
  void anExerciseNeedsNoTypedNameButStillTwoPeople() {
    hub.waiting("e", Words.exercise());
    Command.ApproveAlert plain = new Command.ApproveAlert("e", hub.alert("e").manifest(), null);
    hub.refuse(Why.FORBIDDEN, plain, hub.by("ana"));
    hub.accept(plain, hub.by("ben"));
    hub.refuse(Why.CONFLICT, "user", plain, hub.by("ben"));
    hub.accept(plain, hub.by("cleo"));
    assertEquals(Realm.EXERCISE, hub.alert("e").realm());
  }

  @Test
  void aDemoHubReleasesIntoDemoAndNeverIntoLive() {
    TestHub demo = TestHub.serving(Realm.DEMO);
    demo.released("a", Words.flood());
    assertEquals(Realm.DEMO, demo.alert("a").realm());
    demo.released("e", Words.exercise());
    assertEquals(Realm.EXERCISE, demo.alert("e").realm());
  }

  @Test
  void nothingIsApprovedBeforeEverythingIsRendered() {
    hub.submitted("a", Words.flood());
    Command early = new Command.ApproveAlert("a", null, "Río Flat");
    hub.refuse(Why.CONFLICT, "state", early, hub.by("ben"));
    hub.drafted("d", Words.flood());
    hub.refuse(
        Why.CONFLICT, "state", new Command.ApproveAlert("d", "x", "Río Flat"), hub.by("ben"));
  }

  @Test
  void anotherManifestThanTheOneShownIsNotApproved() {
    hub.waiting("a", Words.flood());
    for (String other : new String[] {null, "", "0".repeat(64)}) {
      Command c = new Command.ApproveAlert("a", other, "Río Flat");
      hub.refuse(Why.CONFLICT, "manifest", c, hub.by("ben"));
    }
  }

  @Test
  void anEditVoidsApprovalsAndTheManifestThatTheyNamed() {
    hub.waiting("a", Words.flood());
    Command seen = hub.approval("a");
    hub.accept(seen, hub.by("ben"));
    hub.accept(
        new Command.EditAlert("a", 1, Words.with(w -> w.headline = "Another")), hub.by("ana"));
    assertEquals(AlertState.DRAFT, hub.alert("a").state());
    assertEquals(List.of(), hub.alert("a").approvals());
    assertNull(hub.alert("a").manifest());
    hub.accept(new Command.SubmitAlert("a"), hub.by("ana"));
    hub.accept(Renderings.of(hub.state, "a"), Actor.part("renderers"));
    hub.refuse(Why.CONFLICT, "manifest", seen, hub.by("cleo"));
    hub.accept(hub.approval("a"), hub.by("cleo"));
    assertEquals(AlertState.APPROVED, hub.alert("a").state());
  }

  @Test
  void aRejectionKeepsItsReasonAndVoidsApprovals() {
    hub.waiting("a", Words.flood());
    hub.accept(hub.approval("a"), hub.by("ben"));
    hub.refuse(Why.INVALID, "reason", new Command.RejectAlert("a", " "), hub.by("rita"));
    hub.refuse(Why.FORBIDDEN, new Command.RejectAlert("a", "no"), hub.by("carl"));
    hub.accept(new Command.RejectAlert("a", " wrong street "), hub.by("rita"));
    assertEquals(AlertState.DRAFT, hub.alert("a").state());
    assertEquals("wrong street", hub.alert("a").rejection());
    assertEquals(List.of(), hub.alert("a").approvals());
    hub.refuse(Why.CONFLICT, "state", new Command.RejectAlert("a", "again"), hub.by("rita"));
  }

  @Test
  void whatHasRunOutIsNotApproved() {
    hub.waiting("a", Words.flood());
    hub.accept(hub.approval("a"), hub.by("ben"));
    hub.now = hub.alert("a").draft().expires();
    hub.refuse(Why.CONFLICT, "expires", hub.approval("a"), hub.by("cleo"));
  }

  @Test
  void whatIsReleasedIsNotApprovedAgain() {
    hub.released("a", Words.flood());
    hub.refuse(Why.CONFLICT, "state", hub.approval("a"), hub.by("dan"));
    assertEquals(2, hub.alert("a").approvals().size());
  }

  @Test
  void ofTwoSecondApprovalsOnlyOneReleases() {
    hub.waiting("a", Words.flood());
    hub.accept(hub.approval("a"), hub.by("ben"));
    hub.accept(hub.approval("a"), hub.by("cleo"));
    hub.refuse(Why.CONFLICT, "state", hub.approval("a"), hub.by("rita"));
    long releases =
        hub.entries.stream().filter(e -> e.fact() instanceof Fact.AlertReleased).count();
    assertEquals(1, releases);
  }

  @Test
  void anAlertThatDoesNotExistIsNotFound() {
    hub.refuse(Why.NOT_FOUND, new Command.ApproveAlert("x", "m", "c"), hub.by("ben"));
    hub.refuse(Why.NOT_FOUND, new Command.RejectAlert("x", "r"), hub.by("ben"));
  }

  @Test
  void theStatusOfAnAlertIsFixedWhenItIsCreated() {
    hub.drafted("e", Words.exercise());
    hub.refuse(Why.INVALID, "status", new Command.EditAlert("e", 1, Words.flood()), hub.by("ana"));
    assertEquals(AlertStatus.EXERCISE, hub.alert("e").draft().status());
  }

  @Test
  void anEditOfAnOlderVersionIsRefusedAsChangedSince() {
    hub.drafted("a", Words.flood());
    hub.accept(new Command.EditAlert("a", 1, Words.flood()), hub.by("ben"));
    hub.refuse(Why.CHANGED_SINCE, new Command.EditAlert("a", 1, Words.flood()), hub.by("ana"));
    assertEquals(2, hub.alert("a").version());
    assertTrue(hub.alert("a").drafters().containsAll(Set.of("ana", "ben")));
  }

  @Test
  void aReleasedAlertIsNotEdited() {
    hub.released("a", Words.flood());
    hub.refuse(Why.CONFLICT, new Command.EditAlert("a", 1, Words.flood()), hub.by("ana"));
  }

  @Test
  void anAccountOfTwoRolesApprovesAsCoordinator() {
    Account.Login login = new Account.Login("two", "hash");
    hub.accept(
        new Command.AddAccount("two", Set.of(Role.RADIO, Role.COORDINATOR), login), hub.by("adam"));
    hub.accept(new Command.ConfirmAccount("two"), hub.by("ben"));
    hub.waiting("a", Words.flood());
    Decision.Accepted d = hub.accept(hub.approval("a"), hub.by("two"));
    assertEquals(Role.COORDINATOR, ((Fact.AlertApproved) d.facts().getFirst()).as());
  }
}
