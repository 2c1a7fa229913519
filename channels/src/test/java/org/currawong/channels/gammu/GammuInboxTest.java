package org.currawong.channels.gammu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.currawong.broker.Handover;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.domain.delivery.CarrierState.Level;
import org.currawong.domain.report.Via;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A text leaves the inbox only once the core has it, and nothing that lies there stops the rest.
 */
class GammuInboxTest {

  private static final String ONE = "IN20261123_044857_00_+61400000009_00.txt";
  private static final String TWO = "IN20261123_044857_00_+61400000009_01.txt";

  @TempDir Path folder;
  private final List<Handover> handed = new ArrayList<>();
  private final Set<String> held = new HashSet<>();
  private Instant now = Instant.parse("2026-11-23T05:00:00Z");
  private boolean queueDown;
  private Path in;
  private GammuInbox inbox;

  @BeforeEach
  void start() throws IOException {
    in = Files.createDirectories(folder.resolve("inbox"));
    inbox = inbox(30);
  }

  private GammuInbox inbox(int perMinute) {
    Reception reception =
        new Reception() {
          @Override
          public String report(String bearersId) {
            return "r-" + Integer.toHexString(bearersId.hashCode());
          }

          @Override
          public String receipt(String report) {
            return "receipt of " + report;
          }

          @Override
          public String pseudonym(String sender) {
            return "ps " + sender.hashCode();
          }

          @Override
          public boolean holds(String report) {
            return held.contains(report);
          }
        };
    return new GammuInbox(
        in,
        reception,
        report -> {
          if (queueDown) {
            throw new IOException("full");
          }
          handed.add(report);
        },
        () -> now,
        perMinute);
  }

  private void put(String name, String text) throws IOException {
    Files.write(in.resolve(name), GammuCodec.write(text));
  }

  /** Long enough for files to come to rest. */
  private void look() {
    inbox.poll();
    pass(3);
  }

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
    inbox.poll();
  }

  private void coreTakes() {
    handed.forEach(h -> held.add(h.id()));
  }

  private List<String> files(Path where) throws IOException {
    if (!Files.isDirectory(where)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(where)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> texts() {
    return handed.stream().map(h -> h.body().text()).toList();
  }

  @Test
  void aTextWhoseWordsAFullDiskTookIsAReportOfItsSender() throws IOException {
    Files.createFile(in.resolve(ONE));
    look();
    assertEquals(List.of(), handed, "the daemon may still be writing");
    pass(30);
    assertEquals(List.of(GammuCodec.LOST), texts());
    assertEquals("+61400000009", handed.getFirst().body().contact());
  }

  @Test
  void aTextStaysUntilTheCoreHasItAndThenGoes() throws IOException {
    put(ONE, "Water over Mill Rd");
    look();
    Handover h = handed.getFirst();
    assertEquals(Via.SMS, h.via());
    assertEquals("Water over Mill Rd", h.body().text());
    assertEquals("+61400000009", h.body().contact());
    assertEquals("receipt of " + h.id(), h.body().receipt());
    assertFalse(h.sender().contains("61400"));
    pass(10);
    assertEquals(List.of(ONE), files(in), "kept");
    assertEquals(1, handed.size());
    coreTakes();
    pass(1);
    assertEquals(List.of(), files(in));
    assertEquals(CarrierState.UP, inbox.state());
  }

  @Test
  void overARestartTheSameTextIsTheSameReport() throws IOException {
    put(ONE, "Water");
    look();
    inbox = inbox(30);
    look();
    assertEquals(2, handed.size());
    assertEquals(handed.get(0), handed.get(1));
    coreTakes();
    inbox = inbox(30);
    look();
    assertEquals(2, handed.size());
    assertEquals(List.of(), files(in));
  }

  @Test
  void anotherTextUnderANameThatWasUsedIsAnotherReport() throws IOException {
    put(ONE, "Water");
    look();
    coreTakes();
    pass(1);
    put(ONE, "More water");
    look();
    assertEquals(List.of("Water", "More water"), texts());
    assertEquals(2, handed.stream().map(Handover::id).distinct().count());
  }

  @Test
  void whatTheCoreHasNotGotIsHandedOverAgain() throws IOException {
    put(ONE, "Water");
    look();
    pass(50);
    assertEquals(1, handed.size());
    pass(20);
    assertEquals(2, handed.size());
    assertEquals(handed.get(0), handed.get(1));
  }

  @Test
  void aFileThatStillGrowsIsLeftAlone() throws IOException {
    put(ONE, "Wat");
    inbox.poll();
    pass(1);
    put(ONE, "Water over");
    pass(1);
    assertEquals(List.of(), handed);
    pass(1);
    put(ONE, "Water over Mill Rd, two children on the roof");
    pass(1);
    assertEquals(List.of(), handed);
    pass(2);
    assertEquals(List.of("Water over Mill Rd, two children on the roof"), texts());
  }

  @Test
  void partsAreOneReportInTheirOrder() throws IOException {
    put(TWO, "Rd");
    put(ONE, "Water over Mill ");
    look();
    assertEquals(List.of("Water over Mill Rd"), texts());
    coreTakes();
    pass(1);
    assertEquals(List.of(), files(in));
  }

  @Test
  void aMissingPartIsWaitedForAWhileAndThenDoneWithout() throws IOException {
    put(TWO, "the roof is going");
    look();
    pass(20);
    assertEquals(List.of(), handed);
    pass(20);
    assertEquals(List.of(GammuCodec.GAP + " the roof is going"), texts());
  }

  @Test
  void aPartThatComesLateIsNotLost() throws IOException {
    put(ONE, "Two children on ");
    look();
    put(TWO, "the roof");
    coreTakes();
    pass(1);
    assertEquals(List.of(TWO), files(in));
    look();
    pass(40);
    assertEquals("Two children on ", texts().getFirst() + " ");
    assertEquals(GammuCodec.GAP + " the roof", texts().getLast());
  }

  @Test
  void whatCannotBeReadIsSetAsideShownAndStopsNothing() throws IOException {
    Files.write(in.resolve(ONE), new byte[1]);
    Files.write(in.resolve("IN20261123_044858_00_+61400000009_00.txt"), new byte[60_000]);
    Files.write(in.resolve("IN20261123_044859_00_Shop_00.txt"), new byte[] {1, 2, 3});
    put("IN20261123_044900_00_+61400000010_00.txt", "Water");
    look();
    assertEquals(List.of("Water"), texts());
    assertEquals(3, files(folder.resolve("malformed")).size());
    assertEquals(Level.DEGRADED, inbox.state().level());
    assertTrue(inbox.state().reason().startsWith("files that could not be read: 3"));
    Files.write(in.resolve(ONE), new byte[1]);
    look();
    assertEquals(4, files(folder.resolve("malformed")).size(), "none is written over");
  }

  @Test
  void whatCanNeitherBeReadNorMovedStaysIsShownAndStopsNothing() throws IOException {
    Files.writeString(folder.resolve("malformed"), "a file in its place");
    Files.write(in.resolve(ONE), new byte[] {1});
    put("IN20261123_044900_00_+61400000010_00.txt", "Water");
    look();
    assertEquals(List.of("Water"), texts());
    assertEquals(2, files(in).size());
    assertEquals(
        CarrierState.degraded("messages that this account can't read or move: 1"), inbox.state());
    Files.delete(folder.resolve("malformed"));
    pass(1);
    assertEquals(List.of(ONE), files(folder.resolve("malformed")));
  }

  @Test
  void whatIsNoMessageIsLeftAlone() throws IOException {
    put("notes.txt", "x");
    put("IN20261123_044857_00_+61400000009_00.txt.part", "x");
    Files.createDirectory(in.resolve(ONE));
    Files.createSymbolicLink(in.resolve(TWO), folder.resolve("secret"));
    Files.writeString(folder.resolve("secret"), "secret");
    look();
    assertEquals(List.of(), handed);
    assertEquals(4, files(in).size());
    assertEquals(CarrierState.UP, inbox.state());
  }

  @Test
  void aSenderIsANumberAWordOrUnknown() throws IOException {
    put("IN20261123_044857_00_0491570156_00.txt", "a");
    put("IN20261123_044858_00_SESflood_00.txt", "b");
    put("IN20261123_044859_00__00.txt", "c");
    put("IN20261123_044900_00_.._00.txt", "d");
    put("IN20261123_044901_00_1800FLOWERS_00.txt", "e");
    look();
    assertEquals(
        List.of("+61491570156", "SESflood", "unknown", "..", "1800FLOWERS"),
        handed.stream().map(h -> h.body().contact()).toList());
  }

  @Test
  void aSenderOfVeryManyWaitsAndNobodyElse() throws IOException {
    inbox = inbox(2);
    for (int i = 0; i < 9; i++) {
      put("IN20261123_04485%d_00_+61400000009_00.txt".formatted(i), "spam " + i);
    }
    put("IN20261123_044859_00_+61400000010_00.txt", "Water");
    look();
    assertEquals(List.of("spam 0", "spam 1", "Water"), texts());
    coreTakes();
    pass(61);
    assertEquals(5, handed.size());
    assertEquals(7, files(in).size());
  }

  @Test
  void noMoreAreUnderWayAtOnceThanTheBound() throws IOException {
    for (int i = 0; i < 2 * GammuInbox.MOST_WAITING; i++) {
      put("IN20261123_044857_00_+614%08d_00.txt".formatted(i), "Water");
    }
    look();
    assertEquals(GammuInbox.MOST_WAITING, handed.size());
    coreTakes();
    pass(1);
    assertEquals(2 * GammuInbox.MOST_WAITING, handed.size());
  }

  @Test
  void aFullQueueOrAMissingFolderIsShownAndMended() throws IOException {
    assertEquals(CarrierState.STARTING, inbox.state());
    put(ONE, "Water");
    queueDown = true;
    look();
    assertEquals(Level.DEGRADED, inbox.state().level());
    queueDown = false;
    pass(1);
    assertEquals(List.of("Water"), texts());
    coreTakes();
    pass(1);
    Files.delete(in);
    pass(1);
    assertEquals(CarrierState.down("the inbox folder is not there"), inbox.state());
    Files.createDirectory(in);
    pass(1);
    assertEquals(CarrierState.UP, inbox.state());
  }
}
