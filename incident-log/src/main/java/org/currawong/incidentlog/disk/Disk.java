package org.currawong.incidentlog.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The file operations that matter for "on disk before anybody is told".
 *
 * <p>Nothing is durable before it is forced: bytes by {@link DiskFile#force()}, a file's name
 * (made, renamed or removed) by {@link #forceFolder(Path)} of the folder that holds it. The real
 * one is {@link RealDisk}; tests put one in memory under the same code and pull its plug.
 */
public interface Disk {

  /** Opens for reading and writing, making an empty file (0600) where there is none. */
  DiskFile open(Path file) throws IOException;

  /** Opens for reading from the start; {@link java.nio.file.NoSuchFileException} if absent. */
  InputStream read(Path file) throws IOException;

  /** Length in bytes; {@link java.nio.file.NoSuchFileException} if absent. */
  long size(Path file) throws IOException;

  boolean exists(Path file);

  /** Names (not paths) in a folder, sorted; none where the folder is absent. */
  List<String> list(Path folder) throws IOException;

  /** Makes a folder (0700) and its parents, each forced into the one above it. */
  void makeFolder(Path folder) throws IOException;

  /** Renames in one step, replacing the target. */
  void rename(Path from, Path to) throws IOException;

  /** Deletes a file; nothing happens where there is none. */
  void delete(Path file) throws IOException;

  /** Makes the names in a folder durable. */
  void forceFolder(Path folder) throws IOException;

  /** Bytes that this process may still write on the volume of {@code folder}. */
  long free(Path folder) throws IOException;

  /** The whole of a small file. */
  default byte[] readAll(Path file) throws IOException {
    try (InputStream in = read(file)) {
      return in.readAllBytes();
    }
  }

  /**
   * Writes a whole file so that after a crash there is either the old one or the new one: temporary
   * name, force, rename, force the folder.
   */
  default void replace(Path file, byte[] bytes) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    delete(temporary);
    try (DiskFile out = open(temporary)) {
      out.write(ByteBuffer.wrap(bytes), 0);
      out.force();
    }
    rename(temporary, file);
    forceFolder(file.getParent());
  }
}
