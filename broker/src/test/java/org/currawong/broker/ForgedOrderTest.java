package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.currawong.broker.OrderDesk.Handled;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.delivery.Recipient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Forged orders straight at the desk: nothing leaves. Each forgery is such that one check alone
 * stands against it, and with that check left out it does leave: so each check counts.
 */
class ForgedOrderTest {

  private record Forgery(String check, Consumer<Papers> forge) {}

  private static Map<String, Forgery> forgeries() {
    Map<String, Forgery> all = new LinkedHashMap<>();
    forge(all, "an id that climbs out of the spool", "ids", p -> p.id = "../../etc/cron.d/x");
    forge(all, "a correction passed off as a release", "kind", p -> p.asCorrection().flag = false);
    forge(all, "signed by another key", "signature", p -> p.key = Papers.OTHER_KEY);
    forge(all, "an exercise's order at a live way out", "realm", ForgedOrderTest::exercise);
    forge(all, "an order that names another realm", "realm", p -> p.orderRealm = Realm.DEMO);
    forge(all, "an exercise under a live context", "status", p -> p.status = AlertStatus.EXERCISE);
    forge(all, "another hub's", "hub", p -> p.hub = "hub-b");
    forge(all, "of an epoch before", "epoch", p -> p.epoch = 0);
    forge(all, "of an epoch to come", "epoch", p -> p.epoch = 2);
    forge(all, "under another alert's name", "withdrawal", p -> p.orderAlert = "a2");
    forge(
        all,
        "a withdrawal of another release",
        "withdrawal",
        p -> p.asCorrection().withdrawnManifest = "cd".repeat(32));
    forge(all, "by a way that the release does not name", "way", ForgedOrderTest::unnamedWay);
    forge(all, "repeated more often than released", "repeats", p -> p.repeats = 2);
    forge(all, "repeated less than once", "repeats", p -> p.repeats = 0);
    forge(all, "with a recipient added", "recipients", ForgedOrderTest::added);
    forge(all, "with a recipient's number changed", "recipients", ForgedOrderTest::changed);
    forge(all, "with a recipient named twice", "recipients", ForgedOrderTest::twice);
    forge(all, "with the list itself lengthened", "digest", ForgedOrderTest::lengthened);
    forge(all, "with a recipient taken from the list", "digest", ForgedOrderTest::shortened);
    forge(all, "with one byte flipped", "artefact", ForgedOrderTest::flipped);
    forge(
        all,
        "with one byte more",
        "artefact",
        p -> p.bytes = Papers.bytes("Flood. Go to high ground.."));
    forge(all, "another way's bytes", "artefact-way", p -> p.artefact = "phonetree.pdf");
    forge(
        all,
        "a correction whose words nobody approved",
        "correction",
        p -> p.asCorrection().preparedCorrection = false);
    forge(all, "with one approval only", "approvals", p -> p.approvers = List.of("ana"));
    forge(all, "with none", "approvals", p -> p.approvers = List.of());
    forge(
        all, "approved twice by one person", "approvals", p -> p.approvers = List.of("ana", "ana"));
    forge(all, "whose document asks for one only", "approvals", ForgedOrderTest::asksForOne);
    forge(all, "that lacks the third it asks for", "approvals", p -> p.approvalsNeeded = 3);
    forge(all, "one person's 'error'", "withdrawers", ForgedOrderTest::errorByOne);
    forge(all, "not yet valid", "not-before", p -> p.notBefore = Papers.NOW.plusSeconds(1));
    forge(all, "expired", "expires", p -> p.expires = Papers.NOW);
    return all;
  }

  private static void forge(
      Map<String, Forgery> all, String name, String check, Consumer<Papers> forge) {
    all.put(name, new Forgery(check, forge));
  }

  private static void exercise(Papers p) {
    p.realm = Realm.EXERCISE;
  }

  private static void unnamedWay(Papers p) {
    p.documentWay = "sms";
    p.way = "cap";
  }

  private static void added(Papers p) {
    p.recipients = Papers.people(3);
  }

  private static void changed(Papers p) {
    p.recipients = List.of(new Recipient("p1", "+61499999999", "en"));
  }

  private static void twice(Papers p) {
    p.recipients = List.of(p.list.getFirst(), p.list.getFirst());
  }

  private static void lengthened(Papers p) {
    p.list = Papers.people(3);
    p.recipients = Papers.people(3);
  }

  private static void shortened(Papers p) {
    p.list = Papers.people(1);
    p.recipients = Papers.people(1);
  }

  private static void flipped(Papers p) {
    p.bytes = p.named.clone();
    p.bytes[3] ^= 1;
  }

  private static void asksForOne(Papers p) {
    p.approvalsNeeded = 1;
    p.approvers = List.of("ana");
  }

  private static void errorByOne(Papers p) {
    p.asCorrection().kind = WithdrawalKind.ERROR;
  }

  @TestFactory
  List<DynamicTest> nothingForgedLeaves() {
    List<DynamicTest> tests = new ArrayList<>();
    forgeries()
        .forEach(
            (name, forgery) ->
                tests.add(DynamicTest.dynamicTest(name, () -> assertNothingLeaves(forgery))));
    return tests;
  }

  private static void assertNothingLeaves(Forgery forgery) throws Exception {
    Papers papers = new Papers();
    forgery.forge().accept(papers);
    try (DeskForTests desk = DeskForTests.live()) {
      assertNotEquals(Handled.CARRIED_OUT, desk.handle(papers));
      assertEquals(List.of(), desk.way.left);
    }
  }

  @TestFactory
  List<DynamicTest> eachForgeryLeavesOnceItsOwnCheckIsLeftOut() {
    List<DynamicTest> tests = new ArrayList<>();
    forgeries()
        .forEach(
            (name, forgery) ->
                tests.add(
                    DynamicTest.dynamicTest(
                        name + " without '" + forgery.check() + "'",
                        () -> assertLeavesWithout(forgery))));
    return tests;
  }

  private static void assertLeavesWithout(Forgery forgery) throws Exception {
    Papers papers = new Papers();
    forgery.forge().accept(papers);
    DeskForTests desk = new DeskForTests(Realm.LIVE, "sms", new MemoryLedgerFile());
    if (forgery.check().equals("way")) {
      // The other checks ask for the row of the way in the release, which is not there.
      desk.start("way", "repeats", "digest", "artefact-way");
    } else if (forgery.check().equals("expires")) {
      desk.start("expires", "expiry");
    } else {
      desk.start(forgery.check());
    }
    try (desk) {
      assertEquals(Handled.CARRIED_OUT, desk.handle(papers));
      assertFalse(desk.way.left.isEmpty());
    }
  }

  @Test
  void thereIsAForgeryAgainstEachCheck() {
    TreeSet<String> checks = new TreeSet<>();
    OrderChecks.ALL.forEach(check -> checks.add(check.name()));
    TreeSet<String> tried = new TreeSet<>();
    forgeries().values().forEach(forgery -> tried.add(forgery.check()));
    assertEquals(checks, tried);
  }

  @Test
  void theGenuineOrderAndTheGenuineCorrectionLeave() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      assertEquals(Handled.CARRIED_OUT, desk.handle(new Papers()));
      assertEquals(List.of("p1", "p2"), desk.way.left);
    }
    try (DeskForTests desk = DeskForTests.live()) {
      assertEquals(Handled.CARRIED_OUT, desk.handle(new Papers().asCorrection()));
      Papers byTwo = new Papers().asCorrection();
      byTwo.kind = WithdrawalKind.ERROR;
      byTwo.withdrawers = List.of("ana", "ben");
      assertEquals(Handled.CARRIED_OUT, desk.handle(byTwo));
      assertEquals(List.of("p1", "p2", "p1", "p2"), desk.way.left);
    }
  }

  @Test
  void aDocumentThatCannotBeReadIsRefused() throws Exception {
    for (String document :
        List.of(
            "x",
            "null",
            "[]",
            "{}",
            "{\"context\":\"currawong/release/live/v2\"}",
            new Papers().stop().stop().document())) {
      try (DeskForTests desk = DeskForTests.live()) {
        Papers papers = new Papers();
        var order = papers.order();
        var forged =
            new org.currawong.domain.delivery.Order(
                order.id(),
                order.alert(),
                order.realm(),
                order.hub(),
                order.epoch(),
                order.way(),
                false,
                order.artefact(),
                order.type(),
                order.language(),
                order.bytes(),
                1,
                order.notBefore(),
                order.expires(),
                papers.signed(document, papers.approvers),
                null,
                order.named(),
                order.recipients(),
                order.hubTime());
        assertEquals(Handled.REFUSED, desk.desk().handle(new OrderMessage(forged)), document);
        assertEquals(Handled.REFUSED, desk.desk().handle(new Malformed("bytes")));
        assertEquals(List.of(), desk.way.left);
      }
    }
  }

  @Test
  void anOrderWhoseBytesAreNowhereIsRefusedAndItsCopiesHaveFailed() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      Papers papers = new Papers();
      papers.bytes = null;
      assertEquals(Handled.REFUSED, desk.handle(papers));
      assertEquals(List.of(), desk.way.left);
      assertEquals(List.of("p1 failed", "p2 failed"), desk.ends());
    }
  }

  @Test
  void aForgedOrderWithoutBytesIsRefusedAndNothingIsReported() throws Exception {
    try (DeskForTests desk = DeskForTests.live()) {
      Papers papers = new Papers();
      papers.bytes = null;
      papers.key = Papers.OTHER_KEY;
      assertEquals(Handled.REFUSED, desk.handle(papers));
      assertEquals(List.of(), desk.way.left);
      assertEquals(List.of(), desk.reports);
    }
  }
}
