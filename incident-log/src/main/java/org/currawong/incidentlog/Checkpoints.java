package org.currawong.incidentlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.currawong.incidentlog.disk.Disk;
import org.currawong.incidentlog.disk.DiskFile;

/** The file {@code DIR/log/checkpoints}: notes one after the other, each forced. */
public final class Checkpoints implements Closeable {

  static final String FILE = "checkpoints";

  private final DiskFile file;
  private long length;
  private Checkpoint latest;
  private boolean failed;

  private Checkpoints(DiskFile file, long length, Checkpoint latest) {
    this.file = file;
    this.length = length;
    this.latest = latest;
  }

  /**
   * Opens the notes of a log, cutting a last one that was never forced.
   *
   * @throws LogDamaged for any other note that has not the form
   */
  public static Checkpoints open(Disk disk, Path logFolder) throws IOException {
    disk.makeFolder(logFolder);
    Path path = logFolder.resolve(FILE);
    CheckpointFile read =
        CheckpointFile.parse(disk.exists(path) ? disk.readAll(path) : new byte[0]);
    if (read.fault().isPresent()) {
      throw new LogDamaged(read.fault().get());
    }
    DiskFile file = disk.open(path);
    file.truncate(read.wholeBytes());
    file.force();
    disk.forceFolder(logFolder);
    Checkpoint last = read.notes().isEmpty() ? null : read.notes().getLast().checkpoint();
    return new Checkpoints(file, read.wholeBytes(), last);
  }

  public Optional<Checkpoint> latest() {
    return Optional.ofNullable(latest);
  }

  /** How many entries the latest counts; 0 without any. */
  public long count() {
    return latest == null ? 0 : latest.count();
  }

  /**
   * Appends a note and forces it.
   *
   * @throws IOException then the note does not stand; after a failed force none is taken any more
   */
  public void append(Checkpoint checkpoint) throws IOException {
    if (failed) {
      throw new IOException("the checkpoints stopped after a failed write");
    }
    byte[] note = checkpoint.text().getBytes(StandardCharsets.UTF_8);
    failed = true; // until it is known what stands
    try {
      file.write(ByteBuffer.wrap(note), length);
    } catch (IOException e) {
      file.truncate(length); // a full disk: nothing of it may stay
      failed = false;
      throw e;
    }
    file.force();
    failed = false;
    length += note.length;
    latest = checkpoint;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
