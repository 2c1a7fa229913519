package org.currawong.hub.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.currawong.broker.Party;
import org.currawong.channels.Channels;
import org.currawong.console.Console;
import org.currawong.console.Receipts;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decider;
import org.currawong.domain.HubInfo;
import org.currawong.domain.Intake;
import org.currawong.domain.Outstanding;
import org.currawong.domain.Rules;
import org.currawong.domain.State;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.phrase.WayLimits;
import org.currawong.hub.VersionVerb;
import org.currawong.incidentlog.Core;
import org.currawong.incidentlog.IncidentLog;
import org.currawong.incidentlog.disk.Disk;
import org.currawong.radio.Pronunciation;
import org.currawong.radio.RadioRenderer;
import org.currawong.radio.ScriptLimit;
import org.currawong.radio.ScriptWriter;
import org.currawong.radio.Speech;
import org.currawong.radio.icecast.IcecastWay;
import org.currawong.routes.HubIdentity;
import org.currawong.routes.HubRoutes;
import org.currawong.routes.OrderMaker;
import org.currawong.routes.Publisher;
import org.currawong.routes.RenderDesk;
import org.currawong.routes.ReplyMaker;
import org.currawong.routes.WithdrawalDesk;

/**
 * A running hub in one process. Starts in the order log, state, broker, outstanding, ways out, ways
 * in, web; stops in reverse.
 */
public final class HubNode implements AutoCloseable {

  /** One force; a disk that takes longer keeps nobody from stopping the hub. */
  private static final long NOTE_SECONDS = 5;

  private final HubPlan plan;
  private final PhraseBank phrases = PhraseBank.shipped();
  private final Closing open = new Closing();
  private final List<String> notes = new ArrayList<>();
  private final Announcer announcer = new Announcer();
  private Core core;
  private Console console;
  private Receipts receipts;
  private Intake intake;
  private PowerPart power;

  private HubNode(HubPlan plan) {
    this.plan = plan;
  }

  /**
   * Starts a hub; the caller holds the lock of its folder.
   *
   * @throws IOException when the log does not verify, a port is taken, a file can't be read: in
   *     words for a person
   */
  public static HubNode launch(HubPlan plan) throws IOException {
    return launch(plan, IncidentLog::open);
  }

  /**
   * Starts a hub whose log lies on a disk of the caller's choice, as measurements want it.
   *
   * @throws IOException as {@link #launch(HubPlan)}
   */
  public static HubNode launch(HubPlan plan, Disk disk) throws IOException {
    return launch(plan, (data, hub, clock) -> IncidentLog.open(disk, data, hub, clock));
  }

  private static HubNode launch(HubPlan plan, Opener opener) throws IOException {
    HubNode node = new HubNode(plan);
    try {
      node.start(opener);
      return node;
    } catch (IOException | RuntimeException e) {
      node.close();
      throw e;
    } catch (Exception e) {
      node.close();
      throw new IOException("the hub did not start: " + e.getMessage(), e);
    }
  }

  /** How the log is opened. */
  private interface Opener {
    IncidentLog open(Path data, IncidentLog.Opening hub, Clock clock) throws IOException;
  }

  private void start(Opener opener) throws Exception {
    IncidentLog log =
        opener.open(
            plan.data(),
            CoreFolder.opening(plan.settings().hub().name(), plan.realm()),
            plan.clock());
    notes.addAll(log.notes());
    HubIdentity named = identity("unnamed", 1);
    core = open.add(Core.launch(log, decider(named), plan.clock(), announcer));
    HubInfo info = core.read(State::hub);
    HubIdentity hub = identity(info.hub(), info.epoch());
    HubSecrets secrets = new HubSecrets(log.keys());
    Shelf shelf = new Shelf(core::read, new Paperwork(log.artefacts(), log.keys()));
    receipts = new Receipts(secrets.receipts(), new SecureRandom());

    Messaging messaging = open.add(Messaging.launch(plan, secrets.queues()));
    if (info.started()) {
      // A first start has no journal yet, and nothing to warn of.
      notes.addAll(messaging.broker().warnings());
    }
    IcecastPart icecast = open.add(IcecastPart.launch(plan));
    SmsPart sms = open.add(SmsPart.of(plan));
    sms.addRoutes(messaging);
    WaysOut out =
        open.add(WaysOut.launch(plan, hub, secrets, shelf, messaging, icecast, sms, core::read));
    ExecutorService pool = processors();
    InferencePart inference = InferencePart.launch(plan, messaging, pool, phrases);
    Publisher publisher =
        open.add(
            new Publisher(
                messaging.camel(), core::read, sms.replyWays(), InferencePart.asksModel(plan)));
    messaging.camel().addRoutes(page(hub, shelf, messaging, sms.replyWays(), publisher, pool));
    // Stopped first: what moves orders ends before the desks close, and those before the broker.
    open.add(messaging.camel());
    // And before all that: an airing of minutes is cut, to begin again after the next start.
    open.add(icecast);
    open.add(out::leave);
    messaging.camel().start();
    // And before all: an answer that is under way keeps nobody from stopping the hub.
    open.add(inference);

    pool.execute(new Rehearsal());
    announcer.publishTo(publisher);
    publisher.accept(core.read(Outstanding::all));
    publisher.accept(core.read(Outstanding::advisable));
    core.hand(started(hub), Actor.part("hub")).join();
    power = open.add(PowerPart.launch(plan, messaging, announcer, core::read, publisher));
    open.add(sms.watch(core::read, messaging, receipts));
    int figures = plan.settings().metrics().port();
    if (figures != 0) {
      open.add(Figures.launch(figures, core, messaging, plan));
    }
    intake = new ByRoute(messaging.camel());
    LogBook book = new LogBook(plan.data(), log, core);
    ConsolePart web =
        new ConsolePart(
            plan,
            hub,
            core,
            intake,
            announcer,
            shelf,
            book,
            limits(hub),
            receipts,
            Map.of(
                IcecastWay.WAY,
                icecast::state,
                SmsPart.WAY,
                () -> sms.state().orElse(CarrierState.UP),
                ConsolePart.MODEL,
                inference::state));
    console = open.add(web.launch(messaging, power.forConsole(), notes::add));
  }

  private Command started(HubIdentity hub) {
    return new Command.NoteStart(hub.version(), plan.parts().stream().sorted().toList());
  }

  private HubIdentity identity(String id, int epoch) {
    String url = plan.settings().web().publicUrl().map(URI::toString).orElse(null);
    return new HubIdentity(
        id,
        plan.settings().hub().name(),
        epoch,
        plan.demonstration(),
        Set.copyOf(plan.ways()),
        plan.zone(),
        url == null ? null : url.replaceAll("/+$", ""),
        plan.settings().radio().repeats(),
        VersionVerb.ownVersion());
  }

  private Rules.TextLimits limits(HubIdentity hub) {
    WayLimits written =
        new WayLimits(phrases, hub.name(), hub.publicUrl(), hub.zone(), hub.demonstration());
    ScriptLimit spoken =
        new ScriptLimit(
            new ScriptWriter(phrases),
            hub.name(),
            hub.zone(),
            hub.demonstration(),
            hub.publicUrl());
    return written.and(spoken);
  }

  private Decider decider(HubIdentity hub) {
    return new Decider(new Rules(hub.ways(), phrases, limits(hub)));
  }

  private HubRoutes page(
      HubIdentity hub,
      Shelf shelf,
      Messaging messaging,
      Set<String> replyWays,
      Publisher publisher,
      ExecutorService pool)
      throws IOException {
    Speech speech = open.add(Speech.launch(pronunciation()));
    List<Renderer> renderers = new ArrayList<>(Channels.renderers(phrases));
    renderers.add(new RadioRenderer(new ScriptWriter(phrases), speech));
    return new HubRoutes(
        messaging.queues(Party.CORE),
        messaging.table(),
        core,
        core::read,
        body -> receipts.digest(body.toString()),
        messaging.codec(),
        new RenderDesk(hub, renderers, shelf.papers(), core::read, core, pool, plan.clock()),
        new WithdrawalDesk(hub, renderers, shelf.papers(), core::read, core, plan.clock()),
        new OrderMaker(hub, shelf.papers(), core::read, plan.clock()),
        new ReplyMaker(phrases, core::read),
        publisher,
        plan.clock(),
        plan.realms(),
        hub.ways(),
        HubPlan.SPOKEN,
        replyWays);
  }

  private Pronunciation pronunciation() throws IOException {
    try {
      return Pronunciation.shipped().with(Sayings.of(plan.places()));
    } catch (IllegalArgumentException wrong) {
      throw new IOException("town.places: " + wrong.getMessage(), wrong);
    }
  }

  /** Platform threads, all cores but one: whoever waits for a receipt keeps one. */
  private ExecutorService processors() {
    int cores = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return open.add(
        Executors.newFixedThreadPool(
            cores, Thread.ofPlatform().daemon().name("processor-", 0).factory()));
  }

  /** Where people reach it. */
  public URI address() {
    return console.address();
  }

  /** The one-time code of a hub without people. */
  public Optional<String> setupCode() {
    return console.setupCode();
  }

  /** What a person should know about this start. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** The door that its pages use, for the demonstration's script: the page of routes. */
  public Intake intake() {
    return intake;
  }

  /** Makes ids, receipts and pseudonyms of reports. */
  public Receipts receipts() {
    return receipts;
  }

  /** What the hub knows now. */
  public <T> T read(Function<State, T> question) {
    return core.read(question);
  }

  /**
   * Why the settings' UPS says that a hub should not be started now; empty where it may, also where
   * no UPS answers. Takes as long as the hysteresis at most, and opens nothing.
   */
  public static Optional<String> tooLowToStart(HubPlan plan) throws InterruptedException {
    return PowerPart.tooLowToStart(plan.settings(), plan.clock());
  }

  /** Completes, with the reason, once the hub must stop because the battery is low. */
  public CompletableFuture<String> lowBattery() {
    return power.lowBattery();
  }

  /**
   * Signs a last checkpoint and closes the log, whatever else still runs: for a stop that takes
   * longer than the battery may last. After it nothing is written any more.
   */
  void seal() throws IOException {
    core.close();
  }

  private String why() {
    return power == null ? "in order" : power.lowBattery().getNow("in order");
  }

  @Override
  public void close() {
    if (core != null && core.healthy()) {
      core.hand(new Command.NoteStop(why()), Actor.part("hub"))
          .orTimeout(NOTE_SECONDS, TimeUnit.SECONDS)
          .exceptionally(tooLate -> null)
          .join();
    }
    open.close();
  }
}
