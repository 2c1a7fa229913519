package org.currawong.incidentlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.currawong.incidentlog.disk.SimulatedDisk;

/** The files of a log folder in memory, for tests that break them. */
final class MemoryLog implements LogSource {

  final TreeMap<String, byte[]> files = new TreeMap<>();

  /** Several segments, checkpoints, keys: what a night leaves. */
  static MemoryLog ofOneNight() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    new HubLife(disk, new HubLife.Told()).work("a");
    MemoryLog log = new MemoryLog();
    for (String name : disk.list(HubLife.LOG)) {
      log.files.put(name, disk.readAll(HubLife.LOG.resolve(name)));
    }
    return log;
  }

  MemoryLog copy() {
    MemoryLog copy = new MemoryLog();
    copy.files.putAll(files);
    return copy;
  }

  MemoryLog with(String name, byte[] content) {
    MemoryLog changed = copy();
    changed.files.put(name, content);
    return changed;
  }

  MemoryLog without(String name) {
    MemoryLog changed = copy();
    changed.files.remove(name);
    return changed;
  }

  /** With one bit of one file the other way round. */
  MemoryLog flipped(String name, int bit) {
    byte[] content = files.get(name).clone();
    content[bit / 8] ^= (byte) (1 << bit % 8);
    return with(name, content);
  }

  List<String> segments() {
    return files.keySet().stream().filter(SegmentHeader::isSegment).toList();
  }

  String text(String name) {
    return new String(files.get(name), java.nio.charset.StandardCharsets.UTF_8);
  }

  void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : files.keySet()) {
      Files.write(folder.resolve(name), files.get(name));
    }
  }

  @Override
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  @Override
  public InputStream open(String name) throws IOException {
    return new ByteArrayInputStream(get(name));
  }

  @Override
  public long size(String name) throws IOException {
    return get(name).length;
  }

  private byte[] get(String name) throws NoSuchFileException {
    byte[] content = files.get(name);
    if (content == null) {
      throw new NoSuchFileException(name);
    }
    return content;
  }
}
