package org.currawong.incidentlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.currawong.incidentlog.disk.Disk;
import org.currawong.incidentlog.disk.DiskFile;

/**
 * What opening found: where to go on writing.
 *
 * @param current the last segment, open; {@code null} in an empty log
 * @param length its length in bytes, all of it verified and forced
 * @param torn tails in {@code log/torn/} of which no fact speaks yet; changes as they are told
 */
record LogOpening(
    Disk disk,
    Path folder,
    String hub,
    Head head,
    DiskFile current,
    long length,
    List<TornTail> torn) {

  /** Rewriting starts at a page of the file system, so that whole pages are written. */
  private static final long PAGE_BYTES = 4096;

  static LogOpening of(Disk disk, Path folder, String newHub, long checkpointed)
      throws IOException {
    SegmentHeader.requireHub(newHub);
    disk.makeFolder(folder);
    LogSource source = LogSource.of(disk, folder);
    ChainScan scan = new ChainScan(source, (n, head, b, from, to) -> {}).run();
    refuseUnsound(scan, checkpointed);
    if (scan.tail().isPresent()) {
      cut(disk, folder, scan.tail().get());
    }
    String hub = scan.hub() == null ? newHub : scan.hub();
    Head head = Head.of(scan.last(), scan.head());
    DiskFile current = null;
    long length = 0;
    List<String> left = source.names().stream().filter(SegmentHeader::isSegment).toList();
    if (!left.isEmpty()) {
      Path file = folder.resolve(left.getLast());
      length = disk.size(file);
      current = disk.open(file);
      forceEnd(disk, file, current, length);
    }
    disk.forceFolder(folder);
    return new LogOpening(disk, folder, hub, head, current, length, pending(disk, folder));
  }

  private static void refuseUnsound(ChainScan scan, long checkpointed) throws LogDamaged {
    if (scan.fault().isPresent()) {
      throw new LogDamaged(scan.fault().get());
    }
    if (scan.last() < checkpointed) {
      throw new LogDamaged(Verifier.fewer(scan, checkpointed));
    }
    if (scan.withheld() > 0) {
      throw new LogDamaged(
          new Fault(Fault.Kind.HASH, scan.segment(), scan.line(), "lines are withheld: an export"));
    }
  }

  private static void cut(Disk disk, Path folder, ChainScan.Tail tail) throws IOException {
    Path segment = folder.resolve(tail.segment());
    if (tail.length() > 0) {
      Path away = folder.resolve(TornTail.FOLDER);
      disk.makeFolder(away);
      disk.replace(
          away.resolve(TornTail.of(tail).pendingName()),
          part(disk, segment, tail.offset(), tail.length()));
    }
    if (tail.offset() == 0) {
      disk.delete(segment);
      return;
    }
    try (DiskFile file = disk.open(segment)) {
      file.truncate(tail.offset());
      file.force();
    }
  }

  /**
   * Lines that a killed process wrote may still be in memory alone, and after a failed force the
   * system may take them for written: so the end is written once more and forced before anybody
   * acts on it.
   */
  private static void forceEnd(Disk disk, Path file, DiskFile open, long length)
      throws IOException {
    long from = Math.max(0, length - LogLimits.BATCH_BYTES) / PAGE_BYTES * PAGE_BYTES;
    open.write(ByteBuffer.wrap(part(disk, file, from, length - from)), from);
    open.force();
  }

  private static byte[] part(Disk disk, Path file, long offset, long length) throws IOException {
    try (InputStream in = disk.read(file)) {
      in.skipNBytes(offset);
      return in.readNBytes(Math.toIntExact(length));
    }
  }

  private static List<TornTail> pending(Disk disk, Path folder) throws IOException {
    Path away = folder.resolve(TornTail.FOLDER);
    List<TornTail> torn = new ArrayList<>();
    for (String name : disk.list(away)) {
      if (TornTail.isPending(name)) {
        torn.add(TornTail.pending(name, disk.size(away.resolve(name))));
      }
    }
    return torn;
  }
}
