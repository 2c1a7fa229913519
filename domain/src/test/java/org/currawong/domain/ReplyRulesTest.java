package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.ReplyPlan;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;
import org.currawong.domain.text.SmsText;
import org.junit.jupiter.api.Test;

/** A receipt by SMS goes once, and is neither lost nor repeated by a restart. */
class ReplyRulesTest {

  private static final Actor WAYS_IN = Actor.part("ways-in");
  private static final Actor WAYS_OUT = Actor.part("ways-out");
  private static final String RECEIPT = "0123456789abcdefghjkmnpqrs";
  private static final Outstanding.SendReply DUE =
      new Outstanding.SendReply(new ReplyPlan("receipt-r1", ReplyPlan.Kind.RECEIPT, "r1", "sms"));

  private final TestHub hub = TestHub.live();

  private void received(Via via, String sender, String contact) {
    ReportBody body =
        new ReportBody("Water", null, null, null, null, null, contact, null, null, RECEIPT, null);
    hub.accept(new Command.TakeReport("r1", via, sender, "digest", body), WAYS_IN);
  }

  private List<Outstanding> replies(List<Outstanding> all) {
    return all.stream().filter(Outstanding.SendReply.class::isInstance).toList();
  }

  private List<Outstanding> due() {
    return replies(Outstanding.all(hub.state));
  }

  private void observed(DeliveryState state, String reason) {
    hub.accept(new Command.RecordReply("receipt-r1", "r1", "sms", state, reason), WAYS_OUT);
  }

  @Test
  void aReportBySmsIsOwedAReceiptOnceItsLanguageIsKnown() {
    received(Via.SMS, "ps", "+61400000001");
    assertEquals(
        List.of(), replies(Outstanding.after(hub.state, hub.entries.getLast())), "not yet");
    hub.accept(
        ReportRulesTest.answers("r1", ReportRulesTest.says(Duty.LANGUAGE, "vi")),
        Actor.part("inference-worker"));
    assertEquals(List.of(DUE), replies(Outstanding.after(hub.state, hub.entries.getLast())), "now");
    assertEquals(List.of(DUE), due());
  }

  @Test
  void aReceiptIsOwedWithoutALanguageToo() {
    received(Via.SMS, "ps", "+61400000001");
    assertEquals(List.of(DUE), due());
  }

  @Test
  void theFirstNewsOfItSettlesIt() {
    for (DeliveryState state :
        List.of(DeliveryState.ATTEMPTED, DeliveryState.SENT, DeliveryState.FAILED)) {
      TestHub fresh = TestHub.live();
      ReportBody body =
          new ReportBody("x", null, null, null, null, null, "+614", null, null, RECEIPT, null);
      fresh.accept(new Command.TakeReport("r1", Via.SMS, "ps", "digest", body), WAYS_IN);
      fresh.accept(new Command.RecordReply("receipt-r1", "r1", "sms", state, null), WAYS_OUT);
      assertEquals(List.of(), replies(Outstanding.all(fresh.state)), state.word());
    }
  }

  @Test
  void anAnswerToAReportBySmsGoesBackByItAndIsPassedOnOnceItHasLeft() {
    received(Via.SMS, "ps", "+61400000001");
    observed(DeliveryState.SENT, null);
    hub.accept(new Command.GiveAnswer("r1", "a-1", "A boat is on its way."), hub.by("ana"));
    Outstanding due =
        new Outstanding.SendReply(new ReplyPlan("a-1", ReplyPlan.Kind.ANSWER, "r1", "sms"));
    assertEquals(List.of(due), replies(Outstanding.after(hub.state, hub.entries.getLast())));
    assertEquals(List.of(due), due());
    hub.accept(
        new Command.RecordReply("a-1", "r1", "sms", DeliveryState.ATTEMPTED, null), WAYS_OUT);
    assertEquals(List.of(), due(), "it waits at the modem");
    assertNull(hub.state.report("r1").handling().answer("a-1").passedOnAt());
    hub.accept(new Command.RecordReply("a-1", "r1", "sms", DeliveryState.SENT, null), WAYS_OUT);
    assertEquals("sms", hub.state.report("r1").handling().answer("a-1").passedOnBy());
  }

  @Test
  void newsGoesForwardOnlyAndTheSameNewsIsLoggedOnce() {
    received(Via.SMS, "ps", "+61400000001");
    observed(DeliveryState.ATTEMPTED, null);
    observed(DeliveryState.SENT, null);
    long n = hub.state.n();
    observed(DeliveryState.SENT, null);
    observed(DeliveryState.ATTEMPTED, null);
    assertEquals(n, hub.state.n());
    assertEquals(DeliveryState.SENT, hub.state.reply("receipt-r1").state());
  }

  @Test
  void nobodyIsOwedAReceiptWhoCantBeReachedOrHasItAlready() {
    received(Via.WEB, "ps", "+61400000001");
    assertEquals(List.of(), due());
  }

  @Test
  void withoutANumberOrAPseudonymThereIsNone() {
    received(Via.SMS, "ps", null);
    assertEquals(List.of(), due());
    TestHub other = TestHub.live();
    ReportBody body =
        new ReportBody("x", null, null, null, null, null, "+614", null, null, RECEIPT, null);
    other.accept(new Command.TakeReport("r1", Via.SMS, null, "digest", body), WAYS_IN);
    assertEquals(List.of(), replies(Outstanding.all(other.state)));
  }

  @Test
  void afterADayAReceiptSaysNothingAnyMore() {
    received(Via.SMS, "ps", "+61400000001");
    hub.pass(Duration.ofHours(25));
    hub.accept(new Command.NoteStart("1", List.of("core")), Actor.part("hub"));
    assertEquals(List.of(), due());
  }

  @Test
  void newsAboutAReportThatIsNotThereIsRefused() {
    hub.refuse(
        Why.NOT_FOUND,
        new Command.RecordReply("receipt-x", "x", "sms", DeliveryState.SENT, null),
        WAYS_OUT);
  }

  @Test
  void aReceiptFitsOneMessageInEveryLanguageAndSaysThatItIsNot000() {
    PhraseBank bank = PhraseBank.shipped();
    for (String language : bank.languages()) {
      String text =
          bank.fill("receipt.sms", language, java.util.Map.of("receipt", RECEIPT)).orElseThrow();
      assertEquals(1, SmsText.split(text).parts().size(), language);
      assertTrue(text.split("000", -1).length > 2, "names 000 twice: " + text);
    }
  }
}
