package org.currawong.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.Exchange;
import org.currawong.broker.HubQueue;
import org.currawong.broker.Job;
import org.currawong.broker.OrderMessage;
import org.currawong.broker.QueueCodec;
import org.currawong.broker.StopNotice;
import org.currawong.domain.Board;
import org.currawong.domain.Outstanding;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps between what is outstanding and the queues that others read. */
final class OutSteps {

  /**
   * What people hear goes first; on a small machine, paper and texts of the same alert would take
   * it as long again.
   */
  private static final long HEAD_START_NANOS = 25_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(OutSteps.class);

  private final Board board;
  private final RenderDesk renderDesk;
  private final WithdrawalDesk withdrawalDesk;
  private final OrderMaker orderMaker;
  private final ReplyMaker replyMaker;
  private final QueueCodec codec;
  private final Sweep sweep;
  private final Lull lull;
  private final Set<String> spoken;

  OutSteps(
      Board board,
      RenderDesk renderDesk,
      WithdrawalDesk withdrawalDesk,
      OrderMaker orderMaker,
      ReplyMaker replyMaker,
      QueueCodec codec,
      Sweep sweep,
      Lull lull,
      Set<String> spoken) {
    this.board = board;
    this.renderDesk = renderDesk;
    this.withdrawalDesk = withdrawalDesk;
    this.orderMaker = orderMaker;
    this.replyMaker = replyMaker;
    this.codec = codec;
    this.sweep = sweep;
    this.lull = lull;
    this.spoken = Set.copyOf(spoken);
  }

  /** The question for inference; null where the report was erased or answered meanwhile. */
  byte[] job(HubQueue queue, Outstanding.Assess a) {
    Report r = board.read(s -> s.report(a.report()));
    ReportBody body = r == null ? null : r.secret().body();
    if (body == null || !Outstanding.unassessed(r)) {
      return null;
    }
    lull.await(r.receivedAt());
    return codec.write(
        queue,
        new Job(r.id(), Duty.URGENCY, body.text(), body.language(), body.place(), r.receivedAt()));
  }

  /** The question for the model; null where the report was erased or advised on meanwhile. */
  byte[] question(HubQueue queue, Outstanding.Advise a) {
    Report r = board.read(s -> s.report(a.report()));
    ReportBody body = r == null ? null : r.secret().body();
    if (body == null || r.advised()) {
      return null;
    }
    return codec.write(
        queue,
        new Job(r.id(), Duty.SUMMARY, body.text(), r.language(), body.place(), r.receivedAt()));
  }

  Outstanding render(Outstanding.Render r) {
    renderDesk.render(r.alert(), r.version());
    return r;
  }

  Outstanding withdraw(Outstanding.DocumentWithdrawal w) {
    try {
      withdrawalDesk.document(w.alert());
      return w;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The signed order; null where it is void or its bytes are gone. */
  byte[] order(HubQueue queue, Outstanding.Send send) {
    if (!spoken.contains(send.plan().way())) {
      LockSupport.parkNanos(HEAD_START_NANOS);
    }
    try {
      Optional<Order> order = orderMaker.make(send.plan());
      if (order.isEmpty()) {
        LOG.warn("An order could not be made: its bytes are gone or damaged");
      }
      return order.map(o -> codec.write(queue, new OrderMessage(o))).orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words for one reporter; null where the report was erased or answered meanwhile. */
  byte[] reply(HubQueue queue, Outstanding.SendReply r) {
    return replyMaker.make(r.plan()).map(reply -> codec.write(queue, reply)).orElse(null);
  }

  byte[] stop(HubQueue queue, Alert a) {
    return codec.write(queue, new StopNotice(orderMaker.stop(a)));
  }

  /** What should have happened by now and has not. */
  List<Outstanding> overdue(Object fired) {
    return board.read(sweep::overdue);
  }

  /** The list that {@link #overdue} put into the exchange. */
  static List<Outstanding> found(Exchange e) {
    return ((List<?>) e.getIn().getBody()).stream().map(Outstanding.class::cast).toList();
  }
}
