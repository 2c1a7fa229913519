package org.currawong.incidentlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.currawong.domain.text.CheckWords;
import org.junit.jupiter.api.Test;

class VerifierTest {

  private static final int FLIPS = 10_000;

  @Test
  void eachBrokenLogIsJudgedAsItIsBroken() throws IOException {
    BrokenLogs.all()
        .forEach(
            (name, c) -> {
              Verdict verdict = verify(c.log(), Anchors.NONE);
              Fault.Kind found = verdict.sound() ? null : verdict.faults().getFirst().kind();
              assertEquals(c.fault(), found, () -> name + "\n" + verdict.text());
              assertEquals(c.torn(), verdict.tornTail().isPresent(), () -> name + verdict.text());
            });
  }

  private static Verdict verify(MemoryLog log, Anchors anchors) {
    try {
      return Verifier.verify(log, anchors);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyOneOfTenThousandFlippedBitsIsFound() throws IOException {
    MemoryLog night = MemoryLog.ofOneNight();
    byte[] notes = night.files.get("checkpoints");
    MemoryLog good = night.with("checkpoints", Arrays.copyOf(notes, notes.length / 2));
    assertTrue(verify(good, Anchors.NONE).sound());
    List<String> names = List.copyOf(good.files.keySet());
    int bits = good.files.values().stream().mapToInt(b -> b.length * 8).sum();
    Random random = new Random(20261123);
    for (int i = 0; i < FLIPS; i++) {
      int bit = random.nextInt(bits);
      int name = 0;
      while (bit >= good.files.get(names.get(name)).length * 8) {
        bit -= good.files.get(names.get(name++)).length * 8;
      }
      String where = names.get(name) + " bit " + bit;
      Verdict verdict = verify(good.flipped(names.get(name), bit), Anchors.NONE);
      assertFalse(verdict.sound(), where);
      assertTrue(verdict.tornTail().isEmpty(), where);
    }
  }

  @Test
  void aFaultNamesSegmentAndLine() throws IOException {
    MemoryLog good = MemoryLog.ofOneNight();
    String segment = good.segments().get(1);
    String[] lines = good.text(segment).split("(?<=\n)");
    int bit = (lines[0].length() + 100) * 8;
    Fault fault = verify(good.flipped(segment, bit), Anchors.NONE).faults().getFirst();
    assertEquals(segment, fault.segment());
    assertEquals(2, fault.line());
  }

  @Test
  void wordsFromASheetCoverAllUpToTheirEntry() throws IOException {
    MemoryLog good = MemoryLog.ofOneNight();
    TreeMap<Long, String> words = new TreeMap<>();
    new ChainScan(good, (n, head, b, from, to) -> words.put(n, CheckWords.english().words(head)))
        .run();
    Verdict all = verify(good, Anchors.NONE);
    assertEquals(all.last(), all.uncovered());
    assertEquals(words.get(all.last()), all.words());
    Verdict anchored = verify(good, new Anchors(start(words.get(5L)), null));
    assertTrue(anchored.sound(), anchored::text);
    assertEquals(all.last() - 5, anchored.uncovered());
    byte[] elsewhere = start(words.get(5L));
    elsewhere[3] ^= 1;
    Verdict wrong = verify(good, new Anchors(elsewhere, null));
    assertEquals(Fault.Kind.ANCHOR, wrong.faults().getFirst().kind());
  }

  private static byte[] start(String words) {
    return ((CheckWords.Words) CheckWords.english().parse(words)).prefix();
  }

  @Test
  void aCheckpointKeptElsewhereFindsALogThatWasCutBack() throws IOException {
    MemoryLog good = MemoryLog.ofOneNight();
    Checkpoint kept =
        CheckpointFile.parse(good.files.get("checkpoints")).notes().getLast().checkpoint();
    Verdict whole = verify(good, new Anchors(null, kept));
    assertTrue(whole.sound(), whole::text);
    assertEquals(kept.count(), whole.anchored());
    MemoryLog cutBack = good.without("checkpoints").without(good.segments().getLast());
    assertTrue(verify(cutBack, Anchors.NONE).sound(), "nothing inside tells");
    Verdict found = verify(cutBack, new Anchors(null, kept));
    assertEquals(Fault.Kind.FEWER, found.faults().getFirst().kind());
  }

  @Test
  void aFolderWithoutALogIsSaidToBeOne() {
    assertThrows(IOException.class, () -> Verifier.verify(new MemoryLog(), Anchors.NONE));
  }
}
