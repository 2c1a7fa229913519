package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Receipts: the hub knows its own, and nobody can make one. */
class ReceiptsTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static Receipts receipts(int key) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) key);
    return new Receipts(bytes, RANDOM);
  }

  @Test
  void aReceiptLeadsToItsReportHoweverItIsTyped() {
    Receipts hub = receipts(1);
    for (int i = 0; i < 1000; i++) {
      String report = hub.newReport();
      String receipt = hub.receipt(report);
      assertEquals(26, receipt.length());
      assertEquals(Optional.of(report), hub.reportOf(receipt));
      String typed = receipt.toUpperCase(Locale.ROOT).replace('0', 'O').replace('1', 'I');
      assertEquals(
          Optional.of(report),
          hub.reportOf(" " + typed.substring(0, 9) + "-" + typed.substring(9)));
    }
  }

  @Test
  void noOtherTextIsAReceipt() {
    Receipts hub = receipts(1);
    String receipt = hub.receipt(hub.newReport());
    for (int i = 0; i < receipt.length(); i++) {
      char other = receipt.charAt(i) == '7' ? '8' : '7';
      String forged = receipt.substring(0, i) + other + receipt.substring(i + 1);
      assertTrue(hub.reportOf(forged).isEmpty(), "character " + i);
    }
    assertTrue(receipts(2).reportOf(receipt).isEmpty(), "another hub's");
    for (String typed : new String[] {"", "u".repeat(26), "é".repeat(26), "0".repeat(400)}) {
      assertTrue(hub.reportOf(typed).isEmpty());
    }
  }

  @Test
  void aKeyAlwaysNamesTheSameReport() {
    assertEquals(receipts(1).report("a key"), receipts(1).report("a key"));
    assertNotEquals(receipts(1).report("a key"), receipts(1).report("a key "));
    assertNotEquals(receipts(1).report("a key"), receipts(2).report("a key"));
    assertThrows(IllegalArgumentException.class, () -> new Receipts(new byte[31], RANDOM));
  }
}
