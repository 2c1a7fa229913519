package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import org.currawong.broker.LedgerLine.Copy;
import org.currawong.domain.delivery.DeliveryState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Instant NOW = Papers.NOW;
  private static final Copy ONE = copy("p1", NOW.plusSeconds(60));
  private static final Copy TWO = copy("p2", NOW.plusSeconds(120));

  @TempDir Path folder;

  private static Copy copy(String recipient, Instant forget) {
    return new Copy("manifest sms sms.en.txt", recipient, "a1", "o1", forget);
  }

  private Path file() {
    return folder.resolve("ledger").resolve("live-sms.ledger");
  }

  private Ledger open(Instant now) throws IOException {
    return Ledger.open(DiskLedgerFile.open(file()), now);
  }

  @Test
  void whatWasAttemptedSettledAndStoppedIsThereAfterAReopen() throws Exception {
    try (Ledger ledger = open(NOW)) {
      ledger.attempted(ONE, 1);
      ledger.settled(ONE, 1, Outcome.SENT);
      ledger.attempted(TWO, 3);
      ledger.stopped("other", NOW.plusSeconds(60));
    }
    try (Ledger ledger = open(NOW)) {
      assertEquals(Outcome.SENT, ledger.find(ONE.effect(), "p1").orElseThrow().outcome());
      assertNull(ledger.find(TWO.effect(), "p2").orElseThrow().outcome());
      assertEquals(3, ledger.find(TWO.effect(), "p2").orElseThrow().attempt());
      assertTrue(ledger.isStopped("other"));
      assertFalse(ledger.isStopped("manifest"));
      assertEquals(2, ledger.ofRelease("manifest").size());
    }
  }

  @Test
  void aLineTornAtAnyByteIsCutAndTheLinesBeforeItStand() throws Exception {
    try (Ledger ledger = open(NOW)) {
      ledger.attempted(ONE, 1);
    }
    byte[] first = Files.readAllBytes(file());
    try (Ledger ledger = open(NOW)) {
      ledger.attempted(TWO, 1);
    }
    byte[] both = Files.readAllBytes(file());
    for (int length = first.length; length < both.length; length++) {
      MemoryLedgerFile torn = new MemoryLedgerFile(Arrays.copyOf(both, length));
      try (Ledger ledger = Ledger.open(torn, NOW)) {
        assertTrue(ledger.find(ONE.effect(), "p1").isPresent());
        assertFalse(ledger.find(TWO.effect(), "p2").isPresent());
        ledger.attempted(TWO, 1);
      }
      assertArrayEquals(both, torn.read(), "cut at " + length);
    }
  }

  @Test
  void aTailOfBlocksNeverWrittenIsCut() throws Exception {
    try (Ledger ledger = open(NOW)) {
      ledger.attempted(ONE, 1);
    }
    Files.write(file(), new byte[4096], StandardOpenOption.APPEND);
    try (Ledger ledger = open(NOW)) {
      assertTrue(ledger.find(ONE.effect(), "p1").isPresent());
    }
  }

  @Test
  void everyFlippedBitBeforeTheLastLineKeepsTheWayOutClosed() throws Exception {
    try (Ledger ledger = open(NOW)) {
      ledger.attempted(ONE, 1);
    }
    int first = (int) Files.size(file());
    try (Ledger ledger = open(NOW)) {
      ledger.attempted(TWO, 1);
    }
    byte[] good = Files.readAllBytes(file());
    for (int bit = 0; bit < first * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThrows(
          IOException.class,
          () -> Ledger.open(new MemoryLedgerFile(bad), NOW).close(),
          "bit " + bit);
    }
  }

  @Test
  void whatCanNoLongerPassItsTimeChecksIsForgottenAtAStart() throws Exception {
    try (Ledger ledger = open(NOW)) {
      ledger.attempted(ONE, 1);
      ledger.attempted(TWO, 1);
      ledger.stopped("other", NOW.plusSeconds(60));
    }
    long before = Files.size(file());
    try (Ledger ledger = open(NOW.plusSeconds(90))) {
      assertFalse(ledger.find(ONE.effect(), "p1").isPresent());
      assertTrue(ledger.find(TWO.effect(), "p2").isPresent());
      assertFalse(ledger.isStopped("other"));
    }
    assertTrue(Files.size(file()) < before);
    try (Ledger ledger = open(NOW.plusSeconds(90))) {
      ledger.settled(TWO, 1, Outcome.failed("x"));
      assertEquals(
          DeliveryState.FAILED, ledger.find(TWO.effect(), "p2").orElseThrow().outcome().state());
    }
  }

  @Test
  void theFileAndItsFolderAreForTheirOwnerAlone() throws Exception {
    try (Ledger ledger = open(NOW)) {
      ledger.attempted(ONE, 1);
    }
    assertEquals("rw-------", rights(file()));
    assertEquals("rwx------", rights(file().getParent()));
    try (Ledger ledger = open(NOW.plusSeconds(90))) {
      assertFalse(ledger.isStopped("other"));
    }
    assertEquals("rw-------", rights(file()));
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
