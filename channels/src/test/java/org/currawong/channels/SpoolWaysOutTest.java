package org.currawong.channels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.currawong.broker.WayOut;
import org.currawong.broker.WayOut.Evidence;
import org.currawong.broker.WayOut.Result;
import org.currawong.channels.cap.CapRenderer;
import org.currawong.channels.cap.CapSpool;
import org.currawong.channels.print.PrintSpool;
import org.currawong.channels.sms.SmsSpool;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.currawong.domain.phrase.PhraseBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolWaysOutTest {

  private static final Recipient ALL = Recipient.everyone();
  private static final WayOut.StopSign GO = () -> false;
  private static final WayOut.StopSign STOP = () -> true;

  @TempDir Path spool;

  @Test
  void paperIsOneFileForOneOrder() throws IOException {
    PrintSpool print = new PrintSpool(spool);
    Order order = order("o7-sheet.en", "sheet.en.pdf", new byte[] {1, 2});
    assertEquals(Evidence.NOT_DONE, print.wasDone(order, ALL));
    assertEquals(new Result.Sent(), print.deliver(order, ALL, GO));
    assertEquals(new Result.Sent(), print.deliver(order, ALL, GO));
    assertEquals(Evidence.DONE, print.wasDone(order, ALL));
    assertEquals(List.of("a-1-o7-sheet.en.pdf"), names());
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(spool.resolve("a-1-o7-sheet.en.pdf")));
  }

  @Test
  void aFileIsNeverRewrittenWithOtherBytes() throws IOException {
    PrintSpool print = new PrintSpool(spool);
    print.deliver(order("o7-sheet.en", "sheet.en.pdf", new byte[] {1}), ALL, GO);
    Result again = print.deliver(order("o7-sheet.en", "sheet.en.pdf", new byte[] {2}), ALL, GO);
    assertInstanceOf(Result.Failed.class, again);
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(spool.resolve("a-1-o7-sheet.en.pdf")));
  }

  @Test
  void whatIsStoppedWritesNothing() throws IOException {
    Recipient person = new Recipient("p1", "+61400000001", "en");
    assertEquals(
        new Result.Stopped(), new PrintSpool(spool).deliver(order("o", "x", alert()), ALL, STOP));
    assertEquals(
        new Result.Stopped(), new SmsSpool(spool).deliver(order("o", "x", alert()), person, STOP));
    assertEquals(
        new Result.Stopped(), new CapSpool(spool).deliver(order("o", "x", alert()), ALL, STOP));
    assertEquals(List.of(), names());
  }

  @Test
  void anSmsIsOneFileForEachPerson() throws IOException {
    SmsSpool sms = new SmsSpool(spool);
    byte[] text = "1/2 Flood.\n2/2 Leave now.\n".getBytes(StandardCharsets.UTF_8);
    Order order = order("o7-sms.en", "sms.en.txt", text);
    for (String id : List.of("p1", "p2")) {
      Recipient person = new Recipient(id, "+6140000000" + id.charAt(1), "en");
      assertEquals(new Result.Sent(), sms.deliver(order, person, GO));
      assertEquals(Evidence.DONE, sms.wasDone(order, person));
    }
    assertEquals(List.of("a-1-o7-sms.en-p1.txt", "a-1-o7-sms.en-p2.txt"), names());
    assertEquals(
        "To: +61400000002\n\n1/2 Flood.\n2/2 Leave now.\n",
        Files.readString(spool.resolve("a-1-o7-sms.en-p2.txt")));
    assertEquals(Evidence.NOT_DONE, sms.wasDone(order, new Recipient("p3", "+61400000003", "en")));
  }

  @Test
  void aNumberThatIsNoneIsRefusedWithoutNamingIt() throws IOException {
    SmsSpool sms = new SmsSpool(spool);
    Order order = order("o7-sms.en", "sms.en.txt", new byte[] {'x'});
    for (String address : new String[] {null, "", "0400", "+61400000001\nTo: +61400000002"}) {
      assertEquals(
          new Result.Failed("no telephone number", false),
          sms.deliver(order, new Recipient("p1", address, "en"), GO));
    }
    assertEquals(List.of(), names());
  }

  @Test
  void anIdThatWouldLeaveTheFolderIsRefused() throws IOException {
    Order order = order("../../x", "sheet.en.pdf", new byte[] {1});
    Recipient person = new Recipient("../p", "+61400000001", "en");
    assertInstanceOf(Result.Failed.class, new PrintSpool(spool).deliver(order, ALL, GO));
    assertInstanceOf(Result.Failed.class, new SmsSpool(spool).deliver(order, person, GO));
    assertInstanceOf(Result.Failed.class, new CapSpool(spool).deliver(order, ALL, GO));
    assertEquals(List.of(), names());
  }

  @Test
  void capIsAFileForTheAlertAndOneForEachCancel() throws IOException {
    CapSpool cap = new CapSpool(spool);
    Order alert = order("o1-cap", "cap.xml", alert());
    Order cancel = order("o2-withdrawn.cap", "withdrawn.cap.xml", cancel());
    assertEquals(Evidence.NOT_DONE, cap.wasDone(cancel, ALL));
    assertEquals(new Result.Sent(), cap.deliver(alert, ALL, GO));
    assertEquals(new Result.Sent(), cap.deliver(cancel, ALL, GO));
    assertEquals(Evidence.DONE, cap.wasDone(cancel, ALL));
    assertEquals(List.of("a-1-o1-cap.xml", "a-1-o2-withdrawn.cap.xml"), names());
    assertArrayEquals(cancel(), Files.readAllBytes(spool.resolve(names().getLast())));
  }

  @Test
  void whatIsNoCapMessageIsNotKept() throws IOException {
    byte[] other = "<alert/>".getBytes(StandardCharsets.UTF_8);
    assertInstanceOf(
        Result.Failed.class,
        new CapSpool(spool).deliver(order("o1-cap", "cap.xml", other), ALL, GO));
    assertEquals(List.of(), names());
  }

  private static byte[] alert() {
    return cap(Samples.live("en"), Wording.ALERT);
  }

  private static byte[] cancel() {
    return cap(Samples.cancel("en"), Wording.WITHDRAWN);
  }

  private static byte[] cap(RenderInput input, Wording wording) {
    return new CapRenderer(PhraseBank.shipped())
        .render(input, wording, "en")
        .artefacts()
        .getFirst()
        .bytes();
  }

  private static Order order(String id, String artefact, byte[] bytes) {
    return new Order(
        id,
        "a-1",
        Realm.LIVE,
        "hub-1",
        1,
        "print",
        false,
        artefact,
        "application/pdf",
        "en",
        bytes,
        1,
        Samples.AT,
        Samples.AT.plusSeconds(3600),
        null,
        null,
        List.of(),
        List.of(),
        Samples.AT);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(spool)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
