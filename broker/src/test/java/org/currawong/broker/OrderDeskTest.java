package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.currawong.broker.OrderDesk.Handled;
import org.currawong.broker.WayOut.Evidence;
import org.currawong.broker.WayOut.Result;
import org.currawong.domain.Realm;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.Order;
import org.junit.jupiter.api.Test;

class OrderDeskTest {

  @Test
  void eachRecipientIsAttemptedThenSentAndReportedInThatOrder() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      assertEquals(Handled.CARRIED_OUT, desk.handle(new Papers()));
      assertEquals(
          List.of("p1 attempted", "p1 sent", "p2 attempted", "p2 sent"),
          desk.reports.stream().map(r -> r.recipient() + " " + r.state().word()).toList());
      assertEquals(1, desk.reports.getFirst().attempt());
      assertEquals("o7-sms.en", desk.reports.getFirst().order());
    }
  }

  @Test
  void theVeryBufferThatWasHashedIsHandedOnWithTheDocumentsOwnTimes() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      Papers papers = new Papers();
      Order genuine = papers.order();
      Order stretched =
          new Order(
              genuine.id(),
              genuine.alert(),
              genuine.realm(),
              genuine.hub(),
              genuine.epoch(),
              genuine.way(),
              false,
              genuine.artefact(),
              genuine.type(),
              genuine.language(),
              genuine.bytes(),
              1,
              genuine.notBefore(),
              Papers.EXPIRES.plusSeconds(999_999),
              genuine.release(),
              null,
              genuine.named(),
              genuine.recipients(),
              genuine.hubTime());
      desk.desk().handle(new OrderMessage(stretched));
      assertSame(papers.bytes, desk.way.orders.getFirst().bytes());
      assertEquals(Papers.EXPIRES, desk.way.orders.getFirst().expires());
    }
  }

  @Test
  void bytesThatTheOrderLacksComeFromTheStoreBesideAndAreHashedTheSame() throws Exception {
    Papers papers = new Papers();
    byte[] stored = papers.bytes;
    papers.bytes = null;
    for (boolean damaged : new boolean[] {false, true}) {
      RecordingWay way = new RecordingWay();
      byte[] found = stored.clone();
      found[0] ^= (byte) (damaged ? 1 : 0);
      List<DeliveryReport> told = new ArrayList<>();
      try (OrderDesk desk =
          desk(way, new MemoryLedgerFile(), order -> java.util.Optional.of(found), told::addAll)) {
        desk.handle(papers.message());
        assertEquals(damaged ? List.of() : List.of("p1", "p2"), way.left);
        assertEquals(damaged ? DeliveryState.FAILED : DeliveryState.SENT, told.getLast().state());
      }
    }
  }

  private static OrderDesk desk(
      RecordingWay way, LedgerFile file, ArtefactStore store, DeliverySink sink)
      throws IOException {
    return OrderDesk.launch(
        new DeskConfig(
            Realm.LIVE,
            Papers.HUB,
            Papers.EPOCH,
            new ReleaseKey(Papers.KEY.getPublic()),
            "sms",
            java.nio.file.Path.of("unused")),
        way,
        store,
        sink,
        new HubClock(() -> Papers.NOW, () -> 0L),
        file,
        java.util.Set.of());
  }

  @Test
  void theSameOrderAgainReportsTheSameAndNothingLeaves() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      desk.handle(new Papers());
      desk.handle(new Papers());
      Papers renamed = new Papers();
      renamed.id = "o7-another.name";
      desk.handle(renamed);
      assertEquals(List.of("p1", "p2"), desk.way.left);
      assertEquals(List.of("p1 sent", "p2 sent"), desk.ends());
    }
  }

  @Test
  void theSameOrderAfterARestartLeavesNothingEither() throws Exception {
    DeskForTests desk = DeskForTests.live();
    desk.handle(new Papers());
    desk.close();
    desk.start();
    desk.handle(new Papers());
    assertEquals(List.of("p1", "p2"), desk.way.left);
    desk.close();
  }

  @Test
  void withoutTheGateForSettledCopiesAReplayLeaves() throws Exception {
    DeskForTests desk = new DeskForTests(Realm.LIVE, "sms", new MemoryLedgerFile());
    try (desk) {
      desk.start("settled");
      desk.handle(new Papers());
      desk.handle(new Papers());
      assertEquals(List.of("p1", "p2", "p1", "p2"), desk.way.left);
    }
  }

  @Test
  void aCopyThatFailedForGoodIsNotTriedAgainAndOneThatMayWorkIs() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      int[] tries = new int[2];
      desk.way.answer =
          (order, r) -> {
            boolean first = r.id().equals("p1");
            tries[first ? 0 : 1]++;
            return first
                ? new Result.Failed("no such number", false)
                : tries[1] < 2 ? new Result.Failed("gateway busy", true) : new Result.Sent();
          };
      desk.handle(new Papers());
      assertEquals(1, tries[0]);
      assertEquals(2, tries[1]);
      assertEquals(List.of("p1 failed", "p2 sent"), desk.ends());
      assertEquals("no such number", reason(desk, "p1"));
    }
  }

  @Test
  void aWayOutThatTakesNothingIsTriedFiveTimesInAllAndSaysMeanwhileThatTheCopyWaits()
      throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      int[] tries = new int[1];
      desk.way.answer =
          (order, r) -> {
            tries[0]++;
            return new Result.Failed("its disk is full", true);
          };
      desk.handle(new Papers().to(1));
      assertEquals(3, tries[0]);
      assertEquals(List.of("p1 queued"), desk.ends());
      assertEquals("its disk is full", reason(desk, "p1"));
      desk.handle(new Papers().to(1));
      assertEquals(List.of("p1 queued"), desk.ends());
      desk.handle(new Papers().to(1));
      desk.handle(new Papers().to(1));
      assertEquals(5, tries[0]);
      assertEquals(List.of("p1 failed"), desk.ends());
      assertEquals("its disk is full", reason(desk, "p1"));
    }
  }

  @Test
  void aCopyThatNobodyCanLookAtKeepsTheOthersFromNothing() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      desk.way.blind = true;
      desk.way.answer =
          (order, r) -> {
            if (desk.way.blind && r.id().equals("p1")) {
              throw new IllegalStateException("the folder is gone");
            }
            return new Result.Sent();
          };
      assertEquals(OrderDesk.Handled.CARRIED_OUT, desk.handle(new Papers()));
      assertEquals(List.of("p2 sent", "p1 queued"), desk.ends());
      desk.way.blind = false;
      desk.way.evidence = Evidence.NOT_DONE;
      desk.handle(new Papers());
      assertEquals(List.of("p2", "p1"), desk.way.left);
    }
  }

  private static String reason(DeskForTests desk, String recipient) {
    return desk.reports.stream()
        .filter(r -> r.recipient().equals(recipient))
        .reduce((one, last) -> last)
        .orElseThrow()
        .reason();
  }

  @Test
  void anAttemptThatThrewAsksWhatWasDoneAndWhatNobodyKnowsIsAPersonsMatter() throws Exception {
    for (Evidence evidence : List.of(Evidence.DONE, Evidence.UNKNOWN)) {
      try (DeskForTests desk = DeskForTests.live()) {
        desk.way.evidence = evidence;
        desk.way.answer =
            (order, r) -> {
              throw new IllegalStateException("the cable was pulled");
            };
        desk.handle(new Papers().to(1));
        assertEquals(
            evidence == Evidence.DONE ? List.of("p1 sent") : List.of("p1 failed"), desk.ends());
        assertEquals(
            evidence == Evidence.DONE ? null : "unknown whether sent: check and decide",
            reason(desk, "p1"));
      }
    }
  }

  @Test
  void aPeerThatDoesNotSayIsAPersonsMatterToo() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      desk.way.answer = (order, r) -> new Result.Unknown();
      desk.handle(new Papers().to(1));
      desk.handle(new Papers().to(1));
      assertEquals(List.of("p1 failed"), desk.ends());
      assertEquals("unknown whether sent: check and decide", reason(desk, "p1"));
      assertEquals(
          1, desk.reports.stream().filter(r -> r.state() == DeliveryState.ATTEMPTED).count());
    }
  }

  @Test
  void anOrderThatExpiresAmongItsRecipientsStopsThereAndOneTooLateIsReportedAsFailed()
      throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      desk.way.answer =
          (order, r) -> {
            desk.now = Papers.EXPIRES;
            return new Result.Sent();
          };
      desk.handle(new Papers());
      assertEquals(List.of("p1 sent", "p2 failed"), desk.ends());
      assertEquals("expired before it could leave", reason(desk, "p2"));
      Papers other = new Papers().to(1);
      other.status = org.currawong.domain.alert.AlertStatus.ACTUAL;
      other.alert = "a9";
      other.orderAlert = "a9";
      assertEquals(Handled.EXPIRED, desk.handle(other));
      assertEquals("p1 failed", desk.ends().getLast());
      assertEquals(List.of("p1"), desk.way.left);
    }
  }

  @Test
  void withoutTheGateForExpiryALongListRunsOn() throws Exception {
    DeskForTests desk = new DeskForTests(Realm.LIVE, "sms", new MemoryLedgerFile());
    try (desk) {
      desk.start("expiry");
      desk.way.answer =
          (order, r) -> {
            desk.now = Papers.EXPIRES;
            return new Result.Sent();
          };
      desk.handle(new Papers());
      assertEquals(List.of("p1", "p2"), desk.way.left);
    }
  }

  @Test
  void anOrderThatIsTooEarlyReportsNothingAndLeavesLater() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      Papers papers = new Papers();
      papers.notBefore = Papers.NOW.plusSeconds(5);
      assertEquals(Handled.TOO_EARLY, desk.handle(papers));
      assertEquals(List.of(), desk.reports);
      desk.now = papers.notBefore;
      assertEquals(Handled.CARRIED_OUT, desk.handle(papers));
      assertEquals(List.of("p1", "p2"), desk.way.left);
    }
  }

  @Test
  void anOrderToNobodySaysSo() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      desk.handle(new Papers().to(0));
      assertEquals(List.of("all no-recipients"), desk.ends());
      assertEquals(List.of(), desk.way.left);
    }
  }

  @Test
  void aLedgerThatCannotBeWrittenLetsNothingLeave() throws Exception {
    DeskForTests desk = DeskForTests.live();
    desk.disk.beforeEach(
        () -> {
          throw new IllegalStateException("no space left on device");
        });
    assertThrows(IllegalStateException.class, () -> desk.handle(new Papers()));
    desk.disk.beforeEach(() -> {});
    assertThrows(IOException.class, () -> desk.handle(new Papers()));
    assertEquals(List.of(), desk.way.left);
    desk.close();
    desk.start();
    desk.handle(new Papers());
    assertEquals(List.of("p1", "p2"), desk.way.left);
    desk.close();
  }

  @Test
  void aQueueOfReportsThatFailsAtFirstGetsEveryReportInTheEnd() throws Exception {
    Random random = new Random(1);
    List<DeliveryReport> got = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (ReportSender sender =
        new ReportSender(
            "test",
            batch -> {
              if (random.nextInt(3) == 0) {
                throw new IOException("the broker is away");
              }
              got.addAll(batch);
            })) {
      for (int n = 0; n < 200; n++) {
        sender.add(
            new DeliveryReport("a", "o", "sms", "p" + n, DeliveryState.SENT, null, 1, Papers.NOW));
      }
      assertTrue(sender.flush(Duration.ofSeconds(20)));
    }
    assertEquals(200, got.size());
    assertEquals("p199", got.getLast().recipient());
  }

  @Test
  void whatTheWayOutGetsIsExactlyWhatWasReleased() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      desk.handle(new Papers());
      assertArrayEquals(Papers.bytes("Flood. Go to high ground."), desk.way.orders.get(0).bytes());
      assertNull(desk.way.orders.get(0).original());
    }
  }
}
