package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.currawong.broker.WayOut.Evidence;
import org.currawong.broker.WayOut.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each reply goes once, whatever dies in between, and nobody is bombed with receipts. */
class ReplyDeskTest {

  private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");

  private final MemoryLedgerFile disk = new MemoryLedgerFile();
  private final List<String> left = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Instant now = START;
  private Result answer = new Result.Handed();
  private Evidence evidence = Evidence.NOT_DONE;
  private boolean ready = true;
  private boolean queueDown;
  private boolean dies;
  private ReplyDesk desk;

  @BeforeEach
  void start() throws IOException {
    ReplyWay way =
        new ReplyWay() {
          @Override
          public boolean ready() {
            return ready;
          }

          @Override
          public Result send(Reply reply) throws IOException {
            if (answer instanceof Result.Handed || answer instanceof Result.Sent) {
              left.add(reply.id());
            }
            if (dies) {
              throw new IOException("killed");
            }
            return answer;
          }

          @Override
          public Evidence wasSent(Reply reply) {
            return evidence;
          }
        };
    ReplySink sink =
        r -> {
          if (queueDown) {
            throw new IOException("down");
          }
          told.add(
              r.reply() + " " + r.state().word() + (r.reason() == null ? "" : " " + r.reason()));
        };
    desk = ReplyDesk.launch(disk, way, sink, new HubClock(() -> now, () -> 0L));
  }

  private static Reply receipt(int report, String sender) {
    return reply(Reply.Kind.RECEIPT, report, sender);
  }

  private static Reply reply(Reply.Kind kind, int report, String sender) {
    return new Reply(
        kind + "-" + report, kind, "r" + report, sender, "sms", "+614" + sender, "en", "words");
  }

  @Test
  void aReplyGoesOnceAndIsToldAsOftenAsItIsAskedFor() throws Exception {
    desk.handle(receipt(1, "a"));
    desk.handle(receipt(1, "a"));
    start();
    desk.handle(receipt(1, "a"));
    assertEquals(List.of("RECEIPT-1"), left);
    assertEquals(
        List.of("RECEIPT-1 attempted", "RECEIPT-1 attempted", "RECEIPT-1 attempted"), told);
  }

  @Test
  void whatTheCoresQueueDoesNotTakeIsToldAgainAndNotSentAgain() throws Exception {
    queueDown = true;
    assertThrows(IOException.class, () -> desk.handle(receipt(1, "a")));
    queueDown = false;
    start();
    desk.handle(receipt(1, "a"));
    assertEquals(List.of("RECEIPT-1"), left);
    assertEquals(List.of("RECEIPT-1 attempted"), told);
  }

  @Test
  void anAttemptCutShortIsLookedForBeforeItIsMadeAgain() throws Exception {
    dies = true;
    evidence = Evidence.HANDED;
    desk.handle(receipt(1, "a"));
    assertEquals(List.of("RECEIPT-1 attempted"), told);
    evidence = Evidence.NOT_DONE;
    desk.handle(receipt(2, "b"));
    dies = false;
    start();
    desk.handle(receipt(2, "b"));
    assertEquals(List.of("RECEIPT-1", "RECEIPT-2", "RECEIPT-2"), left, "the second never left");
    assertEquals(List.of("RECEIPT-1 attempted", "RECEIPT-2 attempted"), told);
  }

  @Test
  void oneSenderGetsAReceiptAMinuteAlsoOverARestart() throws Exception {
    desk.handle(receipt(1, "a"));
    desk.handle(receipt(2, "a"));
    start();
    desk.handle(receipt(3, "a"));
    desk.handle(receipt(4, "b"));
    now = now.plus(ReplyLimits.PAUSE).plusSeconds(1);
    desk.handle(receipt(5, "a"));
    desk.handle(receipt(2, "a"));
    assertEquals(List.of("RECEIPT-1", "RECEIPT-4", "RECEIPT-5"), left);
    assertEquals("RECEIPT-2 failed " + ReplyLimits.TOO_SOON, told.get(1));
    assertEquals("RECEIPT-2 failed " + ReplyLimits.TOO_SOON, told.getLast(), "settled for good");
  }

  @Test
  void aMachineThatAnswersEachReceiptIsSoonLetAlone() throws Exception {
    for (int i = 0; i < 300; i++) {
      desk.handle(receipt(i, "a"));
      now = now.plus(Duration.ofMinutes(2));
    }
    assertEquals(ReplyLimits.MOST_A_DAY, left.size());
    now = now.plus(Duration.ofDays(1));
    desk.handle(receipt(900, "a"));
    assertEquals(ReplyLimits.MOST_A_DAY + 1, left.size());
  }

  @Test
  void personalAnswersAreNotCounted() throws Exception {
    desk.handle(receipt(1, "a"));
    desk.handle(reply(Reply.Kind.ANSWER, 1, "a"));
    desk.handle(reply(Reply.Kind.ANSWER, 2, "a"));
    assertEquals(List.of("RECEIPT-1", "ANSWER-1", "ANSWER-2"), left);
  }

  @Test
  void aWayThatIsFullLeavesTheReplyWithTheCore() throws Exception {
    ready = false;
    desk.handle(receipt(1, "a"));
    assertEquals(List.of(), told);
    ready = true;
    desk.handle(receipt(1, "a"));
    assertEquals(List.of("RECEIPT-1 attempted"), told);
  }

  @Test
  void whatFailsAgainAndAgainIsGivenUpAndWhatCannotGoAtOnce() throws Exception {
    answer = new Result.Failed("busy", true);
    for (int i = 0; i <= ReplyDesk.MAX_ATTEMPTS; i++) {
      desk.handle(receipt(1, "a"));
    }
    answer = new Result.Failed("no number", false);
    desk.handle(receipt(2, "b"));
    assertEquals(List.of("RECEIPT-1 failed failed too often", "RECEIPT-2 failed no number"), told);
    answer = new Result.Handed();
    desk.handle(receipt(3, "a"));
    assertEquals(List.of("RECEIPT-3"), left, "a failure is no receipt");
  }

  @Test
  void whatIsNoReplyIsDropped() throws Exception {
    desk.handle(new Malformed("x"));
    assertEquals(List.of(), told);
  }
}
