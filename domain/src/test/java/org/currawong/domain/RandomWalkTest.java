package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Anybody does anything at any time, and what must hold holds. Longer walks: {@code
 * -Dwalk.steps=1000000}; others: {@code -Dwalk.seed=7}.
 */
class RandomWalkTest {

  private static final int STEPS = Integer.getInteger("walk.steps", 100_000);
  private static final long SEED = Long.getLong("walk.seed", 20_261_123);

  /** Steps with one hub: long enough for alerts to run out, short enough to be read again. */
  private static final int STEPS_OF_ONE_HUB = 2_000;

  private static final int BETWEEN_LOOKS = 100;

  @ParameterizedTest
  @EnumSource(
      value = Realm.class,
      names = {"LIVE", "DEMO"})
  void whateverAnybodyDoesTheInvariantsHold(Realm realm) {
    Map<Decision.Why, Integer> refused = new EnumMap<>(Decision.Why.class);
    int releases = 0;
    int corrections = 0;
    for (int walked = 0; walked < STEPS / 2; walked += STEPS_OF_ONE_HUB) {
      Invariants seen = walk(realm, SEED + walked, refused);
      releases += seen.releases;
      corrections += seen.corrections;
    }
    // A walk in which nothing happens proves nothing.
    assertTrue(releases > STEPS / 200, "releases: " + releases);
    assertTrue(corrections > STEPS / 1_000, "corrections: " + corrections);
    for (Decision.Why why :
        List.of(
            Decision.Why.INVALID,
            Decision.Why.FORBIDDEN,
            Decision.Why.CONFLICT,
            Decision.Why.NOT_FOUND)) {
      assertTrue(refused.getOrDefault(why, 0) > STEPS / 1_000, why + ": " + refused);
    }
  }

  private static Invariants walk(Realm realm, long seed, Map<Decision.Why, Integer> refused) {
    TestHub hub = TestHub.serving(realm);
    Walker walker = new Walker(hub, new Random(seed));
    Invariants invariants = new Invariants(hub);
    for (int step = 0; step < STEPS_OF_ONE_HUB; step++) {
      hub.pass(walker.time());
      Walker.Step next = walker.next();
      step(hub, invariants, next, refused, seed + " at step " + step);
      if (step % BETWEEN_LOOKS == 0) {
        invariants.whole();
      }
    }
    invariants.whole();
    invariants.sameFromScratch();
    return invariants;
  }

  private static void step(
      TestHub hub,
      Invariants invariants,
      Walker.Step next,
      Map<Decision.Why, Integer> refused,
      String where) {
    Decision d;
    try {
      d = hub.decider.decide(hub.state, next.command(), next.by(), hub.now);
    } catch (RuntimeException e) {
      throw new AssertionError("a decision threw, seed " + where + ": " + kind(next), e);
    }
    assertNotNull(d);
    if (d instanceof Decision.Refused r) {
      refused.merge(r.why(), 1, Integer::sum);
      assertTrue(!r.reasons().isEmpty(), "a refusal says why");
    }
    try {
      for (Fact f : d.toLog()) {
        invariants.after(hub.append(f));
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + where + ": " + kind(next), e);
    }
  }

  private static String kind(Walker.Step s) {
    return s.command() == null ? "no command" : s.command().getClass().getSimpleName();
  }

  @Test
  void noInputWhateverMakesADecisionThrow() {
    TestHub hub = TestHub.live();
    hub.released("a", Words.flood());
    Random random = new Random(SEED);
    Hostile hostile = new Hostile(random);
    for (int i = 0; i < STEPS / 5; i++) {
      Command c = hostile.command();
      Actor by = i % 3 == 0 ? hub.by("ana") : i % 3 == 1 ? hub.by("adam") : hostile.actor();
      Decision d = hub.decider.decide(hub.state, c, by, hub.now);
      assertNotNull(d);
      if (d.toLog().size() < 5 && hub.state.n() < 3_000) {
        d.toLog().forEach(hub::append);
      }
    }
    new Invariants(hub).sameFromScratch();
  }

  @Test
  void beforeTheLogIsOpenEverythingIsRefusedAsUnavailable() {
    Hostile hostile = new Hostile(new Random(SEED));
    Decider decider = new Decider(TestHub.RULES);
    for (int i = 0; i < 1_000; i++) {
      Command c = hostile.command();
      Decision d = decider.decide(new State(), c, Actor.part("hub"), TestHub.START);
      Decision.Why why = ((Decision.Refused) d).why();
      assertEquals(c == null ? Decision.Why.INVALID : Decision.Why.UNAVAILABLE, why);
    }
  }
}
