package org.currawong.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.camel.impl.DefaultCamelContext;
import org.currawong.broker.Assessed;
import org.currawong.broker.BrokerConfig;
import org.currawong.broker.CamelQueues;
import org.currawong.broker.Handover;
import org.currawong.broker.HubBroker;
import org.currawong.broker.HubQueue;
import org.currawong.broker.Party;
import org.currawong.broker.QueueCodec;
import org.currawong.broker.QueueMessage;
import org.currawong.broker.QueueSeal;
import org.currawong.broker.QueueWriter;
import org.currawong.broker.Queues;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Outstanding;
import org.currawong.domain.Realm;
import org.currawong.domain.Sealed;
import org.currawong.domain.State;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Urgency;
import org.currawong.domain.report.Via;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each step of the page fails a few times on a real broker; what it was about comes through. */
class AnyStepMayThrowTest {

  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final int FAILURES = 2;

  @TempDir Path folder;

  private final Queues table =
      Queues.of(
          Set.of(HubRoutes.BUILT_IN, Queues.MODEL), List.of("live"), Map.of("cap", Party.CHANNELS));
  private final QueueCodec codec = new QueueCodec(new QueueSeal(new byte[QueueSeal.KEY_BYTES]));
  private final State state = new State();
  private final ConcurrentLinkedQueue<Command> taken = new ConcurrentLinkedQueue<>();
  private final AtomicInteger intakeFails = new AtomicInteger();
  private final AtomicInteger boardFails = new AtomicInteger();
  private HubBroker broker;
  private DefaultCamelContext camel;
  private CamelQueues queues;
  private Publisher publisher;

  @BeforeEach
  void thePageRuns() throws Exception {
    state.apply(entry(1, new Fact.LogOpened(1, "hub", 1, Realm.LIVE, List.of())));
    state.apply(
        entry(
            2,
            new Fact.ReportReceived(
                "r-1", Via.WEB, null, "d", null, new Sealed<>("report:r-1", body("water")))));
    broker = HubBroker.launch(new BrokerConfig(folder.resolve("broker"), table, 31));
    camel = new DefaultCamelContext();
    queues = CamelQueues.of(camel, broker, Party.CORE);
    publisher = new Publisher(camel, this::look, Set.of(), true);
    camel.addRoutesConfigurations(new Failures());
    camel.addRoutes(
        new HubRoutes(
            queues,
            table,
            this::take,
            this::look,
            body -> "digest",
            codec,
            null,
            null,
            null,
            null,
            publisher,
            Clock.systemUTC(),
            Set.of(Realm.LIVE),
            Set.of("cap"),
            Set.of(),
            Set.of()));
    camel.start();
  }

  @AfterEach
  void thePageStops() throws Exception {
    camel.close();
    publisher.close();
    queues.close();
    broker.close();
  }

  private CompletionStage<Decision> take(Command command, Actor actor) {
    if (!(command instanceof Command.Tick)) {
      int left = intakeFails.getAndDecrement();
      if (left == 1) {
        return CompletableFuture.failedFuture(new IllegalStateException("a fault of ours"));
      }
      if (left > 1) {
        return CompletableFuture.completedFuture(
            Decision.refused(Decision.Why.UNAVAILABLE, "", "the disk is nearly full"));
      }
      taken.add(command);
    }
    return CompletableFuture.completedFuture(Decision.accepted("ok"));
  }

  private <T> T look(Function<State, T> question) {
    if (boardFails.getAndDecrement() > 0) {
      throw new IllegalStateException("a fault of ours");
    }
    return question.apply(state);
  }

  private static Entry entry(long n, Fact fact) {
    return new Entry(n, Instant.EPOCH, "0".repeat(64), fact);
  }

  private static ReportBody body(String text) {
    return new ReportBody(text, null, null, null, null, null, null, null, null, "receipt", null);
  }

  private void send(Party party, HubQueue queue, byte[] bytes) throws Exception {
    try (QueueWriter writer = QueueWriter.of(broker, party)) {
      writer.send(queue, bytes);
    }
  }

  private void send(Party party, HubQueue queue, QueueMessage message) throws Exception {
    send(party, queue, codec.write(queue, message));
  }

  private static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time: " + what);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void aReportFromAWayInOutlastsACoreThatFailsAndADiskThatIsFull() throws Exception {
    intakeFails.set(FAILURES);
    send(Party.CHANNELS, table.reports(), new Handover("x-1", Via.MESH, null, body("help")));
    until("the report is taken", () -> !taken.isEmpty());
    assertEquals("x-1", ((Command.TakeReport) taken.peek()).report());
    until("its queue is empty", () -> broker.depths().get("REPORTS") == 0);
    assertEquals(0, broker.depths().get(table.reports().dead()));
  }

  @Test
  void whatSaysNothingIsKeptAndHoldsNobodyUp() throws Exception {
    send(Party.CHANNELS, table.reports(), new byte[] {1, 2, 3});
    send(Party.CHANNELS, table.reports(), new Handover("x-2", Via.SMS, null, body("help")));
    until("the good one is taken", () -> !taken.isEmpty());
    // It is tried again for some minutes, with growing pauses, and then lies with the dead letters.
    until("the other is still there", () -> waiting() + dead() == 1);
    assertEquals(1, taken.size());
  }

  private long waiting() {
    return broker.depths().get(table.reports().name());
  }

  private long dead() {
    return broker.depths().get(table.reports().dead());
  }

  @Test
  void anAnswerOfInferenceOutlastsACoreThatFails() throws Exception {
    intakeFails.set(FAILURES);
    Assessment answer = new Assessment(Duty.LANGUAGE, "en", null, "rules", "words", 1);
    send(Party.INFERENCE, table.assessed(), new Assessed("r-1", List.of(answer)));
    until("the answer is taken", () -> !taken.isEmpty());
    assertEquals(0, broker.depths().get(table.assessed().dead()));
  }

  @Test
  void aQuestionForInferenceOutlastsAStepThatThrows() {
    boardFails.set(FAILURES);
    publisher.accept(List.of(new Outstanding.Assess("r-1")));
    until("the job waits", () -> broker.depths().get("JOBS." + HubRoutes.BUILT_IN) == 1);
  }

  @Test
  void aQuestionThatFindsNoRoomWithTheModelIsMarkedNotTriedAndALifeStillFindsRoom() {
    int over = 3;
    publisher.accept(
        Collections.nCopies(HubRoutes.MOST_ASKED + over, new Outstanding.Advise("r-1", false)));
    until("what is too much is marked", () -> taken.size() == over);
    Command.RecordAssessments marked = (Command.RecordAssessments) taken.peek();
    assertTrue(marked.answers().getFirst().byModel());
    assertTrue(marked.answers().getFirst().why().startsWith("not tried"));
    publisher.accept(List.of(new Outstanding.Advise("r-1", true)));
    long all = HubRoutes.MOST_ASKED + 1;
    until("the life waits too", () -> broker.depths().get("JOBS.model") == all);
    assertEquals(over, taken.size());
  }

  @Test
  void theSweepFindsWhatAStepGaveUp() {
    boardFails.set(100);
    publisher.accept(List.of(new Outstanding.Assess("r-1")));
    until("the step gives up", () -> boardFails.get() <= 96);
    boardFails.set(0);
    until("the sweep asks again", () -> broker.depths().get("JOBS." + HubRoutes.BUILT_IN) >= 1);
  }

  @Test
  void aQuestionThatFindsNoRoomWithTheRulesWaitsInTheLogAndNoSweepPutsTheOthersTwice() {
    // The queue counts what has reached it: those on the way when it fills get in besides.
    int onTheWay = 100;
    int over = 2 * onTheWay;
    List<Outstanding> ask = List.of(new Outstanding.Assess("r-1"));
    publisher.accept(
        Collections.nCopies(HubRoutes.MOST_JOBS + over, new Outstanding.Assess("r-1")));
    until("the lane is read", () -> publisher.waiting(Publisher.JOBS) == 0);
    until("the queue is full", () -> jobs() >= HubRoutes.MOST_JOBS);
    assertTrue(jobs() <= HubRoutes.MOST_JOBS + onTheWay, () -> jobs() + " wait");
    publisher.again(ask, Publisher.MANY, plan -> false);
    assertEquals(0, publisher.waiting(Publisher.JOBS));
  }

  @Test
  void aReportThatWasReadMeanwhileIsNotAskedAbout() {
    state.apply(
        entry(
            3,
            new Fact.ReportReceived(
                "r-2", Via.WEB, null, "e", null, new Sealed<>("report:r-2", body("fire")))));
    Assessment urgent = new Assessment(Duty.URGENCY, "urgent", null, "rules", "words", 1);
    state.apply(
        entry(
            4,
            new Fact.ReportAssessed(
                "r-1", null, Urgency.URGENT, null, new Sealed<>("report:r-1", urgent))));
    state.apply(entry(5, new Fact.ReportSetAside("r-1", "rules", "no place")));
    publisher.accept(List.of(new Outstanding.Assess("r-1"), new Outstanding.Assess("r-2")));
    until("the other one waits", () -> jobs() > 0 && publisher.waiting(Publisher.JOBS) == 0);
    assertEquals(1, jobs());
  }

  private long jobs() {
    return broker.depths().get("JOBS." + HubRoutes.BUILT_IN);
  }
}
