package org.currawong.incidentlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.currawong.incidentlog.disk.Disk;

/** Reads entries that were verified when the log was opened, or written since. */
record LogReading(Disk disk, Path folder) {

  long read(long from, long upTo, EntryVisitor visitor) throws IOException {
    long next = Math.max(from, 1);
    List<String> segments = disk.list(folder).stream().filter(SegmentHeader::isSegment).toList();
    for (int i = 0; i < segments.size() && next <= upTo; i++) {
      boolean holdsNext = i + 1 == segments.size() || firstOf(segments.get(i + 1)) > next;
      if (holdsNext) {
        long reached = segment(segments.get(i), next, upTo, visitor);
        if (reached < 0) {
          return -reached;
        }
        next = reached + 1;
      }
    }
    return next - 1;
  }

  private static long firstOf(String segment) {
    return Long.parseLong(segment.substring(0, segment.indexOf('.')));
  }

  /** The last entry handed out; negative if the visitor stopped there. */
  private long segment(String name, long from, long upTo, EntryVisitor visitor) throws IOException {
    long n = firstOf(name) - 1;
    Path file = folder.resolve(name);
    try (LineReader reader = new LineReader(disk.read(file), disk.size(file))) {
      reader.next(); // the header
      while (n < upTo && reader.next()) {
        n++;
        if (n < from) {
          continue;
        }
        byte[] b = reader.buffer();
        int json = EntryLine.jsonFrom(reader.from());
        String hash =
            new String(b, reader.from(), json - 1 - reader.from(), StandardCharsets.US_ASCII);
        if (!visitor.entry(n, hash, Arrays.copyOfRange(b, json, reader.to()))) {
          return -n;
        }
      }
    }
    return n;
  }
}
