package org.currawong.channels.gammu;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The folders of gammu-smsd by which texts leave.
 *
 * @param outbox {@code OutboxPath}: what waits
 * @param sent {@code SentSMSPath}: what the modem took
 * @param error {@code ErrorSMSPath}: what it refused
 */
public record GammuFolders(Path outbox, Path sent, Path error) {

  /** The daemon runs under an account of its own, in one group with the hub. */
  private static final Set<PosixFilePermission> GROUP =
      PosixFilePermissions.fromString("rw-rw----");

  /** Names that begin with a dot or a W are nothing to the daemon. */
  private static final String UNFINISHED = ".unfinished-";

  /** Taken back, and certainly never sent. */
  static final String WITHDRAWN = "WITHDRAWN-";

  /** Taken back, perhaps while the modem was sending it. */
  static final String PERHAPS = "WHILE-SENDING-";

  /**
   * A file without words and without a number, after all others in the order of names. The daemon
   * can't send it and moves it to the folder of what failed; that it did so shows that it works.
   */
  private static final String QUESTION = "outz_is-anybody-there.txt";

  /** Our files in a folder, in the order of their names, in which the daemon takes them. */
  static List<OutboxName> ours(Path folder) throws IOException {
    return ours(folder, "");
  }

  private static List<OutboxName> ours(Path folder, String prefix) throws IOException {
    List<OutboxName> names = new ArrayList<>();
    for (String file : names(folder, prefix + "OUT*")) {
      OutboxName.of(file.substring(prefix.length())).ifPresent(names::add);
    }
    return names;
  }

  /** Our files in the outbox that were taken back and carry this mark. */
  List<OutboxName> marked(String mark) throws IOException {
    return ours(outbox, mark);
  }

  private static List<String> names(Path folder, String pattern) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names;
  }

  /**
   * Puts a file into the outbox, whole or not at all; on return it will survive a loss of power.
   *
   * @throws IOException when the disk refuses; then nothing is there under the name
   */
  void put(OutboxName name, byte[] bytes) throws IOException {
    put(name.file(), bytes);
  }

  /** Puts the question for the daemon to take away; nothing of it ever reaches the modem. */
  void ask() throws IOException {
    put(QUESTION, new byte[0]);
  }

  /** The question's name while it waits; empty otherwise. */
  String asked() {
    return Files.exists(outbox.resolve(QUESTION)) ? QUESTION : "";
  }

  private void put(String name, byte[] bytes) throws IOException {
    Path unfinished = outbox.resolve(UNFINISHED + name);
    Files.deleteIfExists(unfinished);
    try {
      try (FileChannel out = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE))) {
        if (outbox.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(unfinished, GROUP);
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(unfinished, outbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    try (FileChannel names = FileChannel.open(outbox, READ)) {
      names.force(true);
    }
  }

  /** Renames a file out of the daemon's sight; false where it has taken it already. */
  boolean takeAway(OutboxName name, String mark) throws IOException {
    try {
      Files.move(
          outbox.resolve(name.file()),
          outbox.resolve(mark + name.file()),
          StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (NoSuchFileException taken) {
      return false;
    }
  }

  /** Gives what was taken away another mark. */
  void mark(OutboxName name, String from, String to) throws IOException {
    Files.move(
        outbox.resolve(from + name.file()),
        outbox.resolve(to + name.file()),
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether {@code older} lies in the outbox now and did before the file that was taken away. */
  boolean waitedBefore(OutboxName older, OutboxName taken, String mark) throws IOException {
    try {
      return Files.getLastModifiedTime(outbox.resolve(older.file()))
              .compareTo(Files.getLastModifiedTime(outbox.resolve(mark + taken.file())))
          <= 0;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }
}
