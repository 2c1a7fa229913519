package org.currawong.incidentlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.currawong.incidentlog.disk.Disk;
import org.currawong.incidentlog.disk.DiskFile;

/**
 * The append-only chained file (HOUSE.md, section 4). One thread appends; any may read what is
 * forced. What {@link #append(LogBatch)} has returned for is on the medium.
 */
public final class SegmentedLog implements Closeable {

  private final Disk disk;
  private final Path folder;
  private final String hub;
  private final long segmentBytes;
  private final List<TornTail> torn;
  private DiskFile current; // null until there is a segment
  private long length; // of the current segment: what is forced
  private volatile boolean failed;
  private volatile Head head;

  /** What {@link LogOpening} found; the tail is already cut and the end forced. */
  SegmentedLog(LogOpening opened, long segmentBytes) {
    this.disk = opened.disk();
    this.folder = opened.folder();
    this.hub = opened.hub();
    this.segmentBytes = segmentBytes;
    this.head = opened.head();
    this.current = opened.current();
    this.length = opened.length();
    this.torn = opened.torn();
  }

  /**
   * Opens the log, checking every line; makes the folder where there is none.
   *
   * @param hub id for a new log; an old one keeps its own
   * @param checkpointed how many entries the last checkpoint counts: the log may hold no fewer
   * @throws LogDamaged if anything but a tail that a power cut may leave does not verify
   */
  public static SegmentedLog open(Disk disk, Path folder, String hub, long checkpointed)
      throws IOException {
    return open(disk, folder, hub, checkpointed, LogLimits.SEGMENT_BYTES);
  }

  static SegmentedLog open(Disk disk, Path folder, String hub, long checkpointed, long segmentBytes)
      throws IOException {
    return new SegmentedLog(LogOpening.of(disk, folder, hub, checkpointed), segmentBytes);
  }

  public String hub() {
    return hub;
  }

  /** The last forced entry; for any thread. */
  public Head head() {
    return head;
  }

  /** True once a force has failed: nothing more is written until the log is opened anew. */
  public boolean failed() {
    return failed;
  }

  /** Tails moved to {@code log/torn/} of which no fact speaks yet. */
  public List<TornTail> torn() {
    return List.copyOf(torn);
  }

  /** The fact about this tail is forced: it is not reported again. */
  public void told(TornTail tail) throws IOException {
    Path folderOfTorn = folder.resolve(TornTail.FOLDER);
    disk.rename(folderOfTorn.resolve(tail.pendingName()), folderOfTorn.resolve(tail.file()));
    disk.forceFolder(folderOfTorn);
    torn.remove(tail);
  }

  /** A new batch behind the last forced entry. */
  public LogBatch batch() {
    return new LogBatch(head);
  }

  /**
   * Writes a batch with one write and one force.
   *
   * @throws IOException nothing was taken; if {@link #failed()} the log takes nothing more
   * @throws IllegalArgumentException if other entries were written since the batch was begun
   */
  public void append(LogBatch batch) throws IOException {
    if (failed) {
      throw new IOException("the log stopped after a failed write and must be opened anew");
    }
    if (!batch.start().equals(head)) {
      throw new IllegalArgumentException("the batch does not follow entry " + head.n());
    }
    if (batch.size() == 0) {
      return;
    }
    if (current == null || length + batch.length() > segmentBytes) {
      roll(batch);
    } else {
      write(batch);
    }
    head = batch.end();
  }

  private void write(LogBatch batch) throws IOException {
    try {
      current.write(batch.lines(), length);
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
    force(current);
    length += batch.length();
  }

  /** Nothing of a write that failed (a full disk) may stay behind the forced end. */
  private void takeBack(IOException cause) {
    try {
      current.truncate(length);
    } catch (IOException e) {
      failed = true;
      cause.addSuppressed(e);
    }
  }

  private void force(DiskFile file) throws IOException {
    try {
      file.force();
    } catch (IOException e) {
      failed = true; // what is on the medium can't be known any more: never force again
      throw e;
    }
  }

  /** Begins a new segment with the batch; the folder is forced before anybody is answered. */
  private void roll(LogBatch batch) throws IOException {
    long first = head.n() + 1;
    byte[] header = new SegmentHeader(hub, first, head.hashBytes()).line();
    Path file = folder.resolve(SegmentHeader.fileName(first));
    DiskFile next = disk.open(file);
    try {
      next.truncate(0);
      next.write(ByteBuffer.wrap(header), 0);
      next.write(batch.lines(), header.length);
    } catch (IOException e) {
      discard(next, file, e);
      throw e;
    }
    force(next);
    try {
      disk.forceFolder(folder);
    } catch (IOException e) {
      failed = true;
      throw e;
    }
    if (current != null) {
      current.close();
    }
    current = next;
    length = (long) header.length + batch.length();
  }

  private void discard(DiskFile next, Path file, IOException cause) {
    try {
      next.close();
      disk.delete(file);
    } catch (IOException e) {
      failed = true;
      cause.addSuppressed(e);
    }
  }

  /**
   * Hands out forced entries in order from {@code from} on, as they stand on disk.
   *
   * @return the last one handed out, or {@code from − 1} for none
   */
  public long read(long from, EntryVisitor visitor) throws IOException {
    return new LogReading(disk, folder).read(from, head.n(), visitor);
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
    }
  }
}
