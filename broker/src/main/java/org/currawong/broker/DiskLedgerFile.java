package org.currawong.broker;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A ledger's file on disk, for its owner alone. */
final class DiskLedgerFile implements LedgerFile {
  private final Path path;
  private FileChannel channel;

  private DiskLedgerFile(Path path) throws IOException {
    this.path = path;
    this.channel = open(path, Set.of(CREATE, WRITE, APPEND));
  }

  static DiskLedgerFile open(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder, only(folder, "rwx------"));
    DiskLedgerFile file = new DiskLedgerFile(path);
    forceFolder(folder);
    return file;
  }

  private static FileChannel open(Path path, Set<OpenOption> options) throws IOException {
    return FileChannel.open(path, options, only(path.toAbsolutePath().getParent(), "rw-------"));
  }

  private static FileAttribute<?>[] only(Path where, String rights) {
    return where.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public byte[] read() throws IOException {
    return Files.readAllBytes(path);
  }

  @Override
  public void append(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  @Override
  public void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void replace(byte[] bytes) throws IOException {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try (FileChannel out = open(fresh, Set.of(CREATE, WRITE, TRUNCATE_EXISTING))) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
    channel.close();
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(path.toAbsolutePath().getParent());
    channel = open(path, Set.of(CREATE, WRITE, APPEND));
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, READ)) {
      names.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
