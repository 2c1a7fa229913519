package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.currawong.domain.power.Rung;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;
import org.junit.jupiter.api.Test;

class QueueCodecTest {
  private static final Instant AT = Instant.parse("2026-11-23T05:10:00.123Z");
  private static final String HOSTILE =
      "<script>\u001b[31m \u202e ${jndi} CamelHttpUri \"}],{\" \ud83c\udf0a nước";

  private final Queues queues = BrokerForTests.queues();
  private final QueueCodec codec = new QueueCodec(new QueueSeal(new byte[QueueSeal.KEY_BYTES]));

  private static ReportBody body(String text) {
    return new ReportBody(
        text, "vi", "Mill Rd", -33.5, 151.25, "Lan", "+61400000001", null, AT, "r-1", "AAEC");
  }

  static SignedRelease signed(String document) {
    return new SignedRelease(
        document, List.of(new SignedRelease.Signatory("ana", 7, "ab".repeat(32))), new byte[64]);
  }

  private static Order order() {
    Recipient one = new Recipient("p1", "+61400000001", "en");
    return new Order(
        "a1-sms-en",
        "a1",
        Realm.LIVE,
        "hub",
        1,
        "print",
        false,
        "sms.en.txt",
        "text/plain",
        "en",
        null,
        2,
        AT,
        AT.plusSeconds(60),
        signed("{}"),
        null,
        List.of(one),
        List.of(one),
        AT);
  }

  private Map<HubQueue, QueueMessage> examples() {
    Map<HubQueue, QueueMessage> all = new LinkedHashMap<>();
    all.put(queues.reports(), new Handover("sms-1", Via.SMS, "s", body(HOSTILE)));
    all.put(
        queues.assessed(),
        new Assessed(
            "r1",
            List.of(
                new Assessment(
                    Duty.PLACE, "Mill Rd", new Placed("Mill Rd", 1.0, 2.0), "rules 1", "named", 3),
                new Assessment(Duty.SUMMARY, HOSTILE, null, "rules 1", "first", 1))));
    all.put(
        queues.deliveries(),
        new DeliveryReport("a1", "o1", "print", "all", DeliveryState.SENT, null, 1, AT));
    all.put(
        queues.power(),
        new PowerReading("ups", Rung.LOW, List.of("OB", "ZZZ"), Map.of("charge", "12"), AT));
    all.put(queues.jobs("language"), new Job("r1", Duty.LANGUAGE, HOSTILE, null, null, AT));
    all.put(queues.orders("live", "print"), new OrderMessage(order()));
    all.put(
        queues.replies("print"),
        new Reply("x", Reply.Kind.RECEIPT, "r1", "ps", "print", "+614", "en", HOSTILE));
    all.put(
        queues.replied(),
        new ReplyReport("x", "r1", "print", DeliveryState.FAILED, "no number", AT));
    all.put(queues.stop("live", "print"), new StopNotice(signed("{\"context\":\"x\"}")));
    all.put(queues.state(), new StateNotice("power", Map.of("rung", "low"), AT));
    return all;
  }

  @Test
  void everyFormComesBackAsItWasWritten() {
    examples()
        .forEach(
            (queue, message) -> {
              byte[] bytes = codec.write(queue, message);
              QueueMessage back = codec.read(queue, bytes);
              assertInstanceOf(message.getClass(), back, queue.name() + " " + back);
              // Records that hold arrays compare by identity; their bytes tell.
              byte[] again = clear(queue, codec.write(queue, back));
              assertEquals(text(clear(queue, bytes)), text(again), queue.name());
            });
  }

  private static byte[] clear(HubQueue queue, byte[] bytes) {
    try {
      return queue.persistent()
          ? new QueueSeal(new byte[QueueSeal.KEY_BYTES]).open(queue.name(), bytes)
          : bytes;
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void whatIsKeptOnDiskHoldsNoWordOfTheReportAndNeverTheSameBytesTwice() {
    Handover report = new Handover("sms-1", Via.SMS, "s", body("water over Mill Rd"));
    byte[] one = codec.write(queues.reports(), report);
    byte[] two = codec.write(queues.reports(), report);
    String latin = new String(one, StandardCharsets.ISO_8859_1);
    for (String word : List.of("water", "Mill", "Lan", "+614", "sms-1", "text")) {
      assertFalse(latin.contains(word), word);
    }
    assertNotEquals(Arrays.toString(one), Arrays.toString(two));
  }

  @Test
  void aSealedMessageOfAnotherHubOrAnotherQueueIsMalformed() {
    byte[] key = new byte[QueueSeal.KEY_BYTES];
    key[0] = 1;
    byte[] foreign =
        new QueueCodec(new QueueSeal(key))
            .write(queues.reports(), new Handover("1", Via.SMS, null, body("x")));
    assertInstanceOf(Malformed.class, codec.read(queues.reports(), foreign));
    byte[] elsewhere = codec.write(queues.reports(), new Handover("1", Via.SMS, null, body("x")));
    assertInstanceOf(Malformed.class, codec.read(queues.deliveries(), elsewhere));
  }

  @Test
  void tenThousandDamagedMessagesAreReadOrMalformedAndNeverAnException() {
    Random random = new Random(3);
    List<Map.Entry<HubQueue, QueueMessage>> all = List.copyOf(examples().entrySet());
    int malformed = 0;
    for (int n = 0; n < 10_000; n++) {
      var example = all.get(n % all.size());
      byte[] bytes = codec.write(example.getKey(), example.getValue()).clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (random.nextBoolean()) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      }
      QueueMessage read = codec.read(example.getKey(), bytes);
      if (read instanceof Malformed) {
        malformed++;
      } else {
        assertFalse(example.getKey().persistent(), "a sealed message was altered unseen");
      }
    }
    assertTrue(malformed > 8_000, "only " + malformed);
  }

  @Test
  void unknownFieldsDuplicateFieldsTrailingTextAndDeepNestingAreMalformed() {
    HubQueue state = queues.state();
    String good = "{\"key\":\"k\",\"values\":{},\"at\":\"2026-11-23T05:10:00Z\"}";
    assertInstanceOf(StateNotice.class, codec.read(state, good.getBytes(StandardCharsets.UTF_8)));
    for (String bad :
        List.of(
            good + "x",
            good + good,
            "null",
            "[]",
            "{}",
            good.replace("\"key\":\"k\"", "\"key\":\"k\",\"key\":\"l\""),
            good.replace("\"key\":\"k\"", "\"key\":\"k\",\"more\":1"),
            good.replace("\"key\":\"k\"", "\"key\":\"\""),
            good.replace("2026", "26"),
            good.replace("{}", "[".repeat(500) + "]".repeat(500)))) {
      assertInstanceOf(
          Malformed.class, codec.read(state, bad.getBytes(StandardCharsets.UTF_8)), bad);
    }
  }

  @Test
  void whatIsSaidOfAMalformedMessageQuotesNothingOfIt() {
    String secret = "secret-person";
    for (String bad :
        List.of(
            "{\"key\":\"k\",\"values\":{\"" + secret + "\":{\"" + secret + "\":1}},\"at\":\"x\"}",
            "{\"" + secret + "\":1}",
            "{\"key\":\"k\",\"values\":{},\"at\":\"" + secret + "\"}",
            secret)) {
      Malformed malformed =
          (Malformed) codec.read(queues.state(), bad.getBytes(StandardCharsets.UTF_8));
      assertFalse(malformed.why().contains(secret), malformed.why());
    }
  }

  @Test
  void fieldsOverTheirLimitsAreRefusedWhenAFormIsMade() {
    String tooLong = "é".repeat(ReportBody.MAX_TEXT_BYTES / 2) + "x";
    assertThrows(
        IllegalArgumentException.class, () -> new Handover("1", Via.SMS, null, body(tooLong)));
    assertThrows(IllegalArgumentException.class, () -> new Handover("", Via.SMS, null, body("x")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Handover("i".repeat(201), Via.SMS, null, body("x")));
    assertThrows(IllegalArgumentException.class, () -> new Assessed("r", List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StopNotice(new SignedRelease("{}", List.of(), new byte[63])));
  }

  @Test
  void aFormOnAQueueThatDoesNotHoldItIsRefusedToTheWriter() {
    assertThrows(
        IllegalArgumentException.class,
        () -> codec.write(queues.reports(), new StateNotice("k", Map.of(), AT)));
  }
}
