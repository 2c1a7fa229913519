package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.currawong.broker.OrderDesk.Handled;
import org.currawong.broker.WayOut.Result;
import org.currawong.domain.Realm;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.Order;
import org.junit.jupiter.api.Test;

/** A withdrawal overtakes what it takes back, wherever that has got to. */
class OrderDeskStopTest {

  @Test
  void aStopAmongTheRecipientsStopsTheRestAlsoAfterARestart() throws Exception {
    DeskForTests desk = DeskForTests.live();
    Papers papers = new Papers().to(5);
    desk.way.answer =
        (order, r) -> {
          stop(desk, papers, r.id().equals("p2"));
          return new Result.Sent();
        };
    desk.handle(papers);
    assertEquals(List.of("p1", "p2"), desk.way.left);
    assertEquals(
        List.of("p1 sent", "p2 sent", "p3 withdrawn", "p4 withdrawn", "p5 withdrawn"), desk.ends());
    desk.close();
    desk.start();
    Papers renamed = new Papers().to(5);
    renamed.id = "o9-again";
    desk.handle(renamed);
    assertEquals(List.of("p1", "p2"), desk.way.left);
    desk.close();
  }

  @Test
  void aCorrectionWaitsForNoOtherAlertUnderWay() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      CountDownLatch onAir = new CountDownLatch(1);
      CountDownLatch corrected = new CountDownLatch(1);
      Papers correction = new Papers().to(1).asCorrection();
      correction.alert = "a2";
      correction.orderAlert = "a2";
      desk.way.answer =
          (order, r) -> {
            if (order.correction()) {
              return new Result.Sent();
            }
            onAir.countDown();
            return waited(corrected) ? new Result.Sent() : new Result.Failed("alone", false);
          };
      Thread corrector =
          Thread.ofPlatform()
              .start(
                  () -> {
                    assertTrue(waited(onAir));
                    assertEquals(Handled.CARRIED_OUT, carriedOut(desk, correction));
                    corrected.countDown();
                  });
      desk.handle(new Papers().to(2));
      corrector.join();
      assertEquals(
          List.of(true, false, false), desk.way.orders.stream().map(Order::correction).toList());
    }
  }

  private static boolean waited(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Handled carriedOut(DeskForTests desk, Papers papers) {
    try {
      return desk.handle(papers);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void stop(DeskForTests desk, Papers papers, boolean really) {
    try {
      assertTrue(!really || desk.desk().stop(papers.stop()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void withoutTheGateForStopsTheRestLeaves() throws Exception {
    DeskForTests desk = new DeskForTests(Realm.LIVE, "sms", new MemoryLedgerFile());
    try (desk) {
      desk.start("stop");
      desk.desk().stop(new Papers().stop());
      desk.handle(new Papers());
      assertEquals(List.of("p1", "p2"), desk.way.left);
    }
  }

  @Test
  void aHandlerInTheMiddleSeesTheStopAndSoDoesOneThatWaitsForItsNextTry() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      Papers papers = new Papers().to(1);
      CountDownLatch tried = new CountDownLatch(1);
      desk.way.answer =
          (order, r) -> {
            tried.countDown();
            return new Result.Failed("busy", true);
          };
      Thread stopper =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      assertTrue(tried.await(10, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                      throw new AssertionError(e);
                    }
                    stop(desk, papers, true);
                  });
      long before = System.nanoTime();
      desk.handle(papers);
      stopper.join();
      assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() < 1_500);
      assertEquals(List.of("p1 withdrawn"), desk.ends());
    }
  }

  @Test
  void aForgedStopSilencesNothing() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      Papers forged = new Papers();
      forged.key = Papers.OTHER_KEY;
      assertFalse(desk.desk().stop(forged.stop()));
      Papers exercise = new Papers();
      StopNotice other =
          new StopNotice(
              exercise.signed(
                  StopNotice.document(
                      Realm.EXERCISE,
                      Papers.HUB,
                      1,
                      exercise.manifest(),
                      Papers.SENT,
                      Papers.EXPIRES),
                  List.of("ana")));
      assertFalse(desk.desk().stop(other));
      assertFalse(desk.desk().stop(new StopNotice(exercise.order().release())));
      assertFalse(desk.desk().stop(new Malformed("x")));
      desk.handle(new Papers());
      assertEquals(List.of("p1", "p2"), desk.way.left);
    }
  }

  @Test
  void whatIsCutShortWhileTheDeskLeavesIsTriedAgainAtTheNextStart() throws Exception {
    DeskForTests desk = DeskForTests.live();
    desk.way.answer =
        (order, r) -> {
          desk.desk().leave();
          return new Result.Failed("cut", true);
        };
    Papers papers = new Papers().to(1);
    assertEquals(Handled.LEFT, desk.handle(papers));
    assertEquals(Handled.LEFT, desk.handle(papers));
    assertEquals(List.of("p1 attempted"), desk.ends());
    desk.close();
    desk.start();
    desk.way.answer = (order, r) -> new Result.Sent();
    desk.handle(papers);
    assertEquals(List.of("p1 sent"), desk.ends());
    assertEquals(2, desk.reports.getLast().attempt());
    desk.close();
  }

  @Test
  void afterARestartAStopTellsAgainWhatWasAttemptedSoThatItIsCorrected() throws Exception {
    DeskForTests desk = DeskForTests.live();
    desk.handle(new Papers().to(1));
    desk.close();
    desk.reports.clear();
    desk.start();
    desk.desk().stop(new Papers().to(1).stop());
    desk.desk().stop(new Papers().to(1).stop());
    // Reports leave on a thread of their own; what is handed in waits for them.
    desk.handle(new Papers().to(1));
    desk.close();
    assertEquals(
        List.of(DeliveryState.ATTEMPTED, DeliveryState.SENT, DeliveryState.SENT),
        desk.reports.stream().map(DeliveryReport::state).toList());
  }

  @Test
  void aStopTakesBackWhatPeersHaveNotClaimed() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      desk.handle(new Papers());
      desk.way.takesBack = true;
      desk.desk().stop(new Papers().stop());
      desk.handle(new Papers());
      assertEquals(List.of("p1 withdrawn", "p2 withdrawn"), desk.ends());
    }
  }

  @Test
  void whatAPeerHasIsAttemptedUntilThePeerSaysMoreAndIsTakenBackTheNewestFirst() throws Exception {
    DeskForTests desk = DeskForTests.live();
    desk.way.answer = (order, r) -> new Result.Handed();
    Papers papers = new Papers().to(3);
    desk.handle(papers);
    assertEquals(List.of("p1 attempted", "p2 attempted", "p3 attempted"), desk.ends());
    desk.close();
    desk.start();
    desk.handle(papers);
    assertEquals(List.of("p1 attempted", "p2 attempted", "p3 attempted"), desk.ends());
    desk.way.takesBack = true;
    desk.desk().stop(papers.stop());
    assertEquals(List.of("p3", "p2", "p1"), desk.way.asked);
    desk.handle(papers);
    assertEquals(List.of("p1 withdrawn", "p2 withdrawn", "p3 withdrawn"), desk.ends());
    desk.close();
  }

  @Test
  void aStopThatACrashCutShortIsFinishedWhenItComesAgain() throws Exception {
    DeskForTests desk = DeskForTests.live();
    desk.way.answer = (order, r) -> new Result.Handed();
    desk.handle(new Papers());
    desk.desk().stop(new Papers().stop());
    assertEquals(List.of("p1 attempted", "p2 attempted"), desk.ends(), "not taken back yet");
    desk.close();
    desk.start();
    desk.way.takesBack = true;
    desk.desk().stop(new Papers().stop());
    desk.handle(new Papers());
    assertEquals(List.of("p1 withdrawn", "p2 withdrawn"), desk.ends());
    desk.close();
  }

  @Test
  void anInterruptedHandOverThatThePeerHasIsNotMadeAgain() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      desk.way.evidence = WayOut.Evidence.HANDED;
      desk.way.answer =
          (order, r) -> {
            throw new IllegalStateException("cut short");
          };
      desk.handle(new Papers().to(1));
      assertEquals(List.of("p1 attempted"), desk.ends());
    }
  }

  @Test
  void aGenuineCorrectionStopsWhatItTakesBack() throws Exception {
    DeskForTests desk = new DeskForTests(Realm.LIVE, "sms", new MemoryLedgerFile());
    try (desk) {
      // Both artefacts of this paper go by one way here.
      desk.start("artefact-way");
      Papers correction = new Papers().asCorrection();
      desk.handle(correction);
      assertEquals(List.of("p1", "p2"), desk.way.left);
      // The release that it takes back: the same document, with an artefact of its own.
      var original = correction.order();
      var late =
          new Order(
              "o6-cap",
              "a1",
              Realm.LIVE,
              Papers.HUB,
              1,
              "sms",
              false,
              "cap.xml",
              "application/cap+xml",
              null,
              correction.named,
              1,
              Papers.SENT,
              Papers.EXPIRES,
              original.original(),
              null,
              original.named(),
              original.recipients(),
              Papers.NOW);
      assertEquals(Handled.CARRIED_OUT, desk.desk().handle(new OrderMessage(late)));
      assertEquals(List.of("p1", "p2"), desk.way.left);
    }
  }
}
