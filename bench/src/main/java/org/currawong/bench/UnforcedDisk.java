package org.currawong.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.currawong.incidentlog.disk.Disk;
import org.currawong.incidentlog.disk.DiskFile;
import org.currawong.incidentlog.disk.RealDisk;

/** A disk that forces nothing: fit for nothing but to see what forcing costs. */
final class UnforcedDisk implements Disk {

  private final Disk real = new RealDisk();

  private record Unforced(DiskFile file) implements DiskFile {

    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
      file.write(bytes, position);
    }

    @Override
    public void force() {}

    @Override
    public void truncate(long length) throws IOException {
      file.truncate(length);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  @Override
  public DiskFile open(Path file) throws IOException {
    return new Unforced(real.open(file));
  }

  @Override
  public InputStream read(Path file) throws IOException {
    return real.read(file);
  }

  @Override
  public long size(Path file) throws IOException {
    return real.size(file);
  }

  @Override
  public boolean exists(Path file) {
    return real.exists(file);
  }

  @Override
  public List<String> list(Path folder) throws IOException {
    return real.list(folder);
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    real.makeFolder(folder);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    real.rename(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    real.delete(file);
  }

  @Override
  public void forceFolder(Path folder) {}

  @Override
  public long free(Path folder) throws IOException {
    return real.free(folder);
  }
}
