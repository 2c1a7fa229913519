package org.currawong.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A folder of files that are written once, whole, and never again: under a temporary name, forced,
 * renamed, the folder forced. A file that is there under its own name is therefore complete. Files
 * are 0600, the folder 0700.
 */
public final class SpoolFolder {

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Set<StandardOpenOption> NEW_FILE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /** Ids and endings that make a file's name: nothing that could leave the folder or hide. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private static final String UNFINISHED = ".unfinished";

  private final Path folder;

  /**
   * @param folder made with its parents at the first write, if absent
   */
  public SpoolFolder(Path folder) {
    this.folder = folder;
  }

  /** Where a file of this name is or would be; {@code null} where it can't be a name. */
  public Path path(String name) {
    return NAME.matcher(name).matches() && !name.endsWith(UNFINISHED) ? folder.resolve(name) : null;
  }

  /** Whether the file is there, and so complete. */
  public boolean holds(String name) {
    Path file = path(name);
    return file != null && Files.isRegularFile(file);
  }

  /** Whether the file is there and holds exactly these bytes. */
  public boolean holds(String name, byte[] bytes) throws IOException {
    return holds(name) && Arrays.equals(Files.readAllBytes(path(name)), bytes);
  }

  /**
   * Writes a file; on return it will survive a loss of power. The same bytes under the same name
   * again do nothing.
   *
   * @throws FileAlreadyExistsException where the name holds other bytes: they stay
   * @throws IOException where the disk refuses; then nothing is there under the name
   * @throws IllegalArgumentException where it can't be a name
   */
  public void write(String name, byte[] bytes) throws IOException {
    Path file = path(name);
    if (file == null) {
      throw new IllegalArgumentException("not a name for a file: letters, digits, . _ - only");
    }
    if (Files.exists(file)) {
      same(file, bytes);
      return;
    }
    make(folder.toAbsolutePath());
    Path unfinished = folder.resolve(name + UNFINISHED);
    Files.deleteIfExists(unfinished);
    try (FileChannel out = FileChannel.open(unfinished, NEW_FILE, PRIVATE_FILE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  /**
   * Settles an order by one file, as ways out do whose peer takes files.
   *
   * @throws IOException as {@link #write} does, but for other bytes under the name: that has failed
   */
  public WayOut.Result deliver(String name, byte[] bytes, WayOut.StopSign stop) throws IOException {
    if (stop.stopped()) {
      return new WayOut.Result.Stopped();
    }
    if (path(name) == null) {
      return new WayOut.Result.Failed("the order's id can't name a file", false);
    }
    try {
      write(name, bytes);
      return new WayOut.Result.Sent();
    } catch (FileAlreadyExistsException e) {
      return new WayOut.Result.Failed("another file has the order's name", false);
    }
  }

  /** Makes a folder whose own name also survives a loss of power. */
  private static void make(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      make(wanted.getParent());
      Files.createDirectories(wanted, PRIVATE_FOLDER);
      force(wanted.getParent());
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static void same(Path file, byte[] bytes) throws IOException {
    if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
      throw new FileAlreadyExistsException(
          file.getFileName().toString(), null, "holds other bytes and is never rewritten");
    }
  }
}
