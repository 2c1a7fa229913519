package org.currawong.channels.gammu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.currawong.channels.gammu.GammuCodec.Malformed;
import org.currawong.channels.gammu.GammuCodec.Part;
import org.currawong.channels.gammu.GammuCodec.Read;
import org.currawong.channels.gammu.GammuCodec.Reading;
import org.currawong.channels.gammu.OutboxName.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the real gammu-smsd wrote is read as it was meant, and whatever else without harm. */
class GammuCodecTest {

  private static final String NAME = "IN20261123_044857_00_+61400000009_";

  static Stream<Path> captures() throws IOException, URISyntaxException {
    Path folder = Path.of(GammuCodecTest.class.getResource("captures").toURI());
    try (Stream<Path> cases = Files.list(folder)) {
      return cases.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void aCaptureReadsAsItsExpectationSays(Path capture) throws IOException {
    List<Part> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(capture)) {
      for (Path file : files.sorted().toList()) {
        Optional<InboxName> name = InboxName.of(file.getFileName().toString());
        if (name.isPresent()) {
          parts.add(new Part(name.get(), Files.readAllBytes(file)));
        }
      }
    }
    String[] expected = Files.readString(capture.resolve("expected.txt")).split("\n", 2);
    String said =
        switch (GammuCodec.read(parts)) {
          case Read r -> "read " + r.sender() + "\n" + r.text();
          case Malformed m -> "malformed " + m.why();
        };
    if (expected[0].startsWith("malformed")) {
      String words = expected[0].substring("malformed ".length());
      assertTrue(said.startsWith("malformed") && said.contains(words), said);
    } else {
      assertEquals(expected[0] + "\n" + expected[1].strip(), said);
    }
    assertTrue(Files.size(capture.resolve("provenance.txt")) > 0);
  }

  private static Part part(int number, String hex) {
    InboxName name = InboxName.of(NAME + "%02d.txt".formatted(number)).orElseThrow();
    return new Part(name, HexFormat.of().parseHex(hex));
  }

  private static String text(Part... parts) {
    return assertInstanceOf(Read.class, GammuCodec.read(List.of(parts))).text();
  }

  private static String why(Part... parts) {
    return assertInstanceOf(Malformed.class, GammuCodec.read(List.of(parts))).why();
  }

  @Test
  void aPairOfSurrogatesSplitBetweenTwoPartsIsOneCharacterAgain() {
    assertEquals("a🌊b", text(part(0, "feff0061d83c"), part(1, "feffdf0a0062")));
  }

  @Test
  void halfAPairIsShownAsUnreadableAndNothingElseIsLost() {
    // By Java's own writing of UTF-8 half a pair is a question mark.
    assertEquals("water?", text(part(0, "feff00770061007400650072d83c")));
  }

  @Test
  void aMissingPartIsSaidWhereItIsMissing() {
    assertEquals("a " + GammuCodec.GAP + " c", text(part(0, "feff0061"), part(2, "feff0063")));
    assertEquals(GammuCodec.GAP + " b", text(part(1, "feff0062")));
  }

  @Test
  void aTextInTheOtherByteOrderIsReadByItsMark() {
    assertEquals("ab", text(part(0, "fffe61006200")));
  }

  @Test
  void whatFollowsTheFirstZeroIsNoText() {
    assertEquals("ab", text(part(0, "feff0061006200000063d83cffff")));
    assertEquals("abd", text(part(0, "feff0061006200000063"), part(1, "feff0064")));
  }

  @Test
  void lineBreaksBecomeOne() {
    assertEquals("a\nb\nc", text(part(0, "feff0061000d000a0062000d0063")));
  }

  @Test
  void ofAnEmptyFileTheSenderIsLeft() {
    assertEquals(GammuCodec.LOST, text(part(0, "")));
    assertEquals("ab" + GammuCodec.LOST, text(part(0, "feff00610062"), part(1, "")));
  }

  @Test
  void whatIsNoTextSaysWhy() {
    assertEquals("its last character is cut in half", why(part(0, "feff006100")));
    assertTrue(why(part(0, "efbbbf6162")).startsWith("it has no byte order mark"));
    assertTrue(why(part(0, "61")).startsWith("it has no byte order mark"));
    assertEquals("it has no words", why(part(0, "feff002000200000")));
    assertEquals("it is not text that people can read", why(part(0, "feff000100020003")));
    byte[] huge = new byte[GammuCodec.MOST_BYTES + 1];
    assertEquals(
        "the file is longer than 8192 bytes",
        why(new Part(InboxName.of(NAME + "00.txt").orElseThrow(), huge)));
    assertTrue(
        why(new Part(InboxName.of(NAME + "00.bin").orElseThrow(), new byte[9])).contains("data"));
    assertTrue(
        why(new Part(InboxName.of(NAME + "00.smsbackup").orElseThrow(), new byte[9]))
            .contains("InboxFormat = unicode"));
  }

  @Test
  void aTextLongerThanAReportIsSetAsideWhole() {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      parts.add(part(i, "feff" + "6c34".repeat(67)));
    }
    assertInstanceOf(Malformed.class, GammuCodec.read(parts));
  }

  @Test
  void manyFilesOfJunkAreSetAside() {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] bytes = new byte[GammuCodec.MOST_BYTES];
      bytes[0] = (byte) 0xFE;
      bytes[1] = (byte) 0xFF;
      bytes[3] = 'a';
      parts.add(new Part(InboxName.of(NAME + "%02d.txt".formatted(i)).orElseThrow(), bytes));
    }
    assertTrue(
        assertInstanceOf(Malformed.class, GammuCodec.read(parts)).why().endsWith("together"));
  }

  @Test
  void anyBytesAreReadOrRefusedButNeverThrow() {
    Random random = new Random(20261124);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      if (bytes.length > 1 && i % 2 == 0) {
        bytes[0] = (byte) 0xFE;
        bytes[1] = (byte) 0xFF;
      }
      Reading r =
          GammuCodec.read(List.of(new Part(InboxName.of(NAME + "00.txt").orElseThrow(), bytes)));
      if (r instanceof Read read) {
        assertEquals(
            read.text(),
            new String(read.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void onlyNamesOfTheInboxAreMessages() {
    for (String other :
        new String[] {
          "IN20261123_044857_00_+61400000009_00.txt.part",
          ".IN20261123_044857_00_+61400000009_00.txt",
          "OUTA20261123_100000_00_+61400000001_hub.txtd",
          "IN20261123_044857_00.txt",
          "IN_00.txt",
          "notes.txt",
          "IN20261123_044857_00_" + "9".repeat(65) + "_00.txt",
          "in20261123_044857_00_+61400000009_00.txt",
          ""
        }) {
      assertEquals(Optional.empty(), InboxName.of(other), other);
    }
    assertEquals("", InboxName.of("IN20261123_044857_00__00.txt").orElseThrow().sender());
    assertEquals("a_b", InboxName.of("IN20261123_044857_00_a_b_01.txt").orElseThrow().sender());
    assertEquals("..", InboxName.of("IN20261123_044857_00_.._01.txt").orElseThrow().sender());
  }

  @Test
  void aTextForTheOutboxIsBigEndianWithItsMark() {
    assertArrayEquals(HexFormat.of().parseHex("feff00611ed9d83cdf0a"), GammuCodec.write("aộ🌊"));
    assertArrayEquals(HexFormat.of().parseHex("feff"), GammuCodec.write(""));
  }

  @Test
  void aNameOfTheOutboxIsShortEnoughAndIsFoundAgain() {
    String copy = OutboxName.copy("alert " + "x".repeat(300), "p" + "9".repeat(90));
    OutboxName name =
        OutboxName.of(
            Priority.ALERT,
            Instant.parse("2026-11-23T10:00:00.7Z"),
            7,
            "+614000000000001",
            copy,
            12,
            34);
    assertTrue(
        name.file().startsWith("OUTB20261123_100000_0007_+614000000000001_" + copy), name.file());
    assertTrue(name.file().length() <= OutboxName.MOST_LENGTH, name.file());
    assertEquals(Optional.of(name), OutboxName.of(name.file()));
    assertEquals(Optional.empty(), OutboxName.of("OUTB20261123_100000_0007_+61400_hub.txt"));
    assertThrows(
        IllegalArgumentException.class,
        () -> OutboxName.of(Priority.ALERT, Instant.EPOCH, 1, "+" + "1".repeat(60), copy, 1, 1));
  }

  @Test
  void namesAscendWithPriorityTimeAndSerial() {
    String copy = OutboxName.copy("a", "b");
    Instant at = Instant.parse("2026-11-23T10:00:59Z");
    List<String> names =
        List.of(
            OutboxName.of(Priority.CORRECTION, at.plusSeconds(9), 1, "+619", copy, 1, 1).file(),
            OutboxName.of(Priority.ALERT, at, 9, "+6199999999", copy, 1, 1).file(),
            OutboxName.of(Priority.ALERT, at, 10, "+611", copy, 1, 1).file(),
            OutboxName.of(Priority.ALERT, at.plusSeconds(1), 1, "+610", copy, 1, 1).file(),
            OutboxName.of(Priority.RECEIPT, at.minusSeconds(999), 1, "+610", copy, 1, 1).file());
    String[] sorted = names.toArray(String[]::new);
    Arrays.sort(sorted);
    assertEquals(names, List.of(sorted));
  }
}
