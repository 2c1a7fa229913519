package org.currawong.incidentlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.currawong.incidentlog.disk.DiskFile;
import org.currawong.incidentlog.disk.SimulatedDisk;
import org.junit.jupiter.api.Test;

class SegmentedLogTest {

  private static final Path LOG = Path.of("/data/log");

  private static SegmentedLog open(SimulatedDisk disk, long segmentBytes) throws IOException {
    return SegmentedLog.open(disk, LOG, "gum-creek", 0, segmentBytes);
  }

  private static byte[] json(long n, int length) {
    return ("{\"n\":" + n + ",\"x\":\"" + "x".repeat(length) + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void fill(SegmentedLog log, int entries) throws IOException {
    for (int i = 0; i < entries; i++) {
      LogBatch batch = log.batch();
      batch.add(json(batch.next(), 50));
      log.append(batch);
    }
  }

  @Test
  void segmentsRollAtTheirSizeAndAreReadAsOne() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    SegmentedLog log = open(disk, 1_000);
    fill(log, 40);
    List<String> segments = disk.list(LOG);
    assertTrue(segments.size() > 4, segments.toString());
    for (String segment : segments) {
      assertTrue(disk.size(LOG.resolve(segment)) <= 1_000, segment);
    }
    for (long from = 1; from <= 41; from++) {
      List<Long> read = new ArrayList<>();
      log.read(
          from,
          (n, hash, json) -> {
            read.add(n);
            return read.size() < 7;
          });
      assertEquals(Math.min(7, 41 - from), read.size());
      assertTrue(read.isEmpty() || read.getFirst() == from);
    }
    assertEquals(40, open(disk, 1_000).head().n());
  }

  @Test
  void linesOutOfOrderOrOverTheLimitAreNotTaken() throws IOException {
    SegmentedLog log = open(new SimulatedDisk(), 1_000_000);
    LogBatch batch = log.batch();
    for (byte[] bad :
        List.of(
            json(2, 5),
            "{}".getBytes(StandardCharsets.UTF_8),
            "{\"n\":1,\"x\":\"a\nb\"}".getBytes(StandardCharsets.UTF_8),
            "{\"n\":1,\"x\":\"a\0b\"}".getBytes(StandardCharsets.UTF_8),
            "{\"n\":01}".getBytes(StandardCharsets.UTF_8),
            json(1, LogLimits.LINE_BYTES))) {
      assertThrows(IllegalArgumentException.class, () -> batch.add(bad));
    }
    batch.add(json(1, 5));
    log.append(batch);
    assertThrows(IllegalArgumentException.class, () -> log.append(batch), "twice");
    assertEquals(1, log.head().n());
  }

  @Test
  void aLineOfTheLargestSizeIsWrittenAndVerifies() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    SegmentedLog log = open(disk, LogLimits.SEGMENT_BYTES);
    LogBatch batch = log.batch();
    int rest = LogLimits.LINE_BYTES - LogBatch.lineBytes(json(1, 0));
    batch.add(json(1, rest));
    batch.add(json(2, 3));
    log.append(batch);
    assertEquals(2, open(disk, LogLimits.SEGMENT_BYTES).head().n());
  }

  @Test
  void damageRefusesTheStartAndSaysWhere() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    fill(open(disk, 1_000), 40);
    String second = disk.list(LOG).get(1);
    try (DiskFile file = disk.open(LOG.resolve(second))) {
      file.write(ByteBuffer.wrap(new byte[] {'y'}), 300);
    }
    LogDamaged damaged = assertThrows(LogDamaged.class, () -> open(disk, 1_000));
    assertEquals(second, damaged.fault().segment());
    assertEquals(3, damaged.fault().line(), damaged.getMessage());
  }

  @Test
  void aLogShorterThanItsLastCheckpointIsRefused() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    fill(open(disk, 1_000), 4);
    LogDamaged damaged =
        assertThrows(LogDamaged.class, () -> SegmentedLog.open(disk, LOG, "gum-creek", 5, 1_000));
    assertEquals(Fault.Kind.FEWER, damaged.fault().kind());
  }

  @Test
  void aTailLongerThanABatchIsNotCut() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    fill(open(disk, LogLimits.SEGMENT_BYTES), 2);
    Path segment = LOG.resolve(disk.list(LOG).getFirst());
    try (DiskFile file = disk.open(segment)) {
      file.write(ByteBuffer.allocate(LogLimits.BATCH_BYTES + 1), disk.size(segment));
    }
    assertThrows(LogDamaged.class, () -> open(disk, LogLimits.SEGMENT_BYTES));
  }

  @Test
  void anOldLogKeepsItsHubsId() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    fill(open(disk, 1_000), 2);
    assertEquals("gum-creek", SegmentedLog.open(disk, LOG, "other", 0, 1_000).hub());
    assertThrows(
        IllegalArgumentException.class, () -> SegmentedLog.open(disk, LOG, "No Hub", 0, 1_000));
  }
}
