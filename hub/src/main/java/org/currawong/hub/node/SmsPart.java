package org.currawong.hub.node;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.currawong.broker.DeliverySink;
import org.currawong.broker.HubClock;
import org.currawong.broker.Party;
import org.currawong.broker.QueueWriter;
import org.currawong.broker.ReplyDesk;
import org.currawong.broker.ReplyRoutes;
import org.currawong.broker.ReplySink;
import org.currawong.broker.ReportSink;
import org.currawong.broker.WayOut;
import org.currawong.channels.gammu.GammuFolders;
import org.currawong.channels.gammu.GammuInbox;
import org.currawong.channels.gammu.GammuOutbox;
import org.currawong.channels.gammu.GammuReplies;
import org.currawong.channels.gammu.GammuWatch;
import org.currawong.channels.gammu.OutboxHealth;
import org.currawong.console.Receipts;
import org.currawong.domain.Board;
import org.currawong.domain.Realm;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.hub.settings.Settings;

/**
 * SMS by gammu-smsd, where settings name its folders: texts in as reports, receipts back, and the
 * live realm's way out. A demonstration and exercises never touch them.
 */
final class SmsPart implements AutoCloseable {

  static final String WAY = "sms";

  /** How often the folders are looked at: a text is settled two seconds after it came. */
  private static final long LOOK_MS = 1_000;

  /** A look under way is let finish. */
  private static final long STOP_SECONDS = 5;

  private final HubPlan plan;
  private final Optional<GammuOutbox> outbox;
  private final Optional<OutboxHealth> health;
  private final Optional<Path> inboxFolder;
  private final Closing open = new Closing();
  private Optional<GammuInbox> inbox = Optional.empty();

  private SmsPart(HubPlan plan) {
    this.plan = plan;
    Settings.Sms sms = plan.settings().sms();
    boolean live = plan.realm() == Realm.LIVE;
    this.inboxFolder = sms.gammuInbox().filter(folder -> live);
    Optional<GammuFolders> folders =
        sms.gammuOutbox()
            .filter(folder -> live)
            .map(out -> new GammuFolders(out, sms.sent().orElseThrow(), sms.error().orElseThrow()));
    this.outbox = folders.map(f -> new GammuOutbox(f, plan.clock()));
    this.health = folders.map(OutboxHealth::new);
  }

  /** What the settings ask for; nothing is opened yet. */
  static SmsPart of(HubPlan plan) {
    return new SmsPart(plan);
  }

  /** The way out for one realm, where it is not the spool of files. */
  Optional<WayOut> wayOut(Realm realm) {
    return outbox.filter(way -> realm == Realm.LIVE).map(way -> way);
  }

  /** Ways that bring receipts and answers back. */
  Set<String> replyWays() {
    return outbox.isPresent() ? Set.of(WAY) : Set.of();
  }

  /** How texts pass now; empty where gammu-smsd has no part in it. */
  Optional<CarrierState> state() {
    return Optional.of(
            health
                .map(OutboxHealth::state)
                .orElse(CarrierState.UP)
                .and(inbox.map(GammuInbox::state).orElse(CarrierState.UP)))
        .filter(state -> outbox.isPresent() || inbox.isPresent());
  }

  /** Adds the route of replies; orders have theirs by {@link WaysOut}. */
  void addRoutes(Messaging messaging) throws Exception {
    if (outbox.isEmpty()) {
      return;
    }
    QueueWriter writer = open.add(QueueWriter.of(messaging.broker(), Party.CHANNELS));
    ReplyDesk desk =
        open.add(
            ReplyDesk.launch(
                WAY,
                plan.data().resolve("ledger"),
                new GammuReplies(outbox.get(), health.orElseThrow()),
                ReplySink.queue(writer, messaging.table(), messaging.codec()),
                new HubClock(plan.clock(), System::nanoTime)));
    messaging
        .camel()
        .addRoutes(
            new ReplyRoutes(
                messaging.queues(Party.CHANNELS), messaging.table(), messaging.codec(), WAY, desk));
  }

  /** Begins to look at the folders, once the routes run; stops when closed. */
  AutoCloseable watch(Board board, Messaging messaging, Receipts receipts) {
    Closing looking = new Closing();
    if (outbox.isEmpty() && inboxFolder.isEmpty()) {
      return looking;
    }
    QueueWriter writer = looking.add(QueueWriter.of(messaging.broker(), Party.CHANNELS));
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sms").factory());
    inbox =
        inboxFolder.map(
            folder ->
                new GammuInbox(
                    folder,
                    new ReportDesk(board, receipts),
                    ReportSink.queue(writer, messaging.table(), messaging.codec()),
                    plan.clock(),
                    plan.settings().limits().perSenderPerMinute()));
    inbox.ifPresent(in -> every(clock, in::poll));
    outbox
        .map(
            out ->
                new GammuWatch(
                    out,
                    new OpenTexts(board, WAY, plan.realm()),
                    DeliverySink.queue(writer, messaging.table(), messaging.codec()),
                    ReplySink.queue(writer, messaging.table(), messaging.codec()),
                    plan.clock(),
                    health.orElseThrow()))
        .ifPresent(watch -> every(clock, watch::poll));
    looking.add(() -> stop(clock));
    return looking;
  }

  private static void every(ScheduledExecutorService clock, Runnable look) {
    Future<?> unused = clock.scheduleWithFixedDelay(look, 0, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  private static void stop(ScheduledExecutorService clock) throws InterruptedException {
    clock.shutdown();
    clock.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    open.close();
  }
}
