package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.report.Duty;
import org.junit.jupiter.api.Test;

/** An urgent draft without an answer climbs; another waits quietly. */
class EscalationTest {

  private final TestHub hub = TestHub.live();

  private static Draft emergency() {
    return Words.with(
        w -> {
          w.level = AlertLevel.EMERGENCY_WARNING;
          w.authority = new Authority("SES", "7", TestHub.START, "phone");
        });
  }

  private int step(String alert) {
    return Escalation.step(hub.state, hub.alert(alert), hub.now);
  }

  @Test
  void anUrgentDraftClimbsAfterOneThreeAndFiveMinutes() {
    hub.waiting("a", emergency());
    assertEquals(0, step("a"));
    for (int[] at : new int[][] {{59, 0}, {1, 1}, {119, 1}, {1, 2}, {119, 2}, {1, 3}, {999, 3}}) {
      hub.pass(Duration.ofSeconds(at[0]));
      assertEquals(at[1], step("a"));
    }
    assertFalse(Escalation.told(1).contains(Role.ADMIN));
    assertTrue(Escalation.told(2).contains(Role.ADMIN));
    assertEquals(Set.of(Role.values()), Escalation.told(3));
  }

  @Test
  void theFirstYesBeginsTheWaitingForTheSecondAndTheSecondEndsIt() {
    hub.waiting("a", emergency());
    hub.pass(Duration.ofMinutes(4));
    hub.accept(hub.approval("a"), hub.by("ben"));
    assertEquals(0, step("a"));
    hub.pass(Duration.ofMinutes(2));
    assertEquals(1, step("a"));
    hub.accept(hub.approval("a"), hub.by("cleo"));
    assertEquals(-1, step("a"));
  }

  @Test
  void whatCitesALifeInDangerIsUrgentWhateverItsLevel() {
    hub.waiting("quiet", Words.flood());
    assertEquals(-1, step("quiet"));
    hub.accept(ReportRulesTest.report("r1", "People on the roof"), Actor.RESIDENT);
    hub.accept(
        ReportRulesTest.answers("r1", ReportRulesTest.says(Duty.URGENCY, "life-safety")),
        Actor.part("inference-worker"));
    hub.waiting("cites", Words.with(w -> w.sources.put("headline", List.of(List.of("r1")))));
    assertEquals(0, step("cites"));
    hub.drafted("draft", emergency());
    assertEquals(-1, step("draft"), "it waits for its writer");
  }
}
