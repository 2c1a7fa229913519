package org.currawong.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The forces that a release can't do without: log, ledger, file, folder. */
final class FourForces implements AutoCloseable {

  /** A line of the log and one of a ledger. */
  private static final int LINE_BYTES = 900;

  private final Path folder;
  private final FileChannel log;
  private final FileChannel ledger;
  private final byte[] recording;
  private int number;

  /**
   * @param bytes of a recording
   */
  FourForces(Path folder, int bytes) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.log = create(folder.resolve("log"));
    this.ledger = create(folder.resolve("ledger"));
    this.recording = new byte[bytes];
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Does it once; the nanoseconds of the forces alone. */
  long nanos() throws IOException {
    long nanos = forced(log, LINE_BYTES) + forced(ledger, LINE_BYTES);
    Path unfinished = folder.resolve("unfinished");
    try (FileChannel file = create(unfinished)) {
      nanos += forced(file, recording.length);
    }
    Files.move(unfinished, folder.resolve("wav-" + number++), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      return nanos + forced(directory, 0);
    }
  }

  private long forced(FileChannel file, int bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(recording, 0, bytes);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    long start = System.nanoTime();
    file.force(true);
    return System.nanoTime() - start;
  }

  @Override
  public void close() throws IOException {
    log.close();
    ledger.close();
  }
}
