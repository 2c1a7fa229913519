package org.currawong.incidentlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Command.Lane;
import org.currawong.domain.alert.WithdrawalKind;
import org.junit.jupiter.api.Test;

class LanesTest {

  private static Job job(Command command) {
    return new Job(command, Actor.RESIDENT);
  }

  private static final Job REPORT = job(new Command.OpenDirectory("x"));
  private static final Job DELIVERY = job(new Command.RecordAttempt("a", "o", "w", "r", 1));
  private static final Job APPROVAL = job(new Command.ApproveAlert("a", "m", "c"));
  private static final Job WITHDRAWAL =
      job(new Command.WithdrawAlert("a", WithdrawalKind.WITHDRAWN, "x"));

  @Test
  void aWithdrawalComesFirstAndAReportLast() {
    Lanes lanes = new Lanes();
    for (Job job : List.of(REPORT, DELIVERY, APPROVAL, WITHDRAWAL)) {
      assertTrue(lanes.offer(job));
    }
    assertEquals(List.of(WITHDRAWAL, APPROVAL), lanes.take(2));
    assertEquals(List.of(DELIVERY, REPORT), lanes.take(10));
  }

  @Test
  void aFullLaneRefusesAndLeavesTheOthersOpen() {
    Lanes lanes = new Lanes();
    int taken = 0;
    while (lanes.offer(REPORT)) {
      taken++;
      assertTrue(taken < 1_000_000, "the lane is bounded");
    }
    assertEquals(Lane.REPORTS, REPORT.command().lane());
    assertTrue(lanes.offer(WITHDRAWAL));
    assertEquals(List.of(WITHDRAWAL), lanes.take(1));
  }

  @Test
  void whatWaitsAtClosingIsStillHandedOut() {
    Lanes lanes = new Lanes();
    lanes.offer(REPORT);
    lanes.close();
    assertFalse(lanes.offer(REPORT));
    assertTrue(lanes.open());
    assertEquals(List.of(REPORT), lanes.take(5));
    assertFalse(lanes.open());
    assertEquals(List.of(), lanes.take(5));
  }
}
