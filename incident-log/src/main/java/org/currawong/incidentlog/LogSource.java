package org.currawong.incidentlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.currawong.incidentlog.disk.Disk;

/** Where the files of one log folder are read from: a disk, an exported bundle. */
interface LogSource {

  /** File names, sorted. */
  List<String> names() throws IOException;

  InputStream open(String name) throws IOException;

  long size(String name) throws IOException;

  static LogSource of(Disk disk, Path folder) {
    return new LogSource() {
      @Override
      public List<String> names() throws IOException {
        return disk.list(folder);
      }

      @Override
      public InputStream open(String name) throws IOException {
        return disk.read(folder.resolve(name));
      }

      @Override
      public long size(String name) throws IOException {
        return disk.size(folder.resolve(name));
      }
    };
  }
}
