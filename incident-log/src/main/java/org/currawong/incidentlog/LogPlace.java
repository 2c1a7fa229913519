package org.currawong.incidentlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.currawong.incidentlog.disk.RealDisk;

/** Finds the log folder in what a person named: a folder, or a bundle's ZIP file. */
record LogPlace(LogSource source, Closeable open) implements Closeable {

  private static final String FOLDER = "log";

  static LogPlace of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      Path inside = path.resolve(FOLDER);
      Path folder = Files.isDirectory(inside) ? inside : path;
      return new LogPlace(LogSource.of(new RealDisk(), folder), () -> {});
    }
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    try {
      ZipFile zip = new ZipFile(path.toFile());
      return new LogPlace(new Zipped(zip), zip);
    } catch (ZipException e) {
      throw new IOException(path + " is neither a folder nor a bundle", e);
    }
  }

  @Override
  public void close() throws IOException {
    open.close();
  }

  /** The entries below {@code log/} of a bundle. */
  private record Zipped(ZipFile zip) implements LogSource {

    private static final String PREFIX = FOLDER + "/";

    @Override
    public List<String> names() {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(n -> n.startsWith(PREFIX))
          .map(n -> n.substring(PREFIX.length()))
          .sorted()
          .toList();
    }

    @Override
    public InputStream open(String name) throws IOException {
      return zip.getInputStream(entry(name));
    }

    @Override
    public long size(String name) throws IOException {
      return entry(name).getSize();
    }

    private ZipEntry entry(String name) throws IOException {
      ZipEntry entry = zip.getEntry(PREFIX + name);
      if (entry == null) {
        throw new NoSuchFileException(name);
      }
      return entry;
    }
  }
}
