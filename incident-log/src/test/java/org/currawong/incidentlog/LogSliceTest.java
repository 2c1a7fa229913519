package org.currawong.incidentlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.currawong.incidentlog.disk.SimulatedDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSliceTest {

  @TempDir Path folder;
  private SimulatedDisk disk;
  private HubLife life;
  private List<Checkpoint> notes;

  @BeforeEach
  void oneNight() throws IOException {
    disk = new SimulatedDisk();
    life = new HubLife(disk, new HubLife.Told());
    life.work("a");
    byte[] file = disk.readAll(HubLife.LOG.resolve(LogSlice.CHECKPOINTS));
    notes =
        CheckpointFile.parse(file).notes().stream().map(CheckpointFile.Note::checkpoint).toList();
  }

  private MemoryLog bundle(long from, long to, LogSlice.Disclosure disclosure) throws IOException {
    LogSlice slice = new LogSlice(life.log, notes, from, to);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    slice.lines(lines, disclosure);
    MemoryLog bundle = new MemoryLog();
    bundle.files.put(LogSlice.LINES, lines.toByteArray());
    bundle.files.put(LogSlice.CHECKPOINTS, slice.checkpoints());
    bundle.files.put(LogSlice.PUBLIC_KEYS, disk.readAll(HubLife.LOG.resolve(LogSlice.PUBLIC_KEYS)));
    return bundle;
  }

  @Test
  void aSliceRunsOnToTheCheckpointThatCoversIt() throws IOException {
    long covered = notes.getFirst().count();
    MemoryLog bundle = bundle(3, covered - 2, (n, json) -> n != 4);
    Verdict verdict = Verifier.verify(bundle, Anchors.NONE);
    assertTrue(verdict.sound(), verdict::text);
    assertEquals(3, verdict.first());
    assertEquals(covered, verdict.last());
    assertEquals(3, verdict.withheld(), "entry 4 and the two behind the slice");
    assertEquals(1, verdict.checkpoints());
    assertEquals(notes.getFirst().head(), verdict.head());
    String text = bundle.text(LogSlice.LINES);
    assertTrue(text.contains("\n~ 4 "), text);
  }

  @Test
  void everyFlippedBitOfASliceIsFound() throws IOException {
    MemoryLog bundle = bundle(1, notes.getFirst().count(), (n, json) -> n % 2 == 1);
    assertTrue(Verifier.verify(bundle, Anchors.NONE).sound());
    for (String name : bundle.files.keySet()) {
      for (int bit = 3; bit < bundle.files.get(name).length * 8; bit += 41) {
        Verdict verdict = Verifier.verify(bundle.flipped(name, bit), Anchors.NONE);
        assertTrue(!verdict.sound(), name + " bit " + bit);
      }
    }
  }

  @Test
  void bothVerifiersTakeABundleAsAZipFile() throws Exception {
    MemoryLog bundle = bundle(2, notes.getFirst().count(), (n, json) -> n != 5);
    Path zip = folder.resolve("bundle.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : bundle.files.keySet()) {
        out.putNextEntry(new ZipEntry("log/" + name));
        out.write(bundle.files.get(name));
      }
    }
    Verdict verdict = Verifier.verify(zip, Anchors.NONE);
    assertTrue(verdict.sound(), verdict::text);
    Path script = folder.resolve("verify.py");
    Files.write(script, VerifyScript.bytes());
    Process process =
        new ProcessBuilder("python3", "-B", "-I", script.toString(), zip.toString()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertEquals(verdict.text(), said);
  }

  @Test
  void aSliceOutsideTheLogIsRefused() {
    long last = life.log.head().n();
    assertThrows(IllegalArgumentException.class, () -> slice(0, 3));
    assertThrows(IllegalArgumentException.class, () -> slice(4, 3));
    assertThrows(IllegalArgumentException.class, () -> slice(1, last + 1));
  }

  private void slice(long from, long to) throws IOException {
    new LogSlice(life.log, notes, from, to).lines(OutputStream.nullOutputStream(), (n, j) -> true);
  }
}
