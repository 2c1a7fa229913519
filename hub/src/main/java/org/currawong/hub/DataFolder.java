package org.currawong.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.currawong.domain.Realm;

/**
 * A hub's data folder, held by one process at a time. The lock is the operating system's: it ends
 * with the process, however that ends. Folders are 0700 and files 0600.
 */
public final class DataFolder implements AutoCloseable {
  /** Where a hub keeps its data when nobody says otherwise. */
  public static final Path DEFAULT = Path.of("data");

  private static final int LONGEST_HOLDER_LINE = 200;

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the folder if there is none, and takes its lock.
   *
   * @param realm what the folder is for: live for a real hub, demo for the demonstration; it never
   *     changes
   * @param verb what holds it, for the message to whoever comes second
   * @throws Failure if another process holds it, if it belongs to the other realm, or if it can't
   *     be written
   */
  public static DataFolder open(Path path, Realm realm, String verb) {
    FileChannel channel = null;
    try {
      Path real = makeFolder(path);
      channel =
          FileChannel.open(
              real.resolve("lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              ownerOnly("rw-------"));
      if (lock(channel) == null) {
        throw Failure.failed(
            path
                + " is in use by "
                + holder(channel)
                + ": stop that first, or name another folder");
      }
      keepRealm(real, realm, path);
      write(channel, "currawong " + verb + ", process " + ProcessHandle.current().pid());
      return new DataFolder(real, channel);
    } catch (IOException unusable) {
      close(channel);
      throw Failure.failed(path + " can't be used: " + reason(unusable));
    } catch (Failure refused) {
      close(channel);
      throw refused;
    }
  }

  /** The folder, with symbolic links resolved. */
  public Path path() {
    return path;
  }

  /** A folder in it, made (0700) if there is none. */
  public Path folder(String name) {
    try {
      return makeFolder(path.resolve(name));
    } catch (IOException unusable) {
      throw Failure.failed(path.resolve(name) + " can't be used: " + reason(unusable));
    }
  }

  /** Lets the next process in. */
  @Override
  public void close() {
    try {
      write(channel, "");
    } catch (IOException stillReleased) {
      // the lock goes with the channel; the name in it was for people only
    }
    close(channel);
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(LONGEST_HOLDER_LINE);
    channel.read(line, 0);
    String holder = new String(line.array(), 0, line.position(), StandardCharsets.UTF_8).strip();
    return holder.isEmpty() ? "another process" : "\"" + holder + "\"";
  }

  private static void write(FileChannel channel, String holder) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static void keepRealm(Path folder, Realm realm, Path asTyped) throws IOException {
    Path file = folder.resolve("realm");
    if (!Files.exists(file)) {
      if (Files.isDirectory(folder.resolve("log"))) {
        throw Failure.failed(asTyped + " holds a log but not the file \"realm\": is it complete?");
      }
      Path fresh = folder.resolve("realm.new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, ownerOnly("rw-------"));
      Files.writeString(fresh, realm.word() + "\n", StandardOpenOption.DSYNC);
      Files.move(fresh, file);
      return;
    }
    String found = Files.readString(file).strip();
    if (!found.equals(realm.word())) {
      throw Failure.failed(
          asTyped
              + " belongs to a "
              + found
              + " hub, this is a "
              + realm.word()
              + " one: name another folder with --data");
    }
  }

  private static Path makeFolder(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(path, ownerOnly("rwx------"));
    } catch (FileAlreadyExistsException exists) {
      if (!Files.isDirectory(path)) {
        throw exists;
      }
      if (posix()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    }
    return path.toRealPath();
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return posix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix() {
    return java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException notAFolder -> "it is a file, not a folder";
      case java.nio.file.AccessDeniedException denied -> "permission denied";
      case java.nio.file.NoSuchFileException missing -> missing.getFile() + " is missing";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  private static void close(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException alreadyGone) {
      // nothing was held any more
    }
  }
}
