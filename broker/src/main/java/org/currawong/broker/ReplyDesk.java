package org.currawong.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.currawong.broker.LedgerLine.Copy;
import org.currawong.domain.delivery.DeliveryState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before one way back to reporters, as {@link OrderDesk} stands before a way out: every
 * attempt is in its ledger before it is made, so that no reply goes twice, and what became of it is
 * told to the core, so that none is asked for for ever. One reply at a time.
 */
public final class ReplyDesk implements AutoCloseable {
  /**
   * How long an attempt is remembered: the core asks for a reply for a day, and a queue may hold it
   * for two.
   */
  static final Duration REMEMBER = Duration.ofDays(4);

  /** Tries of one reply over all restarts, half a minute apart as the core asks again. */
  static final int MAX_ATTEMPTS = 5;

  private static final String EFFECT = "reply ";
  private static final Logger LOG = LoggerFactory.getLogger(ReplyDesk.class);

  private final ReplyWay way;
  private final ReplySink sink;
  private final HubClock clock;
  private final Ledger ledger;
  private final ReplyLimits limits = new ReplyLimits();

  private ReplyDesk(ReplyWay way, ReplySink sink, HubClock clock, Ledger ledger) {
    this.way = way;
    this.sink = sink;
    this.clock = clock;
    this.ledger = ledger;
    ledger.all().stream()
        .filter(line -> line.effect().startsWith(EFFECT + Reply.Kind.RECEIPT) && left(line))
        .forEach(line -> limits.gave(line.recipient(), line.forget().minus(REMEMBER)));
  }

  /**
   * Opens the ledger and is ready.
   *
   * @param name of the way
   * @param folder of the ledgers ({@code DIR/ledger}); made if absent
   * @throws IOException if the ledger can't be read or is damaged
   */
  public static ReplyDesk launch(
      String name, Path folder, ReplyWay way, ReplySink sink, HubClock clock) throws IOException {
    return launch(
        DiskLedgerFile.open(folder.resolve("replies-" + name + ".ledger")), way, sink, clock);
  }

  /** For tests: a disk of their own. */
  static ReplyDesk launch(LedgerFile file, ReplyWay way, ReplySink sink, HubClock clock)
      throws IOException {
    return new ReplyDesk(way, sink, clock, Ledger.open(file, clock.now()));
  }

  private static boolean left(LedgerLine line) {
    return line.outcome() == null || line.outcome().mayBeTakenBack();
  }

  /**
   * Sends one reply, unless it went before or may not go.
   *
   * <p>Returns once the core's queue has what became of it; or, where another try may help, at
   * once: the core asks again.
   *
   * @throws Exception if the ledger or that queue fails: the reply may then be handed in again, and
   *     does not go twice
   */
  public synchronized void handle(QueueMessage message) throws Exception {
    if (!(message instanceof Reply reply)) {
      LOG.warn("What is no reply was put on a queue of replies");
      return;
    }
    String effect = EFFECT + reply.kind() + " " + reply.id();
    Optional<LedgerLine> last = ledger.find(effect, reply.sender());
    int attempts = last.map(LedgerLine::attempt).orElse(0);
    Outcome known = last.map(LedgerLine::outcome).orElse(null);
    if (known == null || known.again()) {
      if (!way.ready()) {
        return;
      }
      known = attempt(reply, effect, attempts, last.isPresent() && known == null);
    }
    if (known.again()) {
      LOG.info("A reply by {} waits for another try: {}", reply.way(), known.reason());
      return;
    }
    sink.send(
        new ReplyReport(
            reply.id(), reply.report(), reply.way(), known.state(), known.reason(), clock.now()));
  }

  private Outcome attempt(Reply reply, String effect, int attempts, boolean cutShort)
      throws IOException {
    Outcome found = cutShort ? afterCrash(reply) : Outcome.failedButAgain("failed too often");
    if (attempts == 0 || found.again() && attempts < MAX_ATTEMPTS) {
      return begin(reply, effect, attempts + 1);
    }
    return found.again() ? Outcome.failed(found.reason()) : found;
  }

  private Outcome begin(Reply reply, String effect, int attempt) throws IOException {
    Instant now = clock.now();
    Copy copy = new Copy(effect, reply.sender(), reply.report(), reply.id(), now.plus(REMEMBER));
    String barred = reply.kind() == Reply.Kind.RECEIPT ? limits.barred(reply.sender(), now) : null;
    if (barred != null) {
      Outcome none = Outcome.failed(barred);
      ledger.settled(copy, 0, none);
      return none;
    }
    ledger.attempted(copy, attempt);
    Outcome outcome = send(reply);
    ledger.settled(copy, attempt, outcome);
    if (reply.kind() == Reply.Kind.RECEIPT && outcome.state() != DeliveryState.FAILED) {
      limits.gave(reply.sender(), now);
    }
    return outcome;
  }

  private Outcome send(Reply reply) throws IOException {
    try {
      return Outcome.of(way.send(reply));
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} failed on a reply: {}", reply.way(), e.toString());
      return afterCrash(reply);
    }
  }

  private Outcome afterCrash(Reply reply) throws IOException {
    return Outcome.of(way.wasSent(reply));
  }

  @Override
  public synchronized void close() throws IOException {
    ledger.close();
  }
}
