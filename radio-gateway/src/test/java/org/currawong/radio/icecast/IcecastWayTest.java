package org.currawong.radio.icecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.currawong.broker.HubClock;
import org.currawong.broker.WayOut.Evidence;
import org.currawong.broker.WayOut.Result;
import org.currawong.broker.WayOut.StopSign;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.domain.delivery.CarrierState.Level;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way out before a server that a test can make misbehave. */
final class IcecastWayTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir Path folder;
  private final AtomicBoolean stop = new AtomicBoolean();
  private FakeIcecast server = new FakeIcecast();
  private volatile Instant now = Recordings.NOW;
  private IcecastStream stream;

  @AfterEach
  void end() {
    if (stream != null) {
      stream.close();
    }
    server.close();
  }

  @Test
  void anOrderIsSentOnceItsLastFrameIsOutAndLeavesATrace() throws Exception {
    IcecastWay way = way();
    Order order = Recordings.order("o1-icecast", Recordings.wav(700), 2);
    assertEquals(Evidence.NOT_DONE, way.wasDone(order, Recipient.everyone()));
    assertEquals(new Result.Sent(), deliver(way, order).get(20, TimeUnit.SECONDS));
    assertEquals(Evidence.DONE, way.wasDone(order, Recipient.everyone()));
    assertTrue(Recordings.loud(server.audio()) >= 2 * 19);
    assertEquals(List.of("song=a1", "song="), titles());
    Order other = Recordings.order("o2-icecast", Recordings.wav(700), 2);
    assertEquals(Evidence.NOT_DONE, way.wasDone(other, Recipient.everyone()));
  }

  @Test
  void aStopCutsWithinASecondAndSilenceFollows() throws Exception {
    IcecastWay way = way();
    CompletableFuture<Result> result = deliver(way, order(20_000));
    until(() -> Recordings.loud(server.audio()) > 30, SOON);
    long at = System.nanoTime();
    stop.set(true);
    assertEquals(new Result.Stopped(), result.get(1, TimeUnit.SECONDS));
    int said = Recordings.loud(server.audio());
    Thread.sleep(1_000);
    int more = Recordings.loud(server.audio()) - said;
    assertTrue(more <= 1, more + " frames after the stop");
    assertTrue(System.nanoTime() - at < 5_000_000_000L);
    assertEquals("song=", titles().getLast());
    assertEquals(Evidence.NOT_DONE, way.wasDone(order(20_000), Recipient.everyone()));
  }

  @Test
  void aConnectionThatBreaksCutsTheAiringWhichMayBeginAgain() throws Exception {
    IcecastWay way = way();
    CompletableFuture<Result> result = deliver(way, order(20_000));
    until(() -> Recordings.loud(server.audio()) > 30, SOON);
    int port = server.port();
    server.close();
    Result.Failed cut =
        assertInstanceOf(Result.Failed.class, result.get(5, TimeUnit.SECONDS), "not sent");
    assertEquals("cut: the server ended the connection", cut.reason());
    assertTrue(cut.again());
    assertEquals(Level.DOWN, stream.state().level());
    server = new FakeIcecast(port);
    until(() -> stream.state().equals(CarrierState.UP), Duration.ofSeconds(12));
    assertEquals(new Result.Sent(), deliver(way, order(700)).get(20, TimeUnit.SECONDS));
  }

  @Test
  void anOrderWaitsForTheServerAndEndsWhenItExpiresOrIsStopped() throws Exception {
    server.close();
    IcecastWay way = way();
    until(() -> stream.state().level() == Level.DOWN, SOON);
    assertEquals("nothing answers at the server's address", stream.state().reason());
    CompletableFuture<Result> waiting = deliver(way, order(700));
    Thread.sleep(300);
    assertFalse(waiting.isDone());
    now = now.plusSeconds(3600);
    Result.Failed late = assertInstanceOf(Result.Failed.class, waiting.get(5, TimeUnit.SECONDS));
    assertEquals("cut: the stream was not up in time", late.reason());
    now = Recordings.NOW;
    CompletableFuture<Result> stopped = deliver(way, order(700));
    stop.set(true);
    assertEquals(new Result.Stopped(), stopped.get(5, TimeUnit.SECONDS));
  }

  @Test
  void aCorrectionComesBeforeWhatWaitsForTheServer() throws Exception {
    int port = server.port();
    server.close();
    IcecastWay way = way();
    until(() -> stream.state().level() == Level.DOWN, SOON);
    AtomicInteger alertAsked = new AtomicInteger();
    AtomicInteger correctionAsked = new AtomicInteger();
    CompletableFuture<Result> alert = deliver(way, order(700), counting(alertAsked));
    CompletableFuture<Result> correction =
        deliver(
            way,
            Recordings.correction("o2-icecast", Recordings.wav(700)),
            counting(correctionAsked));
    until(() -> alertAsked.get() > 1 && correctionAsked.get() > 1, SOON);
    server = new FakeIcecast(port);
    assertEquals(new Result.Sent(), correction.get(20, TimeUnit.SECONDS));
    assertEquals(new Result.Sent(), alert.get(20, TimeUnit.SECONDS));
    assertEquals(List.of("song=a2", "song=", "song=a1", "song="), titles());
  }

  @Test
  void aCorrectionIsSaidBetweenTwoRepeatsOfAnotherAlertWhichThenGoesOn() throws Exception {
    IcecastWay way = way();
    CompletableFuture<Result> alert =
        deliver(way, Recordings.order("o1-icecast", Recordings.wav(1_500), 2));
    until(() -> Recordings.loud(server.audio()) > 5, SOON);
    CompletableFuture<Result> correction =
        deliver(way, Recordings.correction("o2-icecast", Recordings.wav(700)));
    assertEquals(new Result.Sent(), correction.get(20, TimeUnit.SECONDS));
    assertFalse(alert.isDone(), "its second repeat is still to come");
    assertEquals(new Result.Sent(), alert.get(20, TimeUnit.SECONDS));
    assertEquals(List.of("song=a1", "song=a2", "song=", "song=a1", "song="), titles());
    assertEquals(2 * 1_500 + 700, Recordings.loud(server.audio()) * 36, 15 * 36);
  }

  @Test
  void whatStandsAsideForACorrectionIsStoppedOrCutLikeWhatIsOnAir() throws Exception {
    IcecastWay way = way();
    AtomicBoolean withdrawn = new AtomicBoolean();
    CompletableFuture<Result> alert =
        deliver(way, Recordings.order("o1-icecast", Recordings.wav(700), 2), withdrawn::get);
    until(() -> Recordings.loud(server.audio()) > 5, SOON);
    CompletableFuture<Result> correction =
        deliver(way, Recordings.correction("o2-icecast", Recordings.wav(20_000)));
    until(() -> titles().contains("song=a2"), SOON);
    withdrawn.set(true);
    assertEquals(new Result.Stopped(), alert.get(1, TimeUnit.SECONDS));
    CompletableFuture<Result> next = deliver(way, order(700));
    server.close();
    Result.Failed cut = assertInstanceOf(Result.Failed.class, correction.get(5, TimeUnit.SECONDS));
    assertTrue(cut.again());
    assertFalse(next.isDone(), "what had not begun waits for the connection");
    stream.close();
    assertEquals(new Result.Failed("cut: the hub stops", true), next.get(5, TimeUnit.SECONDS));
  }

  @Test
  void refusalsAreShownAndTriedAgain() throws Exception {
    server.answer = "HTTP/1.0 401 Authentication Required\r\n\r\nYou need to authenticate\r\n";
    way();
    until(() -> stream.state().equals(CarrierState.down("the server refuses the password")), SOON);
    server.answer = "HTTP/1.0 403 Forbidden\r\n\r\nMountpoint in use";
    until(() -> stream.state().equals(CarrierState.down("another source is on this mount")), SOON);
    server.answer = FakeIcecast.OK;
    until(() -> stream.state().equals(CarrierState.UP), Duration.ofSeconds(10));
    assertTrue(server.sources() <= 8, "with growing pauses");
  }

  @Test
  void aServerThatAcceptsAndNeverAnswersIsDownInSeconds() throws Exception {
    server.hangs = true;
    way();
    assertEquals(CarrierState.STARTING, stream.state());
    until(() -> stream.state().equals(CarrierState.down("the server does not answer")), SOON);
  }

  @Test
  void aServerThatStopsReadingIsDegradedThenDownAndTheAiringIsNotSent() throws Exception {
    IcecastWay way = way();
    CompletableFuture<Result> result = deliver(way, order(3_000));
    until(() -> Recordings.loud(server.audio()) > 5, SOON);
    server.hangs = true;
    until(() -> stream.state().level() == Level.DEGRADED, Duration.ofSeconds(7));
    until(() -> stream.state().level() == Level.DOWN, Duration.ofSeconds(5));
    Result.Failed cut = assertInstanceOf(Result.Failed.class, result.get(5, TimeUnit.SECONDS));
    assertTrue(cut.again());
  }

  @Test
  void silenceFlowsInRealTime() throws Exception {
    way();
    until(() -> server.audio().length > 0, SOON);
    int before = server.audio().length;
    long from = System.nanoTime();
    Thread.sleep(2_000);
    double seconds = (System.nanoTime() - from) / 1e9;
    double streamed = (server.audio().length - before) / 8_000.0;
    assertEquals(seconds, streamed, 0.4);
    assertEquals(0, Recordings.loud(server.audio()));
  }

  @Test
  void aHubThatStopsCutsTheAiring() throws Exception {
    IcecastWay way = way();
    CompletableFuture<Result> result = deliver(way, order(20_000));
    until(() -> Recordings.loud(server.audio()) > 5, SOON);
    stream.close();
    assertEquals(new Result.Failed("cut: the hub stops", true), result.get(1, TimeUnit.SECONDS));
    assertEquals(CarrierState.DISABLED, stream.state());
  }

  @Test
  void whatIsNoRecordingOrNoNameNeverGoesOut() throws Exception {
    IcecastWay way = way();
    Result.Failed none =
        assertInstanceOf(
            Result.Failed.class,
            deliver(way, Recordings.order("o1", new byte[100], 1)).get(5, TimeUnit.SECONDS));
    assertFalse(none.again());
    Result.Failed name =
        assertInstanceOf(
            Result.Failed.class,
            deliver(way, Recordings.order("../o1", Recordings.wav(100), 1))
                .get(5, TimeUnit.SECONDS));
    assertFalse(name.again());
    assertEquals(0, Recordings.loud(server.audio()));
  }

  /** Asked once before it is offered to the stream, and again while it waits there. */
  private static StopSign counting(AtomicInteger asked) {
    return () -> asked.incrementAndGet() < 0;
  }

  private IcecastWay way() {
    stream = IcecastStream.launch(server.mount(), System::nanoTime);
    HubClock clock = new HubClock(() -> now, () -> 0);
    return new IcecastWay(stream, folder.resolve("icecast"), clock, Order::alert);
  }

  private static Order order(int milliseconds) {
    return Recordings.order("o1-icecast", Recordings.wav(milliseconds), 1);
  }

  private CompletableFuture<Result> deliver(IcecastWay way, Order order) {
    return deliver(way, order, stop::get);
  }

  private static CompletableFuture<Result> deliver(IcecastWay way, Order order, StopSign sign) {
    CompletableFuture<Result> result = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            result.complete(way.deliver(order, Recipient.everyone(), sign));
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  private List<String> titles() {
    return server.requests.stream()
        .filter(r -> r.startsWith("GET /admin/metadata"))
        .map(r -> r.lines().findFirst().orElseThrow())
        .map(r -> r.replaceAll("^.*&(song=[^ ]*) HTTP/1.1$", "$1"))
        .toList();
  }

  private static void until(BooleanSupplier there, Duration longest) throws Exception {
    long end = System.nanoTime() + longest.toNanos();
    while (!there.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not come in time");
      Thread.sleep(10);
    }
  }
}
