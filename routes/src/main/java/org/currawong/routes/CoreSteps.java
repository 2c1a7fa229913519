package org.currawong.routes;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.currawong.broker.Assessed;
import org.currawong.broker.DeliveryReport;
import org.currawong.broker.Handover;
import org.currawong.broker.HubQueue;
import org.currawong.broker.Job;
import org.currawong.broker.Malformed;
import org.currawong.broker.PowerReading;
import org.currawong.broker.QueueCodec;
import org.currawong.broker.QueueMessage;
import org.currawong.broker.ReplyReport;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.Intake;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.ReportBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps between a queue, or the console, and the core. */
final class CoreSteps {

  /** A decision takes one force of the disk; a disk slower than this is as good as gone. */
  private static final long DECISION_SECONDS = 30;

  /**
   * A reading of the power that is older says nothing of now. It was left in its queue by a hub
   * that stopped: logged as news it would stop the next one at once. A newer one always comes.
   */
  static final Duration NEWS = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(CoreSteps.class);

  private final Intake core;
  private final Function<ReportBody, String> digest;
  private final QueueCodec codec;
  private final Lull lull;
  private final InstantSource clock;

  /**
   * @param digest keyed digest of a report's body
   */
  CoreSteps(
      Intake core,
      Function<ReportBody, String> digest,
      QueueCodec codec,
      Lull lull,
      InstantSource clock) {
    this.core = core;
    this.digest = digest;
    this.codec = codec;
    this.lull = lull;
    this.clock = clock;
  }

  /** Web form, API and console: the reply is the decision. */
  Decision decide(Handed handed) {
    return handed.command() instanceof Command.TakeReport
        ? lull.after(() -> await(handed.command(), handed.actor()))
        : await(handed.command(), handed.actor());
  }

  /** What a queue's bytes say; what says nothing goes to the dead letters, where a person looks. */
  Function<byte[], Object> read(HubQueue queue) {
    return bytes -> {
      QueueMessage message = codec.read(queue, bytes);
      if (message instanceof Malformed bad) {
        throw new Undecided("malformed: " + bad.why());
      }
      return message;
    };
  }

  /** A report from a way in: it leaves its queue only once it is in the log. */
  Object take(Handover h) {
    Command report = h.command(digest.apply(h.body()));
    Decision d = lull.after(() -> await(report, Actor.part("ways-in")));
    if (d instanceof Decision.Refused refused) {
      throw new Undecided(refused);
    }
    return d;
  }

  Object assessed(Assessed a) {
    return evidence(a.command(), "inference-worker");
  }

  /** The model's queue had no room for this question: the console says so, and nobody waits. */
  Object notTried(HubQueue queue, byte[] question) {
    if (!(codec.read(queue, question) instanceof Job job)) {
      throw new Undecided("malformed question");
    }
    Assessment none =
        new Assessment(
            job.duty(), "", null, Assessment.MODEL, "not tried: too many reports were waiting", 0);
    return assessed(new Assessed(job.report(), List.of(none)));
  }

  Object delivery(DeliveryReport r) {
    return evidence(r.command(), "ways-out");
  }

  Object reply(ReplyReport r) {
    return evidence(r.command(), "ways-out");
  }

  Object power(PowerReading p) {
    if (p.at().plus(NEWS).isBefore(clock.instant())) {
      LOG.info("A reading of {} of {} is too old to be logged as news", p.ups(), p.at());
      return p;
    }
    return evidence(p.command(), "power-monitor");
  }

  /** The clock's turn: what has run out is logged. */
  Object tick(Object fired) {
    return core.hand(new Command.Tick(), Actor.part("clock"));
  }

  /** Evidence about something that the log does not know is of no use to anybody: said, dropped. */
  private Decision evidence(Command command, String part) {
    Decision d = await(command, Actor.part(part));
    if (d instanceof Decision.Refused refused) {
      if (refused.why() == Why.UNAVAILABLE) {
        throw new Undecided(refused);
      }
      LOG.warn("{} said what the core can't use: {}", part, refused.why());
    }
    return d;
  }

  private Decision await(Command command, Actor actor) {
    try {
      return core.hand(command, actor)
          .toCompletableFuture()
          .get(DECISION_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return Decision.refused(Why.UNAVAILABLE, "hub", "the disk does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Decision.refused(Why.UNAVAILABLE, "hub", "the hub is stopping");
    } catch (java.util.concurrent.ExecutionException e) {
      LOG.warn("The core failed on a {}", command.getClass().getSimpleName(), e.getCause());
      return Decision.refused(Why.UNAVAILABLE, "hub", "the hub can't write its log");
    }
  }
}
