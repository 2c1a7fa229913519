package org.currawong.channels.gammu;

import java.io.IOException;
import java.util.List;
import org.currawong.broker.Reply;
import org.currawong.broker.ReplyWay;
import org.currawong.broker.WayOut.Evidence;
import org.currawong.broker.WayOut.Result;
import org.currawong.channels.gammu.OutboxName.Priority;
import org.currawong.channels.people.PhoneNumbers;
import org.currawong.domain.delivery.CarrierState.Level;

/**
 * Receipts and answers by gammu-smsd, each one file behind all alerts; it cuts long ones itself.
 */
public final class GammuReplies implements ReplyWay {

  /** With so many texts waiting, receipts wait with the core: a modem sends some ten a minute. */
  static final int MOST_WAITING = 500;

  private final GammuOutbox outbox;
  private final OutboxHealth health;

  /**
   * @param health while it is down, replies wait with the core
   */
  public GammuReplies(GammuOutbox outbox, OutboxHealth health) {
    this.outbox = outbox;
    this.health = health;
  }

  /** What the files of a reply are known by. */
  static String copy(String reply) {
    return OutboxName.copy("reply", reply);
  }

  @Override
  public boolean ready() throws IOException {
    return health.state().level() != Level.DOWN
        && GammuFolders.ours(outbox.folders().outbox()).size() < MOST_WAITING;
  }

  /** Never to short numbers, words or numbers that cost: a machine sits behind them. */
  @Override
  public Result send(Reply reply) throws IOException {
    if (!PhoneNumbers.takesReplies(reply.address())) {
      return new Result.Failed("no number that takes receipts", false);
    }
    Priority priority =
        switch (reply.kind()) {
          case RECEIPT -> Priority.RECEIPT;
          case ANSWER -> Priority.ANSWER;
        };
    outbox.put(priority, reply.address(), copy(reply.id()), List.of(reply.text()), () -> false);
    return new Result.Handed();
  }

  @Override
  public Evidence wasSent(Reply reply) throws IOException {
    return outbox.evidence(copy(reply.id()), 1);
  }
}
