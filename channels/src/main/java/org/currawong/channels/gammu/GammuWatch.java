package org.currawong.channels.gammu;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.currawong.broker.DeliveryReport;
import org.currawong.broker.DeliverySink;
import org.currawong.broker.ReplyReport;
import org.currawong.broker.ReplySink;
import org.currawong.domain.delivery.DeliveryState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what became of the texts in gammu-smsd's outbox: moved to the folder of what was sent, or to
 * that of what failed. What it looks for comes from the log, so that it needs no memory.
 */
public final class GammuWatch {

  /** A copy that lies in no folder for so long was moved away by somebody. */
  static final Duration GONE = Duration.ofMinutes(2);

  /** What was told and is not yet in the log is told again after this time. */
  static final Duration AGAIN = Duration.ofSeconds(30);

  static final String EXPIRED = "expired before it could leave";
  static final String REFUSED = "the modem or the network refused it";
  static final String UNKNOWN = "unknown whether sent: check and decide";

  private static final Logger LOG = LoggerFactory.getLogger(GammuWatch.class);

  private final GammuOutbox outbox;
  private final GammuFolders folders;
  private final Supplier<List<Open>> open;
  private final DeliverySink deliveries;
  private final ReplySink replies;
  private final InstantSource clock;
  private final OutboxHealth health;
  private final Map<String, Instant> told = new HashMap<>();

  /**
   * @param open what the log has as attempted and no more
   */
  public GammuWatch(
      GammuOutbox outbox,
      Supplier<List<Open>> open,
      DeliverySink deliveries,
      ReplySink replies,
      InstantSource clock,
      OutboxHealth health) {
    this.outbox = outbox;
    this.folders = outbox.folders();
    this.open = open;
    this.deliveries = deliveries;
    this.replies = replies;
    this.clock = clock;
    this.health = health;
  }

  /** One text under way, of which the log knows no end. */
  public sealed interface Open {
    /** When it was attempted. */
    Instant at();

    /**
     * One person's copy of an order.
     *
     * @param expires from then on it may not leave
     */
    record Copy(
        String alert,
        String order,
        String way,
        String recipient,
        int attempt,
        Instant at,
        Instant expires)
        implements Open {}

    /** A receipt or an answer. */
    record Back(String reply, String report, String way, Instant at) implements Open {}
  }

  private record Ended(DeliveryState state, String reason) {}

  /** Looks once. What fails is shown by the health and tried again at the next look. */
  public void poll() {
    Instant now = clock.instant();
    health.look(now);
    try {
      List<Open> all = open.get();
      told.values().removeIf(at -> at.plus(AGAIN).isBefore(now));
      if (!all.isEmpty()) {
        tell(all, now);
      }
    } catch (Exception e) {
      LOG.warn("What became of texts could not be seen or told: {}", e.toString());
    }
  }

  private void tell(List<Open> all, Instant now) throws Exception {
    Set<String> expired = takeBackExpired(all, now);
    // In the way that files go: one that moves meanwhile is seen twice, and looked for again.
    Map<String, Integer> waiting = missing(folders.outbox());
    Map<String, Integer> sent = missing(folders.sent());
    Map<String, Integer> failed = missing(folders.error());
    List<DeliveryReport> batch = new ArrayList<>();
    for (Open o : all) {
      String copy = copy(o);
      Optional<Ended> ended =
          expired.contains(copy)
              ? Optional.of(new Ended(DeliveryState.FAILED, EXPIRED))
              : ended(
                  waiting.containsKey(copy),
                  sent.get(copy),
                  failed.containsKey(copy),
                  o.at().plus(GONE).isBefore(now));
      if (ended.isPresent() && told.putIfAbsent(copy, now) == null) {
        switch (o) {
          case Open.Copy c -> batch.add(report(c, ended.get(), now));
          case Open.Back b -> replies.send(report(b, ended.get(), now));
        }
      }
    }
    if (!batch.isEmpty()) {
      deliveries.send(batch);
    }
  }

  /**
   * What waits when its alert has ended is taken back: nothing leaves by a release that has run
   * out.
   *
   * @return the copies that have not left and will not
   */
  private Set<String> takeBackExpired(List<Open> all, Instant now) throws IOException {
    Set<String> ended = new HashSet<>();
    for (Open o : all) {
      if (o instanceof Open.Copy c && !now.isBefore(c.expires())) {
        if (ended.add(c.alert() + " " + c.order())) {
          outbox.takeAway(c.alert(), c.order());
        }
      }
    }
    return ended.isEmpty() ? Set.of() : expired(all, ended);
  }

  private Set<String> expired(List<Open> all, Set<String> ended) throws IOException {
    Set<String> back = outbox.takenBack();
    Set<String> copies = new HashSet<>();
    for (Open o : all) {
      if (o instanceof Open.Copy c && ended.contains(c.alert() + " " + c.order())) {
        copies.add(copy(c));
      }
    }
    copies.retainAll(back);
    return copies;
  }

  /**
   * @param missing how many parts of the copy have not been sent; {@code null} for all
   */
  private static Optional<Ended> ended(
      boolean waiting, Integer missing, boolean failed, boolean late) {
    if (waiting) {
      return Optional.empty();
    }
    if (missing != null && missing == 0) {
      return Optional.of(new Ended(DeliveryState.SENT, null));
    }
    if (failed) {
      return Optional.of(new Ended(DeliveryState.FAILED, REFUSED));
    }
    return late ? Optional.of(new Ended(DeliveryState.FAILED, UNKNOWN)) : Optional.empty();
  }

  /** By copy, how many of its parts do not lie in the folder; copies without any are left out. */
  private static Map<String, Integer> missing(Path folder) throws IOException {
    Map<String, Integer> missing = new HashMap<>();
    for (OutboxName name : GammuFolders.ours(folder)) {
      missing.merge(name.copy(), name.parts() - 1, (before, one) -> before - 1);
    }
    return missing;
  }

  private static String copy(Open o) {
    return switch (o) {
      case Open.Copy c -> GammuOutbox.copy(c.alert(), c.order(), c.recipient());
      case Open.Back b -> GammuReplies.copy(b.reply());
    };
  }

  private static DeliveryReport report(Open.Copy c, Ended ended, Instant now) {
    return new DeliveryReport(
        c.alert(),
        c.order(),
        c.way(),
        c.recipient(),
        ended.state(),
        ended.reason(),
        c.attempt(),
        now);
  }

  private static ReplyReport report(Open.Back b, Ended ended, Instant now) {
    return new ReplyReport(b.reply(), b.report(), b.way(), ended.state(), ended.reason(), now);
  }
}
