package org.currawong.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportVerbTest {
  @TempDir Path folder;
  private FakeHub hub;

  @BeforeEach
  void startHub() throws IOException {
    hub = new FakeHub();
  }

  @AfterEach
  void stopHub() {
    hub.close();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("messages.csv"), text);
  }

  private String[] importing(Path file, String... more) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of("report", "--file", file.toString(), "--url", hub.url()),
            java.util.stream.Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void oneReportIsHandedInAndItsReceiptPrinted() {
    Recorder recorder = new Recorder();
    assertEquals(
        Exit.DONE,
        recorder.run(
            "report", "Nước dâng ở cầu", "--lang", "vi", "--place", "Mill Rd", "--url", hub.url()),
        recorder::err);
    assertEquals(
        Json.tree("{\"text\":\"Nước dâng ở cầu\",\"lang\":\"vi\",\"place\":\"Mill Rd\"}"),
        hub.kept().getFirst().body());
    assertTrue(recorder.out().contains("receipt c0ffee"), recorder.out());
    assertFalse(hub.kept().getFirst().signedIn());
  }

  @Test
  void theHubIsFoundByItsDataFolder() throws IOException {
    HubAddress.write(folder, URI.create(hub.url()));
    Recorder recorder = new Recorder();
    assertEquals(
        Exit.DONE,
        recorder.run("report", "x", "--data", folder.toString(), "--json"),
        recorder::err);
    assertEquals("c0ffee", Json.tree(recorder.out()).path("receipt").asText());
    Recorder nowhere = new Recorder();
    assertEquals(
        Exit.FAILED, nowhere.run("report", "x", "--data", folder.resolve("none").toString()));
    assertTrue(nowhere.err().contains("no running hub"), nowhere.err());
  }

  @Test
  void aRefusalIsOneLineWithTheHubsReason() {
    Recorder recorder = new Recorder();
    assertEquals(Exit.FAILED, recorder.run("report", "refuse me", "--url", hub.url()));
    assertEquals("currawong: not handed in: 422 not a report", recorder.err().strip());
  }

  @Test
  void aReportWhoseAnswerWasLostIsNotKeptTwice() {
    hub.dropTheNextAnswer();
    assertEquals(Exit.DONE, new Recorder().run("report", "x", "--url", hub.url()));
    assertEquals(1, hub.kept().size());
    assertEquals(2, hub.arrivals().size());
  }

  @Test
  void everyRowOfAFileIsHandedInOnceHoweverOftenItIsRun() throws IOException {
    String rows =
        IntStream.range(0, 300)
            .mapToObj(i -> i + ",\"water, row " + i % 100 + "\"\n")
            .collect(Collectors.joining());
    Path file = file("id,message\n" + rows);
    for (int run = 0; run < 2; run++) {
      Recorder recorder = new Recorder();
      assertEquals(
          Exit.DONE, recorder.run(importing(file, "--columns", "text=message")), recorder::err);
      assertEquals("300 rows: 300 received, 0 refused", recorder.out().strip());
      assertEquals("", recorder.err(), "no progress bar where nobody watches");
      assertEquals(300, hub.kept().size(), "the same words in two rows are two reports");
    }
  }

  @Test
  void theSameWordsInAnotherFileAreOtherReports() throws IOException {
    new Recorder().run(importing(file("text\nwater rising\n")));
    new Recorder().run(importing(file("text\nwater rising\nsecond row\n")));
    assertEquals(3, hub.kept().size());
  }

  @Test
  void aBusyHubIsGivenTheRestItAsksFor() throws IOException {
    hub.beBusy(1);
    long start = System.nanoTime();
    assertEquals(Exit.DONE, new Recorder().run(importing(file("text\na\n"))));
    assertEquals(1, hub.kept().size());
    assertTrue(
        hub.arrivals().get(1) - hub.arrivals().get(0) >= 1_000_000_000L, "asked again too soon");
    assertTrue(System.nanoTime() - start < 20_000_000_000L);
  }

  @Test
  void noAnswerIsAskedAgain() throws IOException {
    hub.beSilent(1);
    hub.beBroken(1);
    Recorder recorder = new Recorder();
    assertEquals(Exit.DONE, recorder.run(importing(file("text\na\nb\n"))), recorder::err);
    assertEquals(2, hub.kept().size());
  }

  @Test
  void refusedRowsAreNamedAndTheRestGoesIn() throws IOException {
    Path file = file("text\ngood\nrefuse me\n\"  \",\nlast\n");
    Recorder recorder = new Recorder();
    assertEquals(Exit.FAILED, recorder.run(importing(file)));
    assertEquals("4 rows: 2 received, 2 refused", recorder.out().strip());
    assertEquals(
        List.of("row 2 (line 3): 422 not a report", "row 3 (line 4): no text"),
        recorder.err().lines().toList());
    Recorder json = new Recorder();
    json.run(importing(file, "--json"));
    assertEquals(3, Json.tree(json.out()).path("refusals").path(0).path("line").asInt());
  }

  @Test
  void aSignedInImportCarriesSessionAndTokenAndTheCallersName() throws IOException {
    Path file = file("text,from,at\nhelp,Bob,2026-11-23T16:10:00+11:00\n");
    Recorder recorder = new Recorder(FakeHub.PASSWORD + "\n", false, Map.of());
    assertEquals(
        Exit.DONE,
        recorder.run(importing(file, "--user", "ann", "--password-stdin")),
        recorder::err);
    FakeHub.Kept kept = hub.kept().getFirst();
    assertTrue(kept.signedIn());
    assertEquals(
        Json.tree("{\"text\":\"help\",\"caller\":\"Bob\",\"at\":\"2026-11-23T16:10+11:00\"}"),
        kept.body());
  }

  @Test
  void aSessionThatEndsIsOpenedAgain() throws IOException {
    hub.endSessionAfter(50);
    String rows =
        IntStream.range(0, 100).mapToObj(i -> "row " + i + "\n").collect(Collectors.joining());
    Recorder recorder = new Recorder(FakeHub.PASSWORD + "\n", false, Map.of());
    assertEquals(
        Exit.DONE,
        recorder.run(importing(file("text\n" + rows), "--user", "ann", "--password-stdin")),
        recorder::err);
    assertEquals(100, hub.kept().size());
    assertTrue(hub.sessions() >= 2);
  }

  @Test
  void columnsThatNeedASignInAreRefusedWithoutOne() throws IOException {
    Recorder recorder = new Recorder();
    assertEquals(Exit.USAGE, recorder.run(importing(file("text,from\nhelp,Bob\n"))));
    assertTrue(recorder.err().contains("\"from\" needs a sign-in"), recorder.err());
    assertEquals(List.of(), hub.kept());
  }

  @Test
  void aWrongPasswordHandsNothingIn() throws IOException {
    Recorder recorder = new Recorder("guess\n", false, Map.of());
    assertEquals(
        Exit.FAILED,
        recorder.run(importing(file("text\nx\n"), "--user", "ann", "--password-stdin")));
    assertTrue(recorder.err().contains("sign-in of ann refused"), recorder.err());
    assertEquals(List.of(), hub.kept());
  }

  @Test
  void aPasswordNeverLeavesThisMachineInTheClear() throws IOException {
    Recorder recorder = new Recorder("x\n", false, Map.of());
    assertEquals(
        Exit.USAGE,
        recorder.run(
            "report",
            "x",
            "--url",
            "http://hub.example:8480",
            "--user",
            "ann",
            "--password-stdin"));
    assertTrue(recorder.err().contains("https only"), recorder.err());
  }

  @Test
  void aBrokenFileHandsNothingIn() throws IOException {
    Recorder recorder = new Recorder();
    assertEquals(Exit.FAILED, recorder.run(importing(file("text\nfirst\n\"never closed\n"))));
    assertTrue(recorder.err().contains("line 3: a quote is opened"), recorder.err());
    assertEquals(List.of(), hub.kept());
    Recorder missing = new Recorder();
    assertEquals(Exit.FAILED, missing.run(importing(folder.resolve("none.csv"))));
    assertTrue(missing.err().contains("no such file"), missing.err());
  }

  @Test
  void progressIsDrawnWhereSomebodyWatches() throws IOException {
    Recorder recorder = new Recorder("", true, Map.of());
    assertEquals(Exit.DONE, recorder.run(importing(file("text\na\nb\n"))));
    assertTrue(recorder.err().contains("] 2/2"), recorder.err());
  }
}
