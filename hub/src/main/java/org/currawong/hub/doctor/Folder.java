package org.currawong.hub.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The data folder: whose it is, who holds it, how much room there is, and its clock. */
final class Folder {

  private static final String FOLDER = "data folder";
  private static final long MB = 1L << 20;

  /** The log's own reserve and a day of recordings: with less the hub soon takes no reports. */
  static final long LEAST_FREE = 200 * MB;

  /** A month of a busy town. */
  static final long ENOUGH_FREE = 2_048 * MB;

  private static final Set<PosixFilePermission> OWNER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path path;

  Folder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** Whether a hub, or a verb, holds it now. */
  boolean held() {
    Path lock = path.resolve("lock");
    if (!Files.isRegularFile(lock) || !Files.isWritable(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock mine = channel.tryLock()) {
      return mine == null;
    } catch (OverlappingFileLockException heldHere) {
      return true;
    } catch (IOException unknown) {
      return false;
    }
  }

  List<Finding> look(Instant now) {
    if (!Files.exists(path)) {
      return absent();
    }
    List<Finding> all = new ArrayList<>();
    all.add(rights());
    all.add(held() ? Finding.ok("lock", "a hub runs here") : Finding.ok("lock", "free"));
    all.add(room(path));
    all.add(clock(now));
    return all;
  }

  private List<Finding> absent() {
    Path parent = path.getParent();
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    if (parent == null || !Files.isWritable(parent)) {
      return List.of(
          Finding.fail(FOLDER, path + " can't be made", "name one of your own with --data"));
    }
    return List.of(Finding.ok(FOLDER, path + " will be made at the first start"), room(parent));
  }

  private Finding rights() {
    if (!Files.isDirectory(path)) {
      return Finding.fail(FOLDER, path + " is a file", "name a folder with --data");
    }
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      return Finding.fail(
          FOLDER, path + " may not be written by this account", "run the hub as its owner");
    }
    try {
      boolean others = !OWNER.containsAll(Files.getPosixFilePermissions(path));
      return others
          ? Finding.warn(
              FOLDER, path + " is open to other accounts", "chmod 700 it; a start does so too")
          : Finding.ok(FOLDER, path + " is its owner's alone");
    } catch (IOException | UnsupportedOperationException unknown) {
      return Finding.warn(FOLDER, path + ": its rights can't be read", "look by hand");
    }
  }

  private static Finding room(Path where) {
    try {
      return room(Files.getFileStore(where).getUsableSpace());
    } catch (IOException unknown) {
      return Finding.warn("disk", "its room can't be read", "look by hand");
    }
  }

  static Finding room(long free) {
    String says = free / MB + " MB free";
    if (free < LEAST_FREE) {
      return Finding.fail("disk", says, "make room: a full disk takes no reports");
    }
    return free < ENOUGH_FREE
        ? Finding.warn("disk", says, "make room before a long event")
        : Finding.ok("disk", says);
  }

  /** The log is written forward only: a clock behind it is wrong. */
  private Finding clock(Instant now) {
    Instant newest = Instant.EPOCH;
    try (DirectoryStream<Path> segments = Files.newDirectoryStream(path.resolve("log"), "*.log")) {
      for (Path segment : segments) {
        Instant written = Files.getLastModifiedTime(segment).toInstant();
        newest = written.isAfter(newest) ? written : newest;
      }
    } catch (IOException noLogYet) {
      return Finding.ok("log", "none yet");
    }
    return newest.isAfter(now)
        ? Finding.fail(
            "log", "it was written later than the clock says it is now", "set the clock first")
        : Finding.ok("log", "older than the clock, as it must be");
  }
}
