package org.currawong.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import org.currawong.domain.text.CheckWords;
import org.currawong.incidentlog.Checkpoint;
import org.currawong.incidentlog.HubKeys;
import org.currawong.incidentlog.KeyUse;
import org.currawong.incidentlog.LogBatch;
import org.currawong.incidentlog.SegmentedLog;
import org.currawong.incidentlog.disk.RealDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyVerbTest {
  private static final int ENTRIES = 20;

  @TempDir Path data;
  private String words;
  private Path kept;

  @BeforeEach
  void writeALog() throws IOException {
    RealDisk disk = new RealDisk();
    HubKeys keys =
        HubKeys.open(
            disk,
            data.resolve("keys"),
            data.resolve("log"),
            1,
            EnumSet.of(KeyUse.CHECKPOINT),
            true);
    try (SegmentedLog log = SegmentedLog.open(disk, data.resolve("log"), "gum-creek", 0)) {
      append(
          log,
          "\"type\":\"LogOpened\",\"hub\":\"gum-creek\",\"keys\":[\""
              + keys.publicLines().getFirst()
              + "\"]");
      for (int i = 1; i < ENTRIES; i++) {
        append(log, "\"type\":\"Tick\",\"about\":\"entry " + i + "\"");
      }
      words = CheckWords.english().words(log.head().hashBytes());
      Checkpoint checkpoint =
          Checkpoint.sign(
              "gum-creek",
              1,
              log.head(),
              Instant.EPOCH,
              bytes -> keys.sign(KeyUse.CHECKPOINT, bytes));
      kept = Files.writeString(data.resolve("kept.txt"), checkpoint.text());
    }
  }

  private static void append(SegmentedLog log, String body) throws IOException {
    LogBatch batch = log.batch();
    batch.add(("{\"n\":" + batch.next() + "," + body + "}").getBytes(UTF_8));
    log.append(batch);
  }

  private Recorder verify(int exit, String... more) {
    Recorder recorder = new Recorder();
    String[] all = new String[more.length + 2];
    all[0] = "verify";
    all[1] = data.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    assertEquals(exit, recorder.run(all), () -> recorder.out() + recorder.err());
    return recorder;
  }

  @Test
  void aSoundLogIsSaidToBeSoundWithItsHeadAndWords() {
    String out = verify(Exit.DONE).out();
    assertTrue(out.contains("entries 1 to " + ENTRIES), out);
    assertTrue(out.contains("words " + words), out);
    assertTrue(out.contains("entries that no outside anchor covers: " + ENTRIES), out);
  }

  @Test
  void wordsOrACheckpointFromElsewhereAnchorIt() {
    assertTrue(verify(Exit.DONE, "--against", words).out().contains("anchor covers: 0"));
    assertTrue(
        verify(Exit.DONE, "--checkpoint", kept.toString()).out().contains("anchor covers: 0"));
    String json =
        verify(Exit.DONE, "--json", "--against", words.toUpperCase(java.util.Locale.ROOT)).out();
    assertEquals(0, Json.tree(json).path("uncovered").asInt());
    assertEquals(words, Json.tree(json).path("words").asText());
  }

  @Test
  void otherWordsAreAFault() {
    String other = CheckWords.english().words(new byte[32]);
    assertTrue(verify(Exit.FAILED, "--against", other).out().contains("fault: anchor"));
  }

  @Test
  void mistypedWordsAreNamedWithTheNearest() {
    String wrong = words.replaceFirst("^\\S+", "abandom");
    assertTrue(verify(Exit.USAGE, "--against", wrong).err().contains("did you mean abandon?"));
    assertTrue(
        verify(Exit.USAGE, "--against", "abandon ability").err().contains("takes 8 words, not 2"));
  }

  @Test
  void oneFlippedBitIsFoundWithSegmentAndLine() throws IOException {
    Path segment = data.resolve("log").resolve("0000000000000001.log");
    byte[] bytes = Files.readAllBytes(segment);
    int at = new String(bytes, UTF_8).indexOf("entry 9");
    bytes[at] ^= 1;
    Files.write(segment, bytes);
    String out = verify(Exit.FAILED).out();
    assertTrue(out.contains("fault: hash: 0000000000000001.log line 11:"), out);
  }

  @Test
  void whatIsNoLogIsNamed() throws IOException {
    Recorder missing = new Recorder();
    assertEquals(Exit.FAILED, missing.run("verify", data.resolve("none").toString()));
    assertEquals(1, missing.err().lines().count(), missing.err());
    Recorder empty = new Recorder();
    Path folder = Files.createDirectory(data.resolve("empty"));
    assertEquals(Exit.FAILED, empty.run("verify", folder.toString()));
    assertTrue(empty.err().contains("there is no log here"), empty.err());
    Recorder noNote = new Recorder();
    assertEquals(
        Exit.FAILED, noNote.run("verify", data.toString(), "--checkpoint", folder.toString()));
    assertEquals(1, noNote.err().lines().count(), noNote.err());
  }
}
