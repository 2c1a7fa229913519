package org.currawong.channels.gammu;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.currawong.broker.DeliveryReport;
import org.currawong.broker.Reply;
import org.currawong.broker.ReplyReport;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.domain.delivery.CarrierState.Level;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of texts in the outbox is told as it is, and so is a daemon that takes none. */
class GammuWatchTest {

  private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");

  @TempDir Path folder;
  private Instant now = START;
  private GammuFolders folders;
  private GammuOutbox outbox;

  @BeforeEach
  void start() throws IOException {
    folders =
        new GammuFolders(folder.resolve("outbox"), folder.resolve("sent"), folder.resolve("error"));
    for (Path each : List.of(folders.outbox(), folders.sent(), folders.error())) {
      Files.createDirectories(each);
    }
    outbox = new GammuOutbox(folders, () -> now);
  }

  private static Recipient person(int i) {
    return new Recipient("p" + i, "+614%08d".formatted(i), "en");
  }

  private List<String> names(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  /** What the daemon does with the file that it takes next. */
  private void daemonTakes(int many, Path to) throws IOException {
    for (String name : names(folders.outbox()).stream().limit(many).toList()) {
      Files.move(folders.outbox().resolve(name), to.resolve(name), REPLACE_EXISTING);
    }
  }

  private static Reply reply(int i, String address) {
    return new Reply(
        "receipt-r" + i, Reply.Kind.RECEIPT, "r" + i, "ps", "sms", address, "en", "We have it.");
  }

  @Test
  void whatBecameOfTextsIsToldOnceAllPartsHaveLeft() throws IOException {
    List<GammuWatch.Open> open = new ArrayList<>();
    List<String> told = new ArrayList<>();
    GammuWatch watch = watch(open, told);
    Order order = GammuOutboxTest.order("o7-sms.en", false, "1/2 a\n2/2 b\n");
    for (int i = 1; i <= 3; i++) {
      outbox.deliver(order, person(i), () -> false);
      open.add(
          new GammuWatch.Open.Copy(
              "a-1", "o7-sms.en", "sms", "p" + i, 1, now, now.plusSeconds(3_600)));
    }
    new GammuReplies(outbox, new OutboxHealth(folders)).send(reply(1, "+61491570156"));
    open.add(new GammuWatch.Open.Back("receipt-r1", "r1", "sms", now));
    watch.poll();
    assertEquals(List.of(), told);
    daemonTakes(3, folders.sent());
    watch.poll();
    assertEquals(List.of("p1 sent null"), told);
    daemonTakes(1, folders.error());
    daemonTakes(3, folders.sent());
    watch.poll();
    watch.poll();
    assertEquals(
        List.of(
            "receipt-r1 sent null",
            "p1 sent null",
            "p2 failed " + GammuWatch.REFUSED,
            "p3 sent null"),
        sorted(told));
    now = now.plus(GammuWatch.AGAIN).plusSeconds(1);
    watch.poll();
    assertEquals(8, told.size(), "told again while the log does not know");
  }

  private static List<String> sorted(List<String> told) {
    return told.stream()
        .sorted(Comparator.<String, Boolean>comparing(t -> t.startsWith("p")).thenComparing(t -> t))
        .toList();
  }

  private GammuWatch watch(List<GammuWatch.Open> open, List<String> told) {
    return new GammuWatch(
        outbox,
        () -> open,
        batch -> batch.forEach(r -> told.add(said(r))),
        r -> told.add(said(r)),
        () -> now,
        new OutboxHealth(folders));
  }

  private static String said(DeliveryReport r) {
    return r.recipient() + " " + r.state().word() + " " + r.reason();
  }

  private static String said(ReplyReport r) {
    return r.reply() + " " + r.state().word() + " " + r.reason();
  }

  @Test
  void whatWaitsWhenItsAlertHasEndedIsTakenBackAndSaidToHaveExpired() throws IOException {
    List<GammuWatch.Open> open = new ArrayList<>();
    List<String> told = new ArrayList<>();
    GammuWatch watch = watch(open, told);
    for (int i = 1; i <= 5; i++) {
      outbox.deliver(GammuOutboxTest.order("o7-sms.en", false, "x\n"), person(i), () -> false);
      open.add(
          new GammuWatch.Open.Copy(
              "a-1", "o7-sms.en", "sms", "p" + i, 1, now, now.plusSeconds(100)));
    }
    outbox.deliver(GammuOutboxTest.order("o9-sms.en", false, "other\n"), person(6), () -> false);
    open.add(
        new GammuWatch.Open.Copy("a-1", "o9-sms.en", "sms", "p6", 1, now, now.plusSeconds(900)));
    daemonTakes(2, folders.sent());
    now = now.plusSeconds(100);
    watch.poll();
    assertEquals(
        List.of(
            "p1 sent null",
            "p2 sent null",
            "p4 failed " + GammuWatch.EXPIRED,
            "p5 failed " + GammuWatch.EXPIRED),
        sorted(told));
    assertEquals(1, GammuFolders.ours(folders.outbox()).size(), "the other alert goes on");
    now = now.plus(GammuWatch.GONE);
    watch.poll();
    assertTrue(told.contains("p3 failed " + GammuWatch.UNKNOWN), "it may have been under way");
  }

  @Test
  void aTextThatSomebodyMovedAwayIsUnknownAfterAWhile() throws IOException {
    List<String> told = new ArrayList<>();
    GammuWatch watch =
        watch(
            List.of(
                new GammuWatch.Open.Copy(
                    "a-1", "o7-sms.en", "sms", "p1", 1, now, now.plusSeconds(3_600))),
            told);
    watch.poll();
    now = now.plus(GammuWatch.GONE).plusSeconds(1);
    watch.poll();
    assertEquals(List.of("p1 failed " + GammuWatch.UNKNOWN), told);
  }

  @Test
  void aDaemonThatTakesNothingIsShownWithinAMinute() throws IOException {
    OutboxHealth health = new OutboxHealth(folders, f -> OutboxHealth.LEAST_FREE_BYTES);
    assertEquals(CarrierState.STARTING, health.state());
    Order order = GammuOutboxTest.order("o7-sms.en", false, "x\n");
    for (int i = 0; i < 3; i++) {
      outbox.deliver(order, person(i), () -> false);
    }
    for (int second = 0; second < 44; second++) {
      health.look(now.plusSeconds(second));
      assertEquals(CarrierState.UP, health.state());
    }
    health.look(now.plusSeconds(46));
    assertEquals(Level.DOWN, health.state().level());
    assertTrue(health.state().reason().contains("46 s, 3 wait"), health.state().reason());
    daemonTakes(1, folders.sent());
    health.look(now.plusSeconds(47));
    assertEquals(CarrierState.UP, health.state());
    daemonTakes(2, folders.sent());
    health.look(now.plusSeconds(500));
    assertEquals(CarrierState.UP, health.state(), "nothing waits");
  }

  @Test
  void aDaemonThatDiesWhileNothingWaitsIsShownWithinAMinute() throws IOException {
    OutboxHealth health = new OutboxHealth(folders, f -> OutboxHealth.LEAST_FREE_BYTES);
    for (int second = 0; second < 120; second++) {
      health.look(now.plusSeconds(second));
      assertEquals(CarrierState.UP, health.state(), "it takes what it is asked");
      daemonTakes(1, folders.error());
    }
    assertEquals(List.of("outz_is-anybody-there.txt"), names(folders.error()), "one, each time");
    int died = 120;
    int shown = died;
    while (health.state().level() != Level.DOWN) {
      health.look(now.plusSeconds(++shown));
    }
    assertTrue(shown - died < 55, shown - died + " s");
    assertTrue(health.state().reason().startsWith("gammu-smsd has taken no text for "));
    daemonTakes(1, folders.error());
    health.look(now.plusSeconds(++shown));
    assertEquals(CarrierState.UP, health.state());
  }

  @Test
  void whatIsPutBeforeAWaitingTextIsNoSignOfLife() throws IOException {
    OutboxHealth health = new OutboxHealth(folders, f -> OutboxHealth.LEAST_FREE_BYTES);
    health.look(now);
    assertEquals(List.of("outz_is-anybody-there.txt"), names(folders.outbox()));
    for (int second = 1; second < 44; second++) {
      health.look(now.plusSeconds(second));
    }
    outbox.deliver(GammuOutboxTest.order("o7-sms.en", false, "x\n"), person(1), () -> false);
    health.look(now.plusSeconds(46));
    health.look(now.plusSeconds(47));
    assertEquals(Level.DOWN, health.state().level());
    outbox.deliver(GammuOutboxTest.order("o9-sms.en", true, "y\n"), person(1), () -> false);
    health.look(now.plusSeconds(48));
    assertEquals(Level.DOWN, health.state().level());
    assertTrue(health.state().reason().contains(", 2 wait"), health.state().reason());
    daemonTakes(1, folders.sent());
    health.look(now.plusSeconds(49));
    assertEquals(CarrierState.UP, health.state());
  }

  @Test
  void theQuestionIsAskedOnlyWhileNothingWaitsAndNeverCountsAsAText() throws IOException {
    OutboxHealth health = new OutboxHealth(folders, f -> OutboxHealth.LEAST_FREE_BYTES);
    outbox.deliver(GammuOutboxTest.order("o7-sms.en", false, "x\n"), person(1), () -> false);
    for (int second = 0; second < 40; second++) {
      health.look(now.plusSeconds(second));
    }
    assertEquals(1, names(folders.outbox()).size());
    daemonTakes(1, folders.sent());
    for (int second = 40; second < 60; second++) {
      health.look(now.plusSeconds(second));
    }
    assertEquals(List.of("outz_is-anybody-there.txt"), names(folders.outbox()));
    assertEquals(List.of(), GammuFolders.ours(folders.outbox()));
    assertEquals(0, Files.size(folders.outbox().resolve("outz_is-anybody-there.txt")));
  }

  @Test
  void aMissingFolderAndAFullDiskAreShown() throws IOException {
    OutboxHealth full = new OutboxHealth(folders, f -> 5 << 20);
    full.look(now);
    assertEquals(CarrierState.down("the disk of the outbox is full: 5 MB free"), full.state());
    OutboxHealth health = new OutboxHealth(folders);
    Files.delete(folders.error());
    health.look(now);
    assertEquals(Level.DOWN, health.state().level());
    assertTrue(health.state().reason().contains("error"));
    Files.delete(folders.outbox());
    health.look(now);
    assertEquals(CarrierState.down("the outbox folder is not there"), health.state());
  }
}
