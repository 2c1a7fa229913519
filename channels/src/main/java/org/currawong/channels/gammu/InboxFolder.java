package org.currawong.channels.gammu;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** gammu-smsd's inbox on disk, and the folder beside it for what could not be read. */
final class InboxFolder {

  /**
   * A file that has not changed for so long is whole, and so is a message that got no further part:
   * the daemon writes each file at once, and all parts of a message one after the other.
   */
  static final Duration SETTLE = Duration.ofSeconds(2);

  /** What can't be read lies here, beside the inbox. */
  static final String ASIDE = "malformed";

  private final Path folder;
  private final Path aside;
  private Map<String, Seen> seen = new HashMap<>();

  private record Seen(long size, long modified, Instant since) {
    boolean same(Seen other) {
      return size == other.size && modified == other.modified;
    }
  }

  InboxFolder(Path folder) {
    this.folder = folder;
    this.aside = folder.toAbsolutePath().resolveSibling(ASIDE);
  }

  Path aside() {
    return aside;
  }

  /**
   * A message whose files have come to rest, in the order of its parts.
   *
   * @param gap whether a part between the others, or the first, is not there or is empty
   */
  record Message(String id, List<InboxName> files, Instant since, boolean gap) {}

  /** All that have come to rest, by name and so by time; what is no message is left alone. */
  List<Message> settled(Instant now) throws IOException {
    Map<String, List<InboxName>> messages = new TreeMap<>();
    Map<String, Seen> next = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "IN*")) {
      for (Path file : files) {
        Optional<InboxName> name = InboxName.of(file.getFileName().toString());
        Optional<Seen> here = name.isEmpty() ? Optional.empty() : look(file, now);
        if (here.isPresent()) {
          Seen was = seen.get(name.get().file());
          next.put(name.get().file(), was != null && was.same(here.get()) ? was : here.get());
          messages.computeIfAbsent(name.get().message(), m -> new ArrayList<>()).add(name.get());
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    seen = next;
    List<Message> settled = new ArrayList<>();
    messages.forEach((id, files) -> add(settled, id, files, now.minus(SETTLE)));
    return settled;
  }

  private void add(List<Message> settled, String id, List<InboxName> files, Instant before) {
    files.sort(Comparator.comparingInt(InboxName::part).thenComparing(InboxName::file));
    Instant since =
        files.stream().map(f -> seen.get(f.file()).since()).max(Instant::compareTo).orElseThrow();
    if (!since.isAfter(before)) {
      boolean gap =
          files.getLast().part() != files.size() - 1
              || files.stream().anyMatch(f -> seen.get(f.file()).size() == 0);
      settled.add(new Message(id, List.copyOf(files), since, gap));
    }
  }

  private static Optional<Seen> look(Path file, Instant now) throws IOException {
    try {
      BasicFileAttributes a =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return a.isRegularFile()
          ? Optional.of(new Seen(a.size(), a.lastModifiedTime().toMillis(), now))
          : Optional.empty();
    } catch (NoSuchFileException taken) {
      return Optional.empty();
    }
  }

  /** The bytes of each part; of a file that is no SMS so many that this is seen. */
  List<GammuCodec.Part> read(Message message) throws IOException {
    List<GammuCodec.Part> parts = new ArrayList<>();
    for (InboxName name : message.files()) {
      try (InputStream in =
          Files.newInputStream(folder.resolve(name.file()), LinkOption.NOFOLLOW_LINKS)) {
        parts.add(new GammuCodec.Part(name, in.readNBytes(GammuCodec.MOST_BYTES + 1)));
      }
    }
    return parts;
  }

  /** The last part first: the daemon writes over what is left of a message without its first. */
  void remove(List<InboxName> files) throws IOException {
    for (InboxName name : files.reversed()) {
      Files.deleteIfExists(folder.resolve(name.file()));
    }
  }

  /** Moves a message to where a person looks; never over another. */
  void setAside(Message message) throws IOException {
    Files.createDirectories(aside);
    for (InboxName name : message.files().reversed()) {
      Path to = aside.resolve(name.file());
      for (int i = 1; Files.exists(to, LinkOption.NOFOLLOW_LINKS); i++) {
        to = aside.resolve(name.file() + "." + i);
      }
      Files.move(folder.resolve(name.file()), to);
    }
  }

  /** How many files lie aside. */
  int countAside() throws IOException {
    if (!Files.isDirectory(aside)) {
      return 0;
    }
    try (var files = Files.list(aside)) {
      return (int) files.count();
    }
  }

  /** Why messages can't be taken from the folder; {@code null} where they can. */
  String fault() {
    if (!Files.isDirectory(folder)) {
      return "the inbox folder is not there";
    }
    return Files.isReadable(folder) && Files.isWritable(folder)
        ? null
        : "the inbox folder can't be read and emptied by this account";
  }
}
