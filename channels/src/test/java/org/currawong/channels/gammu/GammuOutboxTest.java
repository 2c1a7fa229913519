package org.currawong.channels.gammu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.currawong.broker.Reply;
import org.currawong.broker.WayOut.Evidence;
import org.currawong.broker.WayOut.Result;
import org.currawong.domain.Realm;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts lie in the outbox once, whole and in order; what becomes of them is told as it is. */
class GammuOutboxTest {

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

  static Order order(String id, boolean correction, String text) {
    return new Order(
        id,
        "a-1",
        Realm.LIVE,
        "hub-1",
        1,
        "sms",
        correction,
        "sms.en.txt",
        "text/plain",
        "en",
        text.getBytes(StandardCharsets.UTF_8),
        1,
        START,
        START.plusSeconds(3600),
        null,
        null,
        List.of(),
        List.of(),
        START);
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
      Files.move(folders.outbox().resolve(name), to.resolve(name));
    }
  }

  @Test
  void eachPartIsAFileInTheOrderOfRecipientsAndParts() throws IOException {
    Order order = order("o7-sms.en", false, "1/2 Flood.\n2/2 Đi ngay 🌊.\n");
    for (int i : new int[] {9, 1, 5}) {
      assertEquals(new Result.Handed(), outbox.deliver(order, person(i), () -> false));
    }
    List<String> names = names(folders.outbox());
    assertEquals(6, names.size());
    assertEquals(
        List.of("+61400000009", "+61400000009", "+61400000001", "+61400000001"),
        names.stream().limit(4).map(n -> n.split("_")[3]).toList());
    assertArrayEquals(
        GammuCodec.write("2/2 Đi ngay 🌊."),
        Files.readAllBytes(folders.outbox().resolve(names.get(1))));
    assertTrue(
        names.stream().allMatch(n -> n.startsWith("OUTB20261123_050000_00")), names::toString);
  }

  @Test
  void aCopyIsNotPutThereTwiceWhereverItsFilesAreNow() throws IOException {
    Order order = order("o7-sms.en", false, "1/3 a\n2/3 b\n3/3 c\n");
    outbox.deliver(order, person(1), () -> false);
    daemonTakes(1, folders.sent());
    daemonTakes(1, folders.error());
    for (GammuOutbox each : List.of(outbox, new GammuOutbox(folders, () -> now))) {
      assertEquals(Evidence.HANDED, each.wasDone(order, person(1)));
      assertEquals(new Result.Handed(), each.deliver(order, person(1), () -> false));
      assertEquals(1, names(folders.outbox()).size());
    }
    assertEquals(Evidence.NOT_DONE, outbox.wasDone(order, person(2)));
    assertEquals(Evidence.NOT_DONE, outbox.wasDone(order("o8", false, "x\n"), person(1)));
  }

  @Test
  void whatACrashCutShortGoesOnWithTheMissingParts() throws IOException {
    Order order = order("o7-sms.en", false, "1/2 a\n2/2 b\n");
    outbox.deliver(order, person(1), () -> false);
    Files.delete(folders.outbox().resolve(names(folders.outbox()).getLast()));
    GammuOutbox again = new GammuOutbox(folders, () -> now.plusSeconds(5));
    assertEquals(Evidence.NOT_DONE, again.wasDone(order, person(1)));
    again.deliver(order, person(1), () -> false);
    assertEquals(2, names(folders.outbox()).size());
    assertArrayEquals(
        GammuCodec.write("2/2 b"),
        Files.readAllBytes(folders.outbox().resolve(names(folders.outbox()).getLast())));
  }

  @Test
  void correctionsGoBeforeAlertsAndReceiptsBehindThem() throws IOException {
    GammuReplies replies = new GammuReplies(outbox, new OutboxHealth(folders));
    replies.send(reply(1, "+61491570156"));
    outbox.deliver(order("o7-sms.en", false, "alert\n"), person(1), () -> false);
    now = now.plusSeconds(60);
    outbox.deliver(order("o9-withdrawn.sms.en", true, "withdrawn\n"), person(1), () -> false);
    assertEquals(
        List.of("OUTA", "OUTB", "OUTD"),
        names(folders.outbox()).stream().map(n -> n.substring(0, 4)).toList());
  }

  @Test
  void namesAscendThoughTheClockGoesBack() throws IOException {
    Order order = order("o7-sms.en", false, "x\n");
    List<Integer> people = List.of(3, 2, 1);
    for (int i : people) {
      outbox.deliver(order, person(i), () -> false);
      now = now.minusSeconds(100);
    }
    assertEquals(
        people.stream().map(i -> person(i).address()).toList(),
        names(folders.outbox()).stream().map(n -> n.split("_")[3]).toList());
  }

  @Test
  void aNumberThatIsNoneIsRefusedWithoutNamingIt() throws IOException {
    Order order = order("o7-sms.en", false, "x\n");
    for (String address :
        new String[] {null, "", "0400", "+61400000001_x", "+6140/../../x", "+61400000001\n"}) {
      assertEquals(
          new Result.Failed("no telephone number", false),
          outbox.deliver(order, new Recipient("p1", address, "en"), () -> false));
    }
    assertEquals(List.of(), names(folders.outbox()));
  }

  @Test
  void aFolderThatIsNotThereFailsAndLeavesNothingHalf() throws IOException {
    Files.delete(folders.outbox());
    Order order = order("o7-sms.en", false, "x\n");
    assertThrows(IOException.class, () -> outbox.deliver(order, person(1), () -> false));
    Files.createDirectory(folders.outbox());
    assertEquals(new Result.Handed(), outbox.deliver(order, person(1), () -> false));
    assertEquals(1, names(folders.outbox()).size());
  }

  @Test
  void ofTwelveHundredWaitingTextsAllButTheOneUnderWayAreTakenBack() throws IOException {
    Order order = order("o7-sms.en", false, "Flood\n");
    for (int i = 0; i < 1_200; i++) {
      outbox.deliver(order, person(i), () -> false);
    }
    daemonTakes(7, folders.sent());
    long began = System.nanoTime();
    List<Integer> back = new ArrayList<>();
    for (int i = 1_199; i >= 0; i--) {
      if (outbox.takeBack("a-1", "o7-sms.en", "p" + i)) {
        back.add(i);
      }
    }
    assertTrue(System.nanoTime() - began < Duration.ofSeconds(60).toNanos());
    assertEquals(1_200 - 7 - 1, back.size());
    assertFalse(back.contains(7), "the daemon may have been sending it");
    assertEquals(List.of(), GammuFolders.ours(folders.outbox()));
    assertEquals(7, names(folders.sent()).size());
  }

  @Test
  void theFirstCallStopsAllOfTheOrderAndNothingElse() throws IOException {
    Order order = order("o7-sms.en", false, "1/2 a\n2/2 b\n");
    for (int i = 0; i < 20; i++) {
      outbox.deliver(order, person(i), () -> false);
    }
    outbox.deliver(order("o8-sms.vi", false, "c\n"), person(30), () -> false);
    assertTrue(outbox.takeBack("a-1", "o7-sms.en", "p19"));
    assertEquals(1, GammuFolders.ours(folders.outbox()).size());
    assertTrue(new GammuOutbox(folders, () -> now).takeBack("a-1", "o7-sms.en", "p3"));
    assertFalse(outbox.takeBack("a-1", "o7-sms.en", "p0"), "its first part may have been read");
    assertFalse(outbox.takeBack("a-1", "o7-sms.en", "p77"));
  }

  @Test
  void aFileThatCameFirstLaterProvesNothing() throws IOException {
    outbox.deliver(order("o7-sms.en", false, "alert\n"), person(1), () -> false);
    String alert = names(folders.outbox()).getFirst();
    Files.setLastModifiedTime(
        folders.outbox().resolve(alert), java.nio.file.attribute.FileTime.from(START));
    outbox.deliver(order("o9-withdrawn.sms.en", true, "other\n"), person(1), () -> false);
    assertFalse(outbox.takeBack("a-1", "o7-sms.en", "p1"), "it was the first when it was alone");
  }

  @Test
  void aStopBetweenPartsLeavesNoneWhereOthersWait() throws IOException {
    outbox.deliver(order("o6-sms.en", false, "other\n"), person(9), () -> false);
    int[] asked = {0};
    Result result =
        outbox.deliver(
            order("o7-sms.en", false, "1/3 a\n2/3 b\n3/3 c\n"), person(1), () -> asked[0]++ >= 3);
    // Two of three parts lay there: they are out of the daemon's sight, and nobody claims more.
    assertEquals(new Result.Unknown(), result);
    assertEquals(1, GammuFolders.ours(folders.outbox()).size());
  }

  private static Reply reply(int i, String address) {
    return new Reply(
        "receipt-r" + i, Reply.Kind.RECEIPT, "r" + i, "ps", "sms", address, "en", "We have it.");
  }

  @Test
  void receiptsGoToNumbersOfPeopleOnly() throws IOException {
    GammuReplies replies = new GammuReplies(outbox, new OutboxHealth(folders));
    Set<String> refused = new TreeSet<>();
    for (String address :
        new String[] {
          "+61491570156", "SESflood", "1234", "+611900123456", "+611300975707", "+61000", "unknown"
        }) {
      if (replies.send(reply(1, address)) instanceof Result.Failed) {
        refused.add(address);
      }
    }
    assertEquals(
        Set.of("SESflood", "1234", "+611900123456", "+611300975707", "+61000", "unknown"), refused);
    assertEquals(1, names(folders.outbox()).size());
    assertEquals(Evidence.HANDED, replies.wasSent(reply(1, "+61491570156")));
    assertEquals(Evidence.NOT_DONE, replies.wasSent(reply(2, "+61491570156")));
  }

  @Test
  void receiptsWaitWithTheCoreWhileVeryManyTextsWait() throws IOException {
    GammuReplies replies = new GammuReplies(outbox, new OutboxHealth(folders));
    assertTrue(replies.ready());
    for (int i = 0; i < GammuReplies.MOST_WAITING; i++) {
      outbox.deliver(order("o7-sms.en", false, "x\n"), person(i), () -> false);
    }
    assertFalse(replies.ready());
  }

  @Test
  void receiptsWaitWithTheCoreWhileTheOutboxIsDown() throws IOException {
    OutboxHealth health = new OutboxHealth(folders);
    GammuReplies replies = new GammuReplies(outbox, health);
    Files.delete(folders.outbox());
    health.look(now);
    assertFalse(replies.ready());
    Files.createDirectory(folders.outbox());
    health.look(now);
    assertTrue(replies.ready());
  }
}
